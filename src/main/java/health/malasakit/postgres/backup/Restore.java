package health.malasakit.postgres.backup;

import health.malasakit.kernel.Refused;
import health.malasakit.postgres.DatabaseAddress;
import health.malasakit.postgres.Home;
import health.malasakit.postgres.Migrations;
import health.malasakit.postgres.Unfinished;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Brings a backup into an empty place. All rows come in one transaction, in which they are counted
 * and summed up again as they now stand; until all is done that is to be done before a start, the
 * place says that it is unfinished, and does not start.
 */
public final class Restore {

  private static final int BUFFER_BYTES = 1 << 16;

  private final DatabaseAddress address;
  private final Home home;
  private final KeptBeside beside;

  /** Into one empty database and its home. */
  public Restore(DatabaseAddress address, Home home, KeptBeside beside) {
    this.address = address;
    this.home = home;
    this.beside = beside;
  }

  /** What else is to be done before anything starts there. */
  public interface Then {

    /** In the transaction that loads, with the tables as the file has them. */
    void loaded(Connection owner);

    /** With the tables as this program has them, in the transaction after which it may start. */
    void ready(Connection owner, Manifest manifest);
  }

  /** What a file holds. */
  public record Checked(Manifest manifest, Counted counted) {}

  /** Reads a file from end to end and writes nothing: what is wrong with it is said here. */
  public static Checked check(Path file, BackupKey key) {
    try (var contents = Contents.of(file, key)) {
      var tallies = contents.each(new Passing());
      return new Checked(contents.manifest(), counted(tallies));
    } catch (IOException | SQLException e) {
      throw Refused.invalid("backup.unreadable", file, e);
    }
  }

  /** Refuses a file that this program cannot restore, before anything is made. */
  public static void requireKnown(Checked checked, Path file) {
    History.requireKnown(checked.manifest(), file);
  }

  /**
   * Restores it.
   *
   * @param then does what else is to be done, as the owner
   */
  public void load(Path file, BackupKey key, Then then) {
    try (var contents = Contents.of(file, key);
        var owner = Statements.connect(address, address.owner())) {
      if (Tables.any(owner)) {
        throw Refused.conflict("backup.not-empty/database");
      }
      Unfinished.begin(owner);
      Migrations.upTo(address, Optional.of(History.newest(contents.manifest())));
      if (!new HashSet<>(History.of(owner))
          .equals(new HashSet<>(contents.manifest().migrations()))) {
        throw Refused.conflict("backup.otherwise", file);
      }
      owner.setAutoCommit(false);
      loaded(owner, contents);
      then.loaded(owner);
      owner.commit();
      Migrations.upTo(address, Optional.empty());
      then.ready(owner, contents.manifest());
      Unfinished.end(owner);
      owner.commit();
      owner.setAutoCommit(true);
      Statements.run(owner, "analyze");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void loaded(Connection owner, Contents contents) throws IOException, SQLException {
    var there = Tables.all(owner);
    var bare = Bare.of(owner);
    Statements.runAll(owner, bare.before());
    // What migrations wrote is in the file too.
    Statements.run(
        owner,
        "truncate " + there.stream().map(Tables.Table::name).collect(Collectors.joining(", ")));
    var tallies = contents.each(new Loading(owner, there));
    if (!tallies.keySet().equals(new HashSet<>(there))) {
      throw Refused.conflict("backup.other-tables");
    }
    for (var each : tallies.entrySet()) {
      requireSame(owner, each.getKey(), each.getValue());
    }
    Statements.runAll(owner, bare.after());
  }

  private static void requireSame(Connection owner, Tables.Table table, Tally wanted)
      throws IOException, SQLException {
    var counting = new Tally.Counting();
    table.copyTo(owner, counting);
    if (!counting.tally().equals(wanted)) {
      throw Refused.conflict(
          "backup.differs", table.name(), wanted.rows(), counting.tally().rows());
    }
  }

  private static Counted counted(Map<Tables.Table, Tally> tallies) {
    return new Counted(
        tallies.entrySet().stream()
            .collect(
                Collectors.toMap(each -> each.getKey().name(), each -> each.getValue().rows())));
  }

  /** Only looks. */
  private static final class Passing implements Contents.Taking {

    @Override
    public void file(String name, InputStream content) {}

    @Override
    public void table(Tables.Table table, InputStream rows) {}
  }

  private final class Loading implements Contents.Taking {

    private final Connection owner;
    private final List<Tables.Table> there;

    Loading(Connection owner, List<Tables.Table> there) {
      this.owner = owner;
      this.there = there;
    }

    @Override
    public void file(String name, InputStream content) throws IOException {
      beside.put(home, name, content);
    }

    @Override
    public void table(Tables.Table table, InputStream rows) throws IOException, SQLException {
      if (!there.contains(table)) {
        throw Refused.conflict("backup.other-tables");
      }
      owner.unwrap(PGConnection.class).getCopyAPI().copyIn(table.in(), rows, BUFFER_BYTES);
    }
  }
}
