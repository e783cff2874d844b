package health.malasakit.messaging.mail;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a mail server answers.
 *
 * @param status from 200 to 599
 * @param lines without the status
 */
record SmtpReply(int status, List<String> lines) {

  boolean isYes() {
    return status < 300;
  }

  boolean isGoOn() {
    return status >= 300 && status < 400;
  }

  boolean isNo() {
    return status >= 400;
  }

  /** Whether it does not know the word, or will never do it. */
  boolean isKnownNot() {
    return status >= 500;
  }

  /** Whether it said that it can do this, for example STARTTLS. */
  boolean offers(String ability) {
    return lines.stream()
        .skip(1)
        .anyMatch(line -> words(line).findFirst().orElse("").equals(ability));
  }

  /** Whether it said that this is one of the ways of an ability, for example AUTH with PLAIN. */
  boolean offers(String ability, String way) {
    return lines.stream()
        .skip(1)
        .filter(line -> words(line).findFirst().orElse("").equals(ability))
        .anyMatch(line -> words(line).skip(1).anyMatch(way::equals));
  }

  private static Stream<String> words(String line) {
    return Stream.of(line.toUpperCase(Locale.ROOT).split("[ =]+", -1));
  }
}
