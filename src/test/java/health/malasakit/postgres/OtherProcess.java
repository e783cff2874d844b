package health.malasakit.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link OpenHome} running in a JVM of its own. */
final class OtherProcess implements AutoCloseable {

  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Process process;
  private final BufferedReader output;

  private OtherProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  static OtherProcess on(Home home, String... words) throws IOException {
    return start(List.of(), System.getProperty("java.class.path"), home.directory(), words);
  }

  static OtherProcess start(List<String> prefix, String classPath, Path home, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of(JAVA, "-XX:+UseSerialGC", "-Xmx256m", "-cp", classPath));
    command.addAll(List.of(OpenHome.class.getName(), home.toString()));
    command.addAll(List.of(words));
    return new OtherProcess(
        new ProcessBuilder(command)
            .directory(home.getParent().toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  String says() throws IOException {
    String line = output.readLine();
    return line == null ? "" : line;
  }

  /** As the out-of-memory killer does; returns everything it still had said. */
  List<String> killed() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
    return output.lines().toList();
  }

  /** As Ctrl-C or a service manager does. */
  void askedToEnd() throws InterruptedException {
    process.toHandle().destroy();
    process.waitFor();
  }

  void ends() throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor();
  }

  /** Both at the same moment: its input ends and it is told to end. */
  void endsWhileAskedTo() throws IOException, InterruptedException {
    process.getOutputStream().close();
    askedToEnd();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
