package health.malasakit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code postmaster.pid} says about the server of a data directory. A file left by a crash may
 * name a process that is gone or, worse, one that has nothing to do with us.
 */
record Postmaster(long pid, int port) {

  private static final int PORT_LINE = 3;

  /** Larger than any process id a system hands out, so PostgreSQL finds nobody behind it. */
  private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

  /** The living server of this home, checked to be a PostgreSQL that this home started. */
  static Optional<Postmaster> of(Home home) {
    List<String> lines = lines(file(home));
    if (lines.size() <= PORT_LINE) {
      return Optional.empty();
    }
    Postmaster named =
        new Postmaster(
            Long.parseLong(lines.getFirst().strip()),
            Integer.parseInt(lines.get(PORT_LINE).strip()));
    return ProcessHandle.of(named.pid).filter(process -> isOurs(process, home)).map(p -> named);
  }

  /**
   * Makes a stale file name nobody. The file itself stays: PostgreSQL reads in it which shared
   * memory to look at, so it refuses to start beside processes of the server that was killed.
   */
  static void disownStale(Home home) {
    Path file = file(home);
    List<String> lines = lines(file);
    if (!lines.isEmpty()) {
      String rest = String.join("\n", lines.subList(1, lines.size()));
      Home.replace(file, NOBODY + "\n" + rest + "\n");
    }
  }

  /** Every process that runs a PostgreSQL of this home, the server's own children among them. */
  static List<ProcessHandle> processes(Home home) {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(process -> isOurs(process, home)).toList();
    }
  }

  /**
   * By the program file, which lies in this home; a number that was given out again is not ours.
   */
  private static boolean isOurs(ProcessHandle process, Home home) {
    String ours = home.directory().resolve("postgres-").toString();
    ProcessHandle.Info info = process.info();
    String program = info.command().or(info::commandLine).orElse("");
    return program.startsWith(ours) && program.contains("/bin/postgres");
  }

  private static Path file(Home home) {
    return Cluster.data(home).resolve("postmaster.pid");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException absent) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
