package health.malasakit.interop.fhir;

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
      case WrongBundle wrong ->
          "bundle.type: Transaction, batch, collection, searchset, document and message bundles"
              + " are taken, this one is none of them.";
      case JacksonException truncated when ended(truncated) ->
          "file.truncated: The file ends in the middle" + at(truncated) + ".";
      case StreamConstraintsException large ->
          "file.limit: A text is too long, or it is nested too deep" + at(large) + ".";
      case JacksonException notJson -> "file.json: This is not JSON" + at(notJson) + ".";
      case EOFException truncated -> "file.truncated: The packed file ends too early.";
      case ZipException damaged -> "file.damaged: The packed file is damaged.";
      case CharacterCodingException letters -> "file.letters: The file is not UTF-8.";
      case AccessDeniedException closed -> "file.closed: The file may not be read by you.";
      default -> "file.unreadable: The file cannot be read.";
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
        : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
