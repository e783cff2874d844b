package health.malasakit.postgres.backup;

import health.malasakit.kernel.Refused;
import health.malasakit.postgres.Credentials;
import health.malasakit.postgres.DatabaseAddress;
import health.malasakit.postgres.Home;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes everything to one sealed file while people work: every table in one snapshot, read by the
 * backup role, and what the home keeps beside the database. Nothing is whole in memory.
 */
public final class Backup {

  private static final String SNAPSHOT = "begin isolation level repeatable read, read only;";

  private static final String TAKEN =
      "select to_char(now() at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS \"UTC\"')";

  /** Of whoever makes the backup alone. */
  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");

  private final DatabaseAddress address;
  private final Credentials reader;
  private final Home home;
  private final KeptBeside beside;

  /**
   * Of one database and its home.
   *
   * @param reader the backup role
   */
  public Backup(DatabaseAddress address, Credentials reader, Home home, KeptBeside beside) {
    this.address = address;
    this.reader = reader;
    this.home = home;
    this.beside = beside;
  }

  /** What was written. */
  public record Written(String taken, Counted counted, long bytes) {}

  /** Asks the database something. */
  public interface Question<T> {
    T of(Connection reader) throws SQLException;
  }

  /**
   * What the role that reads everything is answered. Nothing is changed: what is to be copied is
   * left at the migrations that it has.
   *
   * @throws Refused conflict when there is no database of a Malasakit
   */
  public <T> T asked(Question<T> question) {
    try (var connection = Statements.connect(address, reader)) {
      if (!History.isThere(connection)) {
        throw Refused.conflict("backup.empty", home);
      }
      return question.of(connection);
    } catch (SQLException e) {
      throw Refused.conflict("backup.unreachable", e);
    }
  }

  /**
   * Writes a new file. Until it is whole it has another name, so that nobody takes a part for it.
   *
   * @param keyBeside whether second factors are sealed with a key that is not in the home
   */
  public Written write(Path file, BackupKey key, boolean keyBeside) {
    requireNew(file);
    var draft = file.resolveSibling(file.getFileName() + ".part");
    try (var channel =
        FileChannel.open(
            draft,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            PosixFilePermissions.asFileAttribute(OWN))) {
      requireAlone(channel, file);
      return written(draft, channel, file, to -> packed(to, key, keyBeside));
    } catch (IOException e) {
      throw Refused.conflict("backup.unwritten", file, e);
    } catch (SQLException e) {
      throw Refused.conflict("backup.unreachable", e);
    }
  }

  /** Fills the channel of a draft. */
  private interface Filling {
    Written of(FileChannel channel) throws IOException, SQLException;
  }

  /** Another that was writing to it may have ended a moment ago. */
  private static Written written(Path draft, FileChannel channel, Path file, Filling filling)
      throws IOException, SQLException {
    try {
      requireNew(file);
      // One that was killed left it.
      channel.truncate(0);
      Files.setPosixFilePermissions(draft, OWN);
      var written = filling.of(channel);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      BackupKey.forceName(file);
      return new Written(written.taken, written.counted, Files.size(file));
    } finally {
      draft.toFile().delete();
    }
  }

  /** Until this one ends no other writes to the same file; on a disk that has locks. */
  private static void requireAlone(FileChannel channel, Path file) {
    try {
      if (channel.tryLock() == null) {
        throw Refused.conflict("backup.busy", file);
      }
    } catch (OverlappingFileLockException here) {
      throw Refused.conflict("backup.busy", file);
    } catch (IOException none) {
      // Some network disks have none; whoever uses one names each backup anew.
    }
  }

  private Written packed(FileChannel channel, BackupKey key, boolean keyBeside)
      throws IOException, SQLException {
    var out =
        new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel), 1 << 16);
    var fast = new Deflater(Deflater.BEST_SPEED);
    Written written;
    try (var sealed = new SealedOutput(out, key);
        var packed = new DataOutputStream(new DeflaterOutputStream(sealed, fast, 1 << 15))) {
      written = all(packed, keyBeside);
    } finally {
      fast.end();
    }
    out.flush();
    channel.force(true);
    return written;
  }

  /** Refuses to write over anything. */
  public static void requireNew(Path file) {
    if (Files.exists(file)) {
      throw Refused.conflict("backup.there", file);
    }
  }

  private Written all(DataOutputStream out, boolean keyBeside) throws IOException, SQLException {
    var before = beside.before(home);
    try (var connection = Statements.connect(address, reader)) {
      Statements.run(connection, SNAPSHOT);
      Tables.requireAllRead(connection);
      var manifest = manifest(connection, keyBeside);
      Contents.manifest(out, manifest);
      files(out, before);
      var rows = new HashMap<String, Long>();
      for (var table : Tables.all(connection)) {
        rows.put(table.name(), Contents.table(out, table, connection).rows());
      }
      Statements.run(connection, "commit");
      files(out, beside.after(home));
      Contents.end(out, rows.size());
      return new Written(manifest.taken(), new Counted(rows), 0);
    }
  }

  private void files(DataOutputStream out, List<KeptBeside.Kept> files) throws IOException {
    for (var file : files) {
      Contents.file(out, file.name(), to -> file.copy(home, to));
    }
  }

  private static Manifest manifest(Connection connection, boolean keyBeside) throws SQLException {
    return new Manifest(
        Statements.texts(connection, TAKEN).getFirst(),
        Statements.texts(connection, "show server_version").getFirst(),
        History.of(connection),
        keyBeside);
  }
}
