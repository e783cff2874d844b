package health.malasakit.inquiries.texts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Under what a person's own answer goes out: a text that was opened again may be answered again.
 *
 * @param version of the text that was answered
 */
record AnswerKey(TextInId text, int version) {

  private static final String BEGINS = "reply/";
  private static final String PERSON = "/person/";
  private static final Pattern WRITTEN =
      Pattern.compile(BEGINS + "([0-9a-f-]{36})" + PERSON + "([0-9]{1,6})");

  static AnswerKey of(TextIn text) {
    return new AnswerKey(text.id(), text.version());
  }

  /** Empty when no person's answer has it. */
  static Optional<AnswerKey> read(String key) {
    var read = WRITTEN.matcher(key);
    return read.matches()
        ? Optional.of(
            new AnswerKey(
                new TextInId(UUID.fromString(read.group(1))), Integer.parseInt(read.group(2))))
        : Optional.empty();
  }

  String written() {
    return BEGINS + text + PERSON + version;
  }

  /** Every one that answers to this text may have. */
  static List<String> all(TextIn text) {
    return IntStream.rangeClosed(1, text.version())
        .mapToObj(version -> new AnswerKey(text.id(), version).written())
        .toList();
  }
}
