package health.malasakit.advocacy;

import java.security.SecureRandom;

/** Numbers to say aloud: {@code K7M-2QX}; random, without letters that are heard as another. */
final class Numbers {

  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int HALF = 3;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Numbers() {}

  static String next() {
    return half() + "-" + half();
  }

  private static String half() {
    return RANDOM
        .ints(HALF, 0, LETTERS.length())
        .mapToObj(LETTERS::charAt)
        .map(String::valueOf)
        .collect(java.util.stream.Collectors.joining());
  }
}
