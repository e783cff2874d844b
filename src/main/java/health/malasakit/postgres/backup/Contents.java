package health.malasakit.postgres.backup;

import health.malasakit.kernel.Refused;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/**
 * What stands in a backup, below its seal: what it says of itself, then files and tables one after
 * the other, each table with its tally, then the end.
 */
final class Contents implements AutoCloseable {

  private static final int FILE = 1;
  private static final int TABLE = 2;
  private static final int END = 3;

  private final Path file;
  private final SealedInput sealed;
  private final DataInputStream in;
  private final Manifest manifest;

  /** Who writes a part. */
  interface Part {
    void to(OutputStream out) throws IOException;
  }

  /** Who takes the parts; what is not read is passed over. */
  interface Taking {
    void file(String name, InputStream content) throws IOException;

    void table(Tables.Table table, InputStream rows) throws IOException, SQLException;
  }

  private Contents(Path file, BackupKey key) throws IOException {
    this.file = file;
    this.sealed =
        new SealedInput(new BufferedInputStream(Files.newInputStream(file), 1 << 16), file, key);
    this.in =
        new DataInputStream(new BufferedInputStream(new InflaterInputStream(sealed), 1 << 15));
    this.manifest = Manifest.parsed(in.readNBytes(in.readInt()));
  }

  static Contents of(Path file, BackupKey key) throws IOException {
    try {
      return new Contents(file, key);
    } catch (NoSuchFileException absent) {
      throw Refused.notFound("backup.absent", file);
    }
  }

  static void manifest(DataOutputStream out, Manifest manifest) throws IOException {
    var json = manifest.json();
    out.writeInt(json.length);
    out.write(json);
  }

  static void file(DataOutputStream out, String name, Part part) throws IOException {
    out.writeByte(FILE);
    out.writeUTF(name);
    try (var blocks = new Blocks.Output(out)) {
      part.to(blocks);
    }
  }

  static Tally table(DataOutputStream out, Tables.Table table, Connection from)
      throws IOException, SQLException {
    out.writeByte(TABLE);
    out.writeUTF(table.name());
    out.writeUTF(table.columns());
    var counting = new Tally.Counting();
    try (var blocks = new Blocks.Output(out)) {
      table.copyTo(from, new Both(blocks, counting));
    }
    var tally = counting.tally();
    out.writeLong(tally.rows());
    out.writeUTF(tally.sum());
    return tally;
  }

  static void end(DataOutputStream out, int tables) throws IOException {
    out.writeByte(END);
    out.writeInt(tables);
  }

  Manifest manifest() {
    return manifest;
  }

  /** Gives every part, to the very end of the file, and what each table tallied. */
  Map<Tables.Table, Tally> each(Taking taking) throws IOException, SQLException {
    var tallies = new LinkedHashMap<Tables.Table, Tally>();
    for (int kind = in.readByte(); kind != END; kind = in.readByte()) {
      if (kind == FILE) {
        var name = in.readUTF();
        var content = new Blocks.Input(in);
        taking.file(name, content);
        content.transferTo(OutputStream.nullOutputStream());
      } else {
        var table = new Tables.Table(in.readUTF(), in.readUTF());
        tallies.put(table, rows(table, taking));
      }
    }
    if (in.readInt() != tallies.size()) {
      throw Refused.invalid("backup.changed", file);
    }
    sealed.transferTo(OutputStream.nullOutputStream());
    return tallies;
  }

  private Tally rows(Tables.Table table, Taking taking) throws IOException, SQLException {
    var counting = new Tally.Counting();
    var rows = new Counted(new Blocks.Input(in), counting);
    taking.table(table, rows);
    rows.transferTo(OutputStream.nullOutputStream());
    var said = new Tally(in.readLong(), in.readUTF());
    if (!said.equals(counting.tally())) {
      throw Refused.invalid("backup.changed", file);
    }
    return said;
  }

  /** What is read passes the count. */
  private static final class Counted extends FilterInputStream {

    private final OutputStream counting;

    Counted(InputStream in, OutputStream counting) {
      super(in);
      this.counting = counting;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int some = super.read(into, from, length);
      if (some > 0) {
        counting.write(into, from, some);
      }
      return some;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
