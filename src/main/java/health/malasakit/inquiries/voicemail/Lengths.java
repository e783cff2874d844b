package health.malasakit.inquiries.voicemail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a sound is, as far as its own head says so: RIFF, MPEG-1 and 2 layer III with or without
 * a Xing head, Ogg (RFC 3533) with Vorbis or Opus, and the movie head of MPEG-4 (ISO/IEC 14496-12).
 */
final class Lengths {

  private static final double LONGEST_SECONDS = 86_400;
  private static final int OPUS_RATE = 48_000;
  private static final int CHUNK_HEAD = 8;
  private static final int HEAD_MAX = 4096;

  /** Kilobits a second of layer III, by version 1 or 2 and index. */
  private static final int[][] KILOBITS = {
    {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0},
    {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0}
  };

  /** Samples a second of MPEG-1, to be divided by what the version says. */
  private static final int[] RATES = {44_100, 48_000, 32_000};

  /** By the two bits of the version: MPEG-2.5, none, 2, 1. */
  private static final int[] RATE_PARTS = {4, 1, 2, 1};

  private static final int MPEG_1 = 3;
  private static final int MONO = 3;

  /** Bytes between head and Xing head, of two channels and of one, for MPEG-1 and the others. */
  private static final int[][] SIDES = {{32, 17}, {17, 9}};

  private static final int[] FRAME_SAMPLES = {1152, 576};

  private Lengths() {}

  /** Empty when it does not say, or says what cannot be. */
  static Optional<Duration> of(Recording.Kind kind, byte[] bytes) {
    try {
      double seconds =
          switch (kind) {
            case WAV -> wav(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
            case MP3 -> mp3(ByteBuffer.wrap(bytes));
            case OGG -> ogg(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
            case M4A -> m4a(ByteBuffer.wrap(bytes));
          };
      return seconds >= 0 && seconds <= LONGEST_SECONDS
          ? Optional.of(Duration.ofSeconds(Math.round(seconds)))
          : Optional.empty();
    } catch (IndexOutOfBoundsException cut) {
      return Optional.empty();
    }
  }

  /** What a switch writes while it records may say no length: then it is what is there. */
  private static double wav(ByteBuffer file) {
    double perSecond = 0;
    for (long at = 12; ; ) {
      int place = Math.toIntExact(Math.min(at, Integer.MAX_VALUE - CHUNK_HEAD));
      long size = Integer.toUnsignedLong(file.getInt(place + 4));
      if (stands("fmt ", file, place)) {
        perSecond = file.getInt(place + CHUNK_HEAD + 8);
      }
      if (stands("data", file, place)) {
        long there = (long) file.limit() - place - CHUNK_HEAD;
        return (size == 0 ? there : Math.min(size, there)) / perSecond;
      }
      at = place + CHUNK_HEAD + size + size % 2;
    }
  }

  private static double mp3(ByteBuffer file) {
    int at = stands("ID3", file, 0) ? 10 + tagSize(file) : 0;
    int head = file.getInt(at);
    int version = head >> 19 & 3;
    int table = version == MPEG_1 ? 0 : 1;
    int rate = RATES[head >> 10 & 3] / RATE_PARTS[version];
    int xing = at + 4 + SIDES[table][(head >> 6 & 3) == MONO ? 1 : 0];
    if (stands("Xing", file, xing) || stands("Info", file, xing)) {
      return (double) file.getInt(xing + 8) * FRAME_SAMPLES[table] / rate;
    }
    return (file.limit() - at) * 8.0 / (KILOBITS[table][head >> 12 & 15] * 1000);
  }

  /** Seven bits of each byte count. */
  private static int tagSize(ByteBuffer file) {
    return file.get(6) << 21 | file.get(7) << 14 | file.get(8) << 7 | file.get(9);
  }

  /** The last page says how many samples there were. */
  private static double ogg(ByteBuffer file) {
    int last = file.limit() - 14;
    while (!stands("OggS", file, last)) {
      last--;
    }
    double samples = file.getLong(last + 6);
    int vorbis = find("vorbis", file);
    return samples / (vorbis < 0 ? OPUS_RATE : file.getInt(vorbis + 11));
  }

  private static double m4a(ByteBuffer file) {
    int at = find("mvhd", file);
    if (at < 0) {
      return -1;
    }
    return file.get(at + 4) == 0
        ? (double) file.getInt(at + 20) / file.getInt(at + 16)
        : (double) file.getLong(at + 28) / file.getInt(at + 24);
  }

  /** Where the word stands near the beginning, or near the end; -1 when nowhere. */
  private static int find(String word, ByteBuffer file) {
    int last = file.limit() - word.length();
    for (int at = 0; at <= last; at++) {
      if (at == HEAD_MAX) {
        at = Math.max(at, last - HEAD_MAX * 16);
      }
      if (stands(word, file, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean stands(String word, ByteBuffer file, int at) {
    var wanted = word.getBytes(US_ASCII);
    for (int n = 0; n < wanted.length; n++) {
      if (at + n >= file.limit() || file.get(at + n) != wanted[n]) {
        return false;
      }
    }
    return true;
  }
}
