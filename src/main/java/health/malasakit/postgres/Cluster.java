package health.malasakit.postgres;

import health.malasakit.kernel.Sentences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The embedded server's data directory: made, started, stopped. */
final class Cluster {

  static final String SUPERUSER = "postgres";

  /** The folder of the home in which the database lies. */
  static final String FOLDER = "database";

  private static final int START_ATTEMPTS = 3;
  private static final String START_SECONDS_MAX = "600";
  private static final String STOP_SECONDS_MAX = "60";
  private static final Duration LEFT_OVER_MAX = Duration.ofSeconds(30);

  /** Errors are answered to the application and not logged: their text quotes what was typed. */
  private static final String SETTINGS =
      """
      # Written by Malasakit at every start; settings of your own go into local.conf beside this file.
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      max_connections = 200
      shared_buffers = '128MB'
      max_wal_size = '1GB'
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      password_encryption = 'scram-sha-256'
      jit = off
      timezone = 'UTC'
      log_timezone = 'UTC'
      lc_messages = 'C'
      logging_collector = on
      log_directory = '../logs'
      log_filename = 'postgres-%a.log'
      log_file_mode = 0600
      log_truncate_on_rotation = on
      log_rotation_age = '1d'
      log_rotation_size = 0
      log_min_messages = 'log'
      log_min_error_statement = 'panic'
      log_error_verbosity = 'terse'
      log_statement = 'none'
      log_min_duration_statement = -1
      log_parameter_max_length = 0
      log_parameter_max_length_on_error = 0
      include_if_exists = 'local.conf'
      """;

  private final Home home;
  private final Binaries binaries;

  Cluster(Home home, Binaries binaries) {
    this.home = home;
    this.binaries = binaries;
  }

  static Path data(Home home) {
    return home.directory().resolve(FOLDER);
  }

  /** Makes the data directory, or checks that the one there is of our major version. */
  void prepare(String superuserPassword) {
    Path data = data(home);
    if (Files.isDirectory(data)) {
      requireMajor(data);
      return;
    }
    System.err.println(Sentences.of("postgres.making", data));
    Path draft = data.resolveSibling("database.new");
    Path passwordFile = data.resolveSibling("database.password");
    try {
      Binaries.delete(draft);
      Home.replace(passwordFile, superuserPassword + "\n");
      initdb(draft, passwordFile);
      Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      passwordFile.toFile().delete();
    }
  }

  private void requireMajor(Path data) {
    String major = home.read(home.directory().relativize(data.resolve("PG_VERSION")).toString());
    if (!major.equals(binaries.major())) {
      throw new DatabaseRefused(
          Sentences.of("postgres.other_major", data, major, binaries.version()));
    }
  }

  private void initdb(Path directory, Path passwordFile) {
    Path output = home.directory("logs").resolve("initdb.log");
    boolean made =
        binaries.run(
            output,
            "initdb",
            "--pgdata=" + directory,
            "--username=" + SUPERUSER,
            "--auth=scram-sha-256",
            "--pwfile=" + passwordFile,
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--data-checksums");
    if (!made) {
      throw failed(Sentences.of("postgres.not_made"), output);
    }
  }

  /** Starts the server and returns its port: the one used last when it is free. */
  int start() {
    clearLeftOvers();
    Path output = home.directory("logs").resolve("start.log");
    for (int attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
      int port = freePort();
      if (started(port, output)) {
        home.write("port", port + "\n");
        return port;
      }
    }
    throw failed(Sentences.of("postgres.not_started"), output);
  }

  private boolean started(int port, Path output) {
    Home.replace(data(home).resolve("postgresql.conf"), SETTINGS + "port = " + port + "\n");
    return control(output, "start", "-t", START_SECONDS_MAX, "-l", output + ".server");
  }

  /** Starts a server that died where it was; what it left working is told to end. */
  void startAgain(int port) {
    Postmaster.processes(home).forEach(ProcessHandle::destroy);
    clearLeftOvers();
    Path output = home.directory("logs").resolve("start.log");
    if (!started(port, output)) {
      throw failed(Sentences.of("postgres.not_started"), output);
    }
  }

  /**
   * After a kill the file that names the server is stale, and the server's children may take a
   * moment to notice and go.
   */
  private void clearLeftOvers() {
    if (!Files.exists(data(home).resolve("postmaster.pid"))) {
      return;
    }
    Postmaster.disownStale(home);
    var gone =
        Postmaster.processes(home).stream()
            .map(ProcessHandle::onExit)
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(gone)
        .completeOnTimeout(null, LEFT_OVER_MAX.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  /** Stops the server if it runs, whoever started it. Open transactions are rolled back. */
  void stop() {
    if (Postmaster.of(home).isEmpty()) {
      return;
    }
    Path output = home.directory("logs").resolve("stop.log");
    if (!control(output, "stop", "-m", "fast", "-t", STOP_SECONDS_MAX)
        && !control(output, "stop", "-m", "immediate", "-t", STOP_SECONDS_MAX)
        && Postmaster.of(home).isPresent()) {
      throw failed(Sentences.of("postgres.not_stopped"), output);
    }
  }

  /** pg_ctl gives the server a session of its own, so Ctrl-C reaches Malasakit only. */
  private boolean control(Path output, String verb, String... arguments) {
    List<String> all = new ArrayList<>(List.of(verb, "-w", "-D", data(home).toString()));
    all.addAll(List.of(arguments));
    return binaries.run(output, "pg_ctl", all.toArray(String[]::new));
  }

  private int freePort() {
    String last = home.read("port");
    return Optional.of(last)
        .filter(text -> !text.isEmpty())
        .map(Integer::valueOf)
        .filter(port -> bindable(port).isPresent())
        .or(() -> bindable(0))
        .orElseThrow(() -> new DatabaseRefused(Sentences.of("postgres.no_port")));
  }

  private static Optional<Integer> bindable(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return Optional.of(socket.getLocalPort());
    } catch (IOException taken) {
      return Optional.empty();
    }
  }

  private static DatabaseRefused failed(String what, Path output) {
    try {
      String said = Files.readString(output).strip();
      return new DatabaseRefused("%s; see %s: %s".formatted(what, output.getParent(), said));
    } catch (IOException e) {
      return new DatabaseRefused(what, e);
    }
  }
}
