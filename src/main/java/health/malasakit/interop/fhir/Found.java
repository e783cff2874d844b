package health.malasakit.interop.fhir;

import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What reading a file comes upon, one after the other. */
sealed interface Found {

  /**
   * A resource of a type that was asked for.
   *
   * @param path where it stands inside its resource when it is contained in one; else its type
   * @param fullUrl its name inside its bundle; empty when there is none
   * @param json its elements that are read
   * @param seen for a coverage inside a benefit, the day of that benefit
   */
  record Resource(
      Place place,
      String type,
      String path,
      String fullUrl,
      ObjectNode json,
      Optional<LocalDate> seen)
      implements Found {

    /** Whether it stands inside another resource. */
    boolean contained() {
      return !path.equals(type);
    }

    /** Prints no fact about a person. */
    @Override
    public String toString() {
      return "Resource[" + type + "]";
    }
  }

  /** A resource of a type that was not asked for. */
  record Other(String type) implements Found {}

  /** Something that cannot be read; a resource when its type is known. */
  record Broken(Refusal refusal, String type) implements Found {}

  /** The file cannot be read any further. */
  record Ended(Refusal refusal) implements Found {}
}
