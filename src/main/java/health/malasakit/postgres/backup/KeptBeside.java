package health.malasakit.postgres.backup;

import health.malasakit.kernel.Refused;
import health.malasakit.postgres.Home;
import health.malasakit.postgres.RoleNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the home keeps beside the database and belongs to it.
 *
 * @param growing a file that gets line after line, each telling of what is committed: it is
 *     measured before the snapshot, so that its copy tells of nothing that is not in it
 * @param added a folder that gets a file before what it holds leaves the database: it is copied
 *     after the tables
 */
public record KeptBeside(String growing, String added) {

  private static final String SECRETS = "secrets";

  /** Passwords of a server: another home has its own. */
  private static final Set<String> OF_THE_SERVER =
      Set.of(
          "postgres",
          RoleNames.STANDARD.owner(),
          RoleNames.STANDARD.application(),
          RoleNames.STANDARD.backup());

  /** A file of the home, and how much of it. */
  record Kept(String name, long bytes) {

    void copy(Home home, OutputStream to) throws IOException {
      try (var in = Files.newInputStream(home.directory().resolve(name))) {
        var block = new byte[8192];
        for (long left = bytes; left > 0; ) {
          int some = in.read(block, 0, (int) Math.min(left, block.length));
          if (some < 0) {
            throw new IOException(name + " became shorter");
          }
          to.write(block, 0, some);
          left -= some;
        }
      }
    }
  }

  List<Kept> before(Home home) throws IOException {
    var kept = new ArrayList<Kept>();
    for (var one : files(home, SECRETS)) {
      if (!OF_THE_SERVER.contains(Path.of(one.name()).getFileName().toString())) {
        kept.add(one);
      }
    }
    var file = home.directory().resolve(growing);
    if (Files.exists(file)) {
      kept.add(new Kept(growing, wholeLines(file)));
    }
    return kept;
  }

  List<Kept> after(Home home) throws IOException {
    return files(home, added);
  }

  /** Whether a home has nothing yet that a restore would write. */
  public boolean isFree(Home home) {
    return Stream.of("database", SECRETS, growing, added)
        .noneMatch(name -> Files.exists(home.directory().resolve(name)));
  }

  private static List<Kept> files(Home home, String folder) throws IOException {
    var directory = home.directory().resolve(folder);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    var kept = new ArrayList<Kept>();
    try (var files = Files.walk(directory)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        // What begins with a dot is being written.
        if (!file.getFileName().toString().startsWith(".")) {
          kept.add(new Kept(home.directory().relativize(file).toString(), Files.size(file)));
        }
      }
    }
    return kept;
  }

  /** Up to its last line feed: the line that is being written may be half there. */
  private static long wholeLines(Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      var one = ByteBuffer.allocate(1);
      long end = channel.size();
      while (end > 0 && (channel.read(one.clear(), end - 1) != 1 || one.get(0) != '\n')) {
        end--;
      }
      return end;
    }
  }

  /** Takes only what {@link #before} and {@link #after} give. */
  void put(Home home, String name, InputStream from) throws IOException {
    var file = Path.of(name).normalize();
    if (!(file.startsWith(SECRETS) || file.startsWith(added) || name.equals(growing))) {
      throw Refused.invalid("backup.strange", name);
    }
    if (file.getParent() != null) {
      home.directory(file.getParent().toString());
    }
    try (var out = Files.newOutputStream(home.file(file.toString()))) {
      from.transferTo(out);
    }
  }
}
