package health.malasakit.terminal;

import health.malasakit.Malasakit;
import health.malasakit.TestDatabase;
import health.malasakit.postgres.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of Malasakit in a JVM of its own, as the launcher starts it. */
final class Program implements AutoCloseable {

  /** More than any command of a test takes, on a busy machine too. */
  private static final Duration AT_MOST = Duration.ofMinutes(3);

  private final Process process;
  private final Path out;
  private final Path errors;

  private Program(Process process, Path out, Path errors) {
    this.process = process;
    this.out = out;
    this.errors = errors;
  }

  /**
   * Starts it.
   *
   * @param folder where its answers are written
   * @param environment variables beside those of this process
   */
  static Program start(Path folder, Map<String, String> environment, String... words) {
    var classes = System.getProperty("java.class.path");
    return start(folder, environment, List.of("-cp", classes), words);
  }

  /** The same with options of its own for the JVM, the classpath among them. */
  static Program start(
      Path folder, Map<String, String> environment, List<String> options, String... words) {
    try {
      var out = Files.createTempFile(folder, "answers", ".txt");
      var errors = Files.createTempFile(folder, "errors", ".txt");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of(
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-XX:+UnlockDiagnosticVMOptions",
              "-XX:-BytecodeVerificationRemote",
              "-Xmx512m",
              "--enable-native-access=ALL-UNNAMED"));
      command.addAll(options);
      command.add(Malasakit.class.getName());
      command.addAll(List.of(words));
      var builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(errors.toFile());
      builder.environment().putAll(environment);
      return new Program(builder.start(), out, errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The variables that name the database of the tests. */
  static Map<String, String> testDatabase() {
    return database(TestDatabase.address());
  }

  /** The variables that name a database. */
  static Map<String, String> database(DatabaseAddress address) {
    return database(address, Path.of("target", "test-terminal"));
  }

  /** The variables that name a database and a home. */
  static Map<String, String> database(DatabaseAddress address, Path home) {
    var environment = new HashMap<String, String>();
    environment.put("MALASAKIT_HOME", home.toString());
    environment.put("MALASAKIT_DATABASE_URL", address.url());
    environment.put("MALASAKIT_DATABASE_OWNER", address.owner().name());
    environment.put("MALASAKIT_DATABASE_OWNER_PASSWORD", address.owner().password());
    environment.put("MALASAKIT_DATABASE_APPLICATION", address.application().name());
    environment.put("MALASAKIT_DATABASE_APPLICATION_PASSWORD", address.application().password());
    environment.put("MALASAKIT_DATABASE_BACKUP", address.backupRole());
    return environment;
  }

  /** Its exit code, once it has ended by itself. */
  int ends() throws InterruptedException {
    if (!process.waitFor(AT_MOST.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("It still runs: " + errors());
    }
    return process.exitValue();
  }

  boolean runs() {
    return process.isAlive();
  }

  /** As {@code kill -9} does. */
  void killed() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** As Ctrl-C does. */
  void askedToEnd() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  String answers() {
    return read(out);
  }

  String errors() {
    return read(errors);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
