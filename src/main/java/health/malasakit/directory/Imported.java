package health.malasakit.directory;

/** What taking a row from a file came to; a row that a person has edited here is left unchanged. */
public record Imported<T>(T id, Outcome outcome) {

  /** Whether the file said anything new. */
  public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED
  }
}
