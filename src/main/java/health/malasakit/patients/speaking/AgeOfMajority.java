package health.malasakit.patients.speaking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When a person speaks for herself: at 18, everywhere. Some states' laws are said to give another
 * age; what we have read of them is the data file {@code patients/age_of_majority.csv}, which is
 * shown to who sets a clinic's rule and decides nothing.
 *
 * @param age in whole years, as read
 * @param source the law
 * @param verified whether somebody who may has confirmed it
 */
public record AgeOfMajority(int age, String source, boolean verified) {

  /** The age that decides, in whole years. */
  public static final int YEARS = 18;

  private static final Map<String, AgeOfMajority> BY_STATE = read();

  /** What was read for a state or territory, two letters; empty where nothing but 18 was. */
  public static Optional<AgeOfMajority> read(String state) {
    return Optional.ofNullable(BY_STATE.get(state));
  }

  /**
   * The day at whose midnight she comes of age; born on 29 February: 28 February of other years.
   */
  public static LocalDate dayFor(LocalDate born) {
    return born.plusYears(YEARS);
  }

  /** Whether somebody born then is still a minor on that day. */
  public static boolean minorOn(LocalDate born, LocalDate day) {
    return day.isBefore(dayFor(born));
  }

  private static Map<String, AgeOfMajority> read() {
    try (var in = AgeOfMajority.class.getResourceAsStream("/patients/age_of_majority.csv")) {
      if (in == null) {
        throw new IllegalStateException("missing from the program: age_of_majority.csv");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("state,"))
          .map(line -> line.split(",", -1))
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row[0],
                  row ->
                      new AgeOfMajority(Integer.parseInt(row[1]), row[2], "yes".equals(row[3]))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
