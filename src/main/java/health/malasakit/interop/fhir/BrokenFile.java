package health.malasakit.interop.fhir;

import health.malasakit.kernel.Sentences;
import java.io.EOFException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Why a file cannot be read any further: a code, a sentence, and where; nothing of its contents.
 */
final class BrokenFile {

  private BrokenFile() {}

  /** A bundle of a kind whose entries are not simply what is so now. */
  static final class WrongBundle extends JacksonException {

    private static final long serialVersionUID = 1;

    WrongBundle() {
      super("bundle type");
    }
  }

  static String rule(Exception broken) {
    return switch (broken) {
      case JacksonIOException wrapped when wrapped.getCause() != null -> rule(wrapped.getCause());
      case WrongBundle wrong -> Refusal.said("bundle.type");
      case JacksonException truncated when ended(truncated) ->
          Refusal.said("file.truncated", at(truncated));
      case StreamConstraintsException large -> Refusal.said("file.limit", at(large));
      case JacksonException notJson -> Refusal.said("file.json", at(notJson));
      case EOFException truncated -> Refusal.said("file.truncated/packed");
      case ZipException damaged -> Refusal.said("file.damaged");
      case CharacterCodingException letters -> Refusal.said("file.letters");
      case AccessDeniedException closed -> Refusal.said("file.closed");
      default -> Refusal.said("file.unreadable");
    };
  }

  /** Whether it is the file that cannot be read, and not what stands in it. */
  static boolean unreadable(JacksonException broken) {
    return broken instanceof JacksonIOException wrapped
        && !(wrapped.getCause() instanceof CharacterCodingException);
  }

  /** The reader has a type for most ends in the middle, and only a word for the others. */
  private static boolean ended(JacksonException broken) {
    return broken instanceof UnexpectedEndOfInputException
        || String.valueOf(broken.getOriginalMessage()).contains("end-of-input");
  }

  private static String at(JacksonException broken) {
    var location = broken.getLocation();
    return location == null || location.getLineNr() < 1
        ? ""
        : Sentences.of("interop.at", location.getLineNr(), location.getColumnNr());
  }
}
