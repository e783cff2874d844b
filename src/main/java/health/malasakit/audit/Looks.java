package health.malasakit.audit;

import java.util.List;
import java.util.UUID;

/** Looks as the parameters of one question: three lists of the same length, in the same order. */
public record Looks(UUID[] lines, UUID[] patients, String[] moments) {

  /** Of these looks; moments as text that PostgreSQL reads as timestamptz. */
  public static Looks of(List<Look> looks) {
    return new Looks(
        looks.stream().map(Look::line).toArray(UUID[]::new),
        looks.stream().map(look -> look.patient().value()).toArray(UUID[]::new),
        looks.stream().map(look -> look.at().toString()).toArray(String[]::new));
  }
}
