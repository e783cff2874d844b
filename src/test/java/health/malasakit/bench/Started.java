package health.malasakit.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** {@code bin/malasakit serve} as a person starts it, on a free port. */
final class Started implements AutoCloseable {

  private static final String READY = "Malasakit is ready: ";

  private final Process process;
  private final long millis;
  private final int port;

  private Started(Process process, long millis, int port) {
    this.process = process;
    this.millis = millis;
    this.port = port;
  }

  /** Starts it and waits until it says that it is ready. */
  static Started on(Path home, Map<String, String> environment) throws IOException {
    var builder = new ProcessBuilder("bin/malasakit", "serve").redirectErrorStream(true);
    builder.environment().put("MALASAKIT_HOME", home.toAbsolutePath().toString());
    builder.environment().put("MALASAKIT_PORT", "0");
    builder.environment().remove("MALASAKIT_AOT");
    builder.environment().putAll(environment);
    long begun = System.nanoTime();
    var process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    var said = process.inputReader();
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(READY)) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        Thread.ofPlatform().daemon().start(() -> drain(said));
        return new Started(process, millis, Integer.parseInt(line.replaceAll(".*:(\\d+).*", "$1")));
      }
      System.err.println(line);
    }
    throw new IllegalStateException("bin/malasakit serve ended");
  }

  /** Until it ends, and its pipe with it. */
  private static void drain(BufferedReader said) {
    try {
      said.transferTo(Writer.nullWriter());
    } catch (IOException ended) {
      // Nobody reads on.
    }
  }

  long millis() {
    return millis;
  }

  int port() {
    return port;
  }

  /** What the machine has given to the JVM; PostgreSQL has its own. */
  long megabytes() {
    return megabytes(process.pid());
  }

  /** The same of any process. */
  static long megabytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
              .findFirst()
              .orElseThrow()
          / 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    CompletableFuture.allOf(process.onExit()).join();
  }
}
