package health.malasakit.patients.speaking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What we have read about a state's law on care to which a minor consents alone: the data file
 * {@code patients/minor_consent.csv}. It is shown to who sets a clinic's rule and decides nothing.
 *
 * @param age in whole years; empty when none was read, which does not mean that there is none
 * @param scope for which care
 * @param verified whether somebody who may has confirmed it
 * @param remark what else to mind, or empty
 */
public record StateConsent(
    Optional<Integer> age,
    String scope,
    String source,
    LocalDate readOn,
    boolean verified,
    String remark) {

  private static final Map<String, StateConsent> BY_STATE = read();

  /** What was read for a state, two letters; empty where nothing was. */
  public static Optional<StateConsent> in(String state) {
    return Optional.ofNullable(BY_STATE.get(state));
  }

  private static Map<String, StateConsent> read() {
    try (var in = StateConsent.class.getResourceAsStream("/patients/minor_consent.csv")) {
      if (in == null) {
        throw new IllegalStateException("missing from the program: minor_consent.csv");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("state,"))
          .map(line -> line.split(",", -1))
          .collect(Collectors.toUnmodifiableMap(row -> row[0], StateConsent::of));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static StateConsent of(String[] row) {
    return new StateConsent(
        row[1].isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(row[1])),
        row[2],
        row[3],
        LocalDate.parse(row[4]),
        "yes".equals(row[5]),
        row[6]);
  }
}
