package health.malasakit;

import health.malasakit.postgres.Credentials;
import health.malasakit.postgres.DatabaseAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A node in a JVM of its own, which can be killed as {@code kill -9} does. */
public final class OtherNode implements AutoCloseable {

  private static final String READY = "NODE READY ";

  private final Process process;
  private final int port;

  private OtherNode(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it and waits until it answers. */
  public static OtherNode start(
      DatabaseAddress address, Map<String, String> settings, Class<?>... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Xmx400m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogging.level.root=error",
                "-Dlogging.level.health.malasakit=error",
                "-Dspring.main.log-startup-info=false"));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(OtherNode.class.getName());
    command.addAll(List.of(address.url(), address.backupRole()));
    command.addAll(List.of(address.owner().name(), address.owner().password()));
    command.addAll(List.of(address.application().name(), address.application().password()));
    for (var type : more) {
      command.add(type.getName());
    }
    try {
      var process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return new OtherNode(process, port(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int port(Process process) throws IOException {
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return Integer.parseInt(line.substring(READY.length()));
      }
    }
    throw new IOException("The other node did not start");
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Ends it at once, in the midst of whatever it does. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  /** The other JVM. */
  public static void main(String[] args) throws ClassNotFoundException, InterruptedException {
    var address =
        new DatabaseAddress(
            args[0], new Credentials(args[2], args[3]), new Credentials(args[4], args[5]), args[1]);
    var more = new Class<?>[args.length - 6];
    for (int i = 0; i < more.length; i++) {
      more[i] = Class.forName(args[i + 6]);
    }
    var node = Node.start(address, Map.of(), more);
    System.out.println(READY + node.port());
    Thread.currentThread().join();
  }
}
