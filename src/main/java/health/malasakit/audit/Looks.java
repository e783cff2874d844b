package health.malasakit.audit;

import java.util.List;
import java.util.UUID;

/** Looks as parameters of one question: three arrays of the same length, in the same order. */
public record Looks(List<Look> all) {

  /** The line of each. */
  public UUID[] lines() {
    return all.stream().map(Look::line).toArray(UUID[]::new);
  }

  /** The patient of each. */
  public UUID[] patients() {
    return all.stream().map(look -> look.patient().value()).toArray(UUID[]::new);
  }

  /** The moment of each, as text that PostgreSQL reads as timestamptz. */
  public String[] moments() {
    return all.stream().map(look -> look.at().toString()).toArray(String[]::new);
  }
}
