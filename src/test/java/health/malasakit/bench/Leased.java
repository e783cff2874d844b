package health.malasakit.bench;

import java.util.BitSet;

/** Which connections a recorded request holds at once, by number. */
final class Leased {

  private static final BitSet NUMBERS = new BitSet();

  private Leased() {}

  static synchronized int lowest() {
    int number = NUMBERS.nextClearBit(0);
    NUMBERS.set(number);
    return number;
  }

  static synchronized void giveBack(int number) {
    NUMBERS.clear(number);
    Leased.class.notifyAll();
  }

  /** A server commits the session when it has answered: until then the request is not over. */
  static synchronized void awaitNone() {
    try {
      while (!NUMBERS.isEmpty()) {
        Leased.class.wait();
      }
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }
}
