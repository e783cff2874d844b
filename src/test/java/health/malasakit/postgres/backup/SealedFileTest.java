package health.malasakit.postgres.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.kernel.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a sealed file, nothing is read from it that was not written to it. */
class SealedFileTest {

  private static final Path NAME = Path.of("clinic.backup");
  private static final int HEAD = Seal.BEGIN.length + Seal.SALT_BYTES + BackupKey.MARK_BYTES;
  private static final int WHOLE_CHUNK = Integer.BYTES + Seal.CHUNK_BYTES + Seal.TAG_BYTES;

  @TempDir Path directory;

  @Test
  void what_was_written_is_read_whatever_its_length() throws IOException {
    var key = key("a");
    for (int length : new int[] {0, 1, Seal.CHUNK_BYTES, Seal.CHUNK_BYTES + 1, 300_000}) {
      var text = bytes(length);
      assertThat(open(sealed(text, key), key)).isEqualTo(text);
    }
  }

  @Test
  void a_file_that_is_cut_off_anywhere_is_refused() throws IOException {
    var key = key("a");
    var whole = sealed(bytes(3 * Seal.CHUNK_BYTES + 10), key);
    var random = new Random(20261126);
    for (int n = 0; n < 60; n++) {
      int length = n < 4 ? HEAD + n * WHOLE_CHUNK : random.nextInt(whole.length);
      assertThatThrownBy(() -> open(Arrays.copyOf(whole, length), key))
          .as("cut at %d of %d", length, whole.length)
          .isInstanceOf(Refused.class)
          .satisfies(refused ->
              assertThat(((Refused) refused).code())
                  .isEqualTo(length < Seal.BEGIN.length ? "backup.none" : "backup.cut"));
    }
  }

  @Test
  void a_bit_that_flips_anywhere_is_found() throws IOException {
    var key = key("a");
    var whole = sealed(bytes(150_000), key);
    var random = new Random(20261126);
    for (int n = 0; n < 200; n++) {
      var changed = whole.clone();
      int at = n < HEAD + 10 ? n : random.nextInt(whole.length);
      changed[at] ^= (byte) (1 << random.nextInt(8));
      assertThatThrownBy(() -> open(changed, key))
          .as("changed at %d of %d", at, whole.length)
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void chunks_that_were_moved_left_out_doubled_or_taken_from_another_file_are_found()
      throws IOException {
    var key = key("a");
    var whole = sealed(bytes(3 * Seal.CHUNK_BYTES + 10), key);
    var other = sealed(bytes(3 * Seal.CHUNK_BYTES + 10), key);
    int second = HEAD + WHOLE_CHUNK;
    int third = second + WHOLE_CHUNK;
    var head = Arrays.copyOf(whole, second);
    var two = Arrays.copyOfRange(whole, second, third);
    var three = Arrays.copyOfRange(whole, third, third + WHOLE_CHUNK);
    var end = Arrays.copyOfRange(whole, third + WHOLE_CHUNK, whole.length);
    var foreign = Arrays.copyOfRange(other, second, third);

    assertThat(open(joined(head, two, three, end), key))
        .isEqualTo(bytes(3 * Seal.CHUNK_BYTES + 10));
    for (var wrong :
        new byte[][] {
          joined(head, three, two, end),
          joined(head, three, end),
          joined(head, two, two, three, end),
          joined(head, foreign, three, end),
          joined(head, two, three, end, end),
        }) {
      assertThatThrownBy(() -> open(wrong, key))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("was changed");
    }
  }

  @Test
  void another_key_and_what_is_no_backup_are_named() throws IOException {
    var whole = sealed(bytes(10), key("a"));

    assertThatThrownBy(() -> open(whole, key("b"))).hasMessageContaining("made with another key");
    assertThatThrownBy(() -> open(bytes(1000), key("a"))).hasMessageContaining("is no backup");
    var text = Files.writeString(directory.resolve("text"), "no key");
    assertThatThrownBy(() -> BackupKey.read(text)).hasMessageContaining("is no key");
    assertThatThrownBy(() -> BackupKey.read(directory.resolve("none")))
        .hasMessageContaining("There is no key");
  }

  @Test
  void a_key_is_read_by_its_owner_alone_and_is_the_same_again() throws IOException {
    var file = directory.resolve("key");
    var made = BackupKey.make(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(open(sealed(bytes(10), made), BackupKey.read(file))).isEqualTo(bytes(10));
    assertThatThrownBy(() -> BackupKey.make(file)).isInstanceOf(Refused.class);
  }

  private BackupKey key(String name) {
    var file = directory.resolve(name + ".key");
    return Files.exists(file) ? BackupKey.read(file) : BackupKey.make(file);
  }

  private static byte[] bytes(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] sealed(byte[] text, BackupKey key) throws IOException {
    var file = new ByteArrayOutputStream();
    try (var out = new SealedOutput(file, key)) {
      out.write(text);
    }
    return file.toByteArray();
  }

  private static byte[] open(byte[] file, BackupKey key) throws IOException {
    try (InputStream in = new SealedInput(new ByteArrayInputStream(file), NAME, key)) {
      return in.readAllBytes();
    }
  }

  private static byte[] joined(byte[]... parts) {
    var all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (var part : parts) {
      all.put(part);
    }
    return all.array();
  }
}
