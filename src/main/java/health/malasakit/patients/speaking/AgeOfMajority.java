package health.malasakit.patients.speaking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * From which birthday a person speaks for herself, by the state of her clinic: the data file {@code
 * patients/age_of_majority.csv} with its sources.
 *
 * @param age in whole years
 * @param source the law
 * @param verified whether somebody who may has confirmed it
 */
public record AgeOfMajority(int age, String source, boolean verified) {

  private static final AgeOfMajority USUAL =
      new AgeOfMajority(18, "age of majority of most states", false);
  private static final Map<String, AgeOfMajority> BY_STATE = read();

  /** The age in a state or territory, two letters. */
  public static AgeOfMajority in(String state) {
    return BY_STATE.getOrDefault(state, USUAL);
  }

  /**
   * The day at whose midnight she comes of age; born on 29 February: 28 February of other years.
   */
  public LocalDate dayFor(LocalDate born) {
    return born.plusYears(age);
  }

  /** Whether somebody born then is still a minor on that day. */
  public boolean minorOn(LocalDate born, LocalDate day) {
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
