package health.malasakit.kernel;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes and reads ids: UUID version 7 (RFC 9562, section 5.7), so that newer rows lie together in
 * an index. Within one JVM each id sorts after the one before it, also when the clock steps back.
 */
public final class Ids {

  private static final int COUNTER_BITS = 12;
  private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Milliseconds since 1970 and a counter within the millisecond, as of the last id. */
  private static final AtomicLong LAST = new AtomicLong();

  private Ids() {}

  /** A new id that sorts after every id this JVM made before. */
  public static UUID next() {
    long earliest = System.currentTimeMillis() << COUNTER_BITS;
    return of(LAST.updateAndGet(last -> Math.max(last + 1, earliest)));
  }

  /**
   * A new id that also sorts after that one, which a machine whose clock was ahead may have made.
   */
  public static UUID after(UUID other) {
    UUID next = next();
    long high = other.getMostSignificantBits();
    return next.getMostSignificantBits() > high
        ? next
        : of(((high >>> 16 << COUNTER_BITS) | (high & COUNTER_MASK)) + 1);
  }

  private static UUID of(long tick) {
    long high = tick >>> COUNTER_BITS << 16 | VERSION_7 | (tick & COUNTER_MASK);
    return new UUID(high, VARIANT | (RANDOM.nextLong() & RANDOM_MASK));
  }

  /**
   * Reads the usual form of 36 characters, and only that one: {@link UUID#fromString} also takes
   * {@code 1-1-1-1-1}.
   *
   * @throws Refused invalid, code {@code id.malformed}; the text itself is not repeated
   */
  public static UUID parse(String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equals(text.toLowerCase(Locale.ROOT))) {
        return id;
      }
    } catch (IllegalArgumentException notAnId) {
      throw malformed();
    }
    throw malformed();
  }

  private static Refused malformed() {
    return Refused.invalid("id.malformed");
  }
}
