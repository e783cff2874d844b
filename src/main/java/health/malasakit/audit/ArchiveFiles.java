package health.malasakit.audit;

import health.malasakit.kernel.Refused;
import health.malasakit.postgres.Home;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The files of archived lines in the home, one for each part and organization. */
@Component
class ArchiveFiles {

  static final String DIRECTORY = "audit-archive";

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveFiles.class);

  private final Home home;

  ArchiveFiles(ObjectProvider<Home> homes) {
    this.home = homes.getIfAvailable(() -> Home.of(System.getenv()));
  }

  /** Takes lines to be written, in the order of their positions. */
  interface Lines {
    void write(Consumer<SealStore.Sealed> line);
  }

  /**
   * What is in a file, before it is packed.
   *
   * @param hash SHA-256 of the lines, in hexadecimal
   */
  record Content(long lines, String hash) {}

  /** Writes a file whole or not at all; one that is there is replaced. */
  Content write(Archived where, Lines lines) {
    var folder = home.directory(DIRECTORY + "/" + where.part());
    var file = path(where);
    var draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      var written = new Counted();
      try (var out = zipped(draft)) {
        lines.write(line -> append(out, written.add(ArchivedLine.json(line))));
      }
      force(draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      force(folder);
      return written.content();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file back and gives its hash, if it holds what was written.
   *
   * @throws Refused conflict {@code audit.file-differs}
   */
  String confirmed(Archived where, Content written) {
    try (var lines = read(where)) {
      var found = new Counted();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        found.add(line);
      }
      if (found.content().equals(written)) {
        return hash(path(where));
      }
    } catch (IOException | UncheckedIOException unreadable) {
      LOG.error("{} cannot be read back", where.file(), unreadable);
    }
    throw Refused.conflict("audit.file-differs", where.file(), where.part());
  }

  /** Counts and hashes lines as they pass. */
  private static final class Counted {

    private final MessageDigest digest = sha256();
    private long lines;

    String add(String line) {
      digest.update(line.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      lines++;
      return line;
    }

    Content content() {
      return new Content(lines, HexFormat.of().formatHex(digest.digest()));
    }
  }

  boolean exists(Archived archived) {
    return Files.isRegularFile(path(archived));
  }

  boolean isWhole(Archived archived) {
    try {
      return hash(path(archived)).equals(archived.fileHash());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a file, in the order of their positions; to be closed. */
  BufferedReader read(Archived archived) {
    try {
      return new BufferedReader(
          new InputStreamReader(
              new GZIPInputStream(Files.newInputStream(path(archived))), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path path(Archived archived) {
    return home.directory().resolve(archived.file());
  }

  private static BufferedWriter zipped(Path draft) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(draft)), StandardCharsets.UTF_8));
  }

  private static void append(Writer out, String line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On the disk before the database forgets what is in it. */
  private static void force(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static String hash(Path file) throws IOException {
    var digest = sha256();
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
