package health.malasakit.terminal;

import static org.awaitility.Awaitility.await;

import health.malasakit.Malasakit;
import health.malasakit.postgres.DatabaseAddress;
import health.malasakit.postgres.Databases;
import health.malasakit.postgres.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** {@code malasakit serve} in a JVM of its own, as a person starts it. */
public final class RunningServer implements AutoCloseable {

  private static final String READY = "Malasakit is ready: ";
  private static final Duration START_MAX = Duration.ofMinutes(10);

  private final Process process;
  private final Thread reader;
  private final List<String> said;
  private final String address;

  private RunningServer(Process process, Thread reader, List<String> said, String address) {
    this.process = process;
    this.reader = reader;
    this.said = said;
    this.address = address;
  }

  /** Starts it on a free port and waits until it is ready. */
  static RunningServer on(Home home) {
    return on(
        home,
        Map.of(Listening.PORT, "0"),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:-BytecodeVerificationRemote");
  }

  /** The same on a database that an administrator runs; on port 0 it takes a free one. */
  public static RunningServer on(Home home, DatabaseAddress database, int port) {
    return on(home, database, port, Map.of());
  }

  /** The same with more settings of the environment. */
  public static RunningServer on(
      Home home, DatabaseAddress database, int port, Map<String, String> more) {
    var environment = new HashMap<>(more);
    environment.putAll(
        Map.of(
            Listening.PORT,
            String.valueOf(port),
            Databases.URL_VARIABLE,
            database.url(),
            "MALASAKIT_DATABASE_OWNER",
            database.owner().name(),
            "MALASAKIT_DATABASE_OWNER_PASSWORD",
            database.owner().password(),
            "MALASAKIT_DATABASE_APPLICATION",
            database.application().name(),
            "MALASAKIT_DATABASE_APPLICATION_PASSWORD",
            database.application().password(),
            "MALASAKIT_DATABASE_BACKUP",
            database.backupRole()));
    return on(home, environment);
  }

  private static RunningServer on(Home home, Map<String, String> environment, String... options) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-Xmx400m"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Malasakit.class.getName(), "serve"));
    var builder = new ProcessBuilder(command);
    builder.environment().put(Home.VARIABLE, home.toString());
    builder.environment().putAll(environment);
    var said = new CopyOnWriteArrayList<String>();
    var process = started(builder);
    // However this JVM ends, the other does too.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    // Read to the end whatever happens: who waits for a reader does not work. No virtual thread:
    // one
    // that waits for a pipe holds its carrier, and two such leave none on two cores.
    var reader = Thread.ofPlatform().daemon().start(() -> readAll(process, said));
    await()
        .atMost(START_MAX)
        .until(() -> !process.isAlive() || said.stream().anyMatch(l -> l.startsWith(READY)));
    var ready = said.stream().filter(line -> line.startsWith(READY)).findFirst();
    return new RunningServer(
        process,
        reader,
        said,
        ready.orElseThrow(() -> new AssertionError("It ended: " + said)).substring(READY.length()));
  }

  private static void readAll(Process process, List<String> said) {
    try {
      process.inputReader().lines().forEach(said::add);
    } catch (UncheckedIOException ended) {
      // It was ended by the test, which reads no more of it.
    }
  }

  private static Process started(ProcessBuilder builder) {
    try {
      return builder.redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything it said so far. */
  List<String> said() {
    return List.copyOf(said);
  }

  /** Where it listens. */
  public int port() {
    return Integer.parseInt(address.replaceAll(".*:(\\d+).*", "$1"));
  }

  /** Its number on this machine. */
  public long pid() {
    return process.pid();
  }

  String address() {
    return address;
  }

  /** As {@code kill -9} does, in the midst of whatever it does. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** As Ctrl-C does. */
  void askedToEnd() {
    process.destroy();
  }

  /** The exit code, or -1 when it still runs after these seconds. */
  int ended(int seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      return -1;
    }
    reader.join();
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
