package health.malasakit.inquiries.voicemail;

import health.malasakit.kernel.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Sound of a kind that browsers play; the kind is found in its first bytes. */
public final class Recording {

  /** So much is kept at most; what one request may bring is a setting below it. */
  private static final int BYTES_MAX = 20 * 1024 * 1024;

  /** MPEG audio, layer III: eleven bits that are set, then version and layer. */
  private static final int SYNC = 0xE2;

  private static final int SYNC_MASK = 0xE6;

  private final Kind kind;
  private final byte[] bytes;

  /** The kinds that are taken. */
  public enum Kind {
    WAV("audio/wav"),
    MP3("audio/mpeg"),
    OGG("audio/ogg"),
    M4A("audio/mp4");

    private final String mediaType;

    Kind(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Recording(Kind kind, byte[] bytes) {
    this.kind = kind;
    this.bytes = bytes;
  }

  /**
   * Reads sound.
   *
   * @throws Refused invalid, codes {@code voicemail.none}, {@code voicemail.large}, {@code
   *     voicemail.kind}
   */
  public static Recording of(byte[] bytes) {
    if (bytes.length == 0) {
      throw Refused.invalid("voicemail.none").onField("audio");
    }
    if (bytes.length > BYTES_MAX) {
      throw Refused.invalid("voicemail.large", BYTES_MAX / 1024 / 1024).onField("audio");
    }
    return new Recording(kind(bytes), bytes.clone());
  }

  /** What was kept. */
  static Recording kept(String kind, byte[] bytes) {
    return new Recording(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), bytes);
  }

  private static Kind kind(byte[] bytes) {
    if (stands("RIFF", bytes, 0) && stands("WAVE", bytes, 8)) {
      return Kind.WAV;
    }
    if (stands("OggS", bytes, 0)) {
      return Kind.OGG;
    }
    if (stands("ftyp", bytes, 4)) {
      return Kind.M4A;
    }
    if (stands("ID3", bytes, 0)
        || (bytes.length > 1 && bytes[0] == (byte) 0xFF && (bytes[1] & SYNC_MASK) == SYNC)) {
      return Kind.MP3;
    }
    throw Refused.invalid("voicemail.kind").onField("audio");
  }

  private static boolean stands(String word, byte[] bytes, int at) {
    var wanted = word.getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= at + wanted.length
        && Arrays.equals(wanted, Arrays.copyOfRange(bytes, at, at + wanted.length));
  }

  public Kind kind() {
    return kind;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** How long it is; empty when it does not say so itself. */
  Optional<Duration> length() {
    return Lengths.of(kind, bytes);
  }

  @Override
  public String toString() {
    return "Recording[" + kind + "]";
  }
}
