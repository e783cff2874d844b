package health.malasakit.terminal;

import static org.awaitility.Awaitility.await;

import health.malasakit.Malasakit;
import health.malasakit.postgres.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** {@code malasakit serve} in a JVM of its own, as a person starts it. */
final class RunningServer implements AutoCloseable {

  private static final String READY = "Malasakit is ready: ";
  private static final Duration START_MAX = Duration.ofMinutes(3);

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
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                Malasakit.class.getName(),
                "serve"));
    builder.environment().putAll(Map.of(Home.VARIABLE, home.toString(), Listening.PORT, "0"));
    var said = new CopyOnWriteArrayList<String>();
    var process = started(builder);
    // Read to the end whatever happens: who waits for a reader does not work.
    var reader = Thread.ofVirtual().start(() -> readAll(process, said));
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

  int port() {
    return Integer.parseInt(address.replaceAll(".*:(\\d+).*", "$1"));
  }

  long pid() {
    return process.pid();
  }

  String address() {
    return address;
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
