package health.malasakit.messaging.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Hours in which the rules of a state let messages go out, from {@code
 * messaging/sending_hours.csv}.
 *
 * @param state two letters; {@code US} for everyone
 * @param verify how sure we are of it, as the file marks it
 */
public record StateHours(
    String state,
    Set<DayOfWeek> days,
    Window window,
    String appliesTo,
    String source,
    String verify) {

  private static final int COLUMNS = 7;
  private static final List<StateHours> ALL = read();

  /** Every line of the file. */
  public static List<StateHours> all() {
    return ALL;
  }

  /** The lines that count in any of these on that day, those of everyone among them. */
  static List<Window> of(Set<String> states, DayOfWeek day) {
    return ALL.stream()
        .filter(one -> one.state.equals("US") || states.contains(one.state))
        .filter(one -> one.days.contains(day))
        .map(StateHours::window)
        .toList();
  }

  private static List<StateHours> read() {
    try (var in = StateHours.class.getResourceAsStream("/messaging/sending_hours.csv")) {
      if (in == null) {
        throw new IllegalStateException("missing from the program: sending_hours.csv");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", COLUMNS))
          .map(StateHours::line)
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static StateHours line(String[] cell) {
    var window = new Window(LocalTime.parse(cell[2]), LocalTime.parse(cell[3]));
    return new StateHours(cell[0], days(cell[1]), window, cell[4], cell[5], cell[6]);
  }

  private static Set<DayOfWeek> days(String written) {
    return switch (written) {
      case "all" -> EnumSet.allOf(DayOfWeek.class);
      case "Mon-Fri" -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
      case "Mon-Sat" -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);
      case "Sat-Sun" -> EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
      case "Sun" -> EnumSet.of(DayOfWeek.SUNDAY);
      default -> throw new IllegalStateException("sending_hours.csv: no days are " + written);
    };
  }
}
