package health.malasakit.desk.reminders;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.messaging.PriorOptOuts;
import health.malasakit.messaging.texts.NumberStops;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Numbers that wanted no more texts from whoever sent for the clinic before. */
@Component
class OptOuts {

  private static final int LINES_MAX = 20_000;

  private final NumberStops stops;
  private final PriorOptOuts before;
  private final Audit audit;

  OptOuts(NumberStops stops, PriorOptOuts before, Audit audit) {
    this.stops = stops;
    this.before = before;
    this.audit = audit;
  }

  /**
   * Closes them all, or none.
   *
   * @param typed one number a line; what follows a comma is not looked at
   * @param on the clinic's day
   * @throws Refused invalid on the field {@code numbers}: code {@code opt_outs.none} without a
   *     number, {@code opt_outs.line} with the line that cannot be read, {@code opt_outs.many}
   */
  @Transactional
  public void take(OrganizationId clinic, String typed, LocalDate on) {
    var lines = typed.lines().map(String::strip).toList();
    if (lines.size() > LINES_MAX) {
      throw Refused.invalid("opt_outs.many", LINES_MAX).onField("numbers");
    }
    var numbers =
        IntStream.range(0, lines.size())
            .filter(nth -> !lines.get(nth).isEmpty())
            .mapToObj(nth -> number(lines, nth))
            .collect(Collectors.toMap(Phone::digits, one -> one, (one, again) -> one))
            .values();
    if (numbers.isEmpty()) {
      throw Refused.invalid("opt_outs.none").onField("numbers");
    }
    stops.closeAll(clinic, numbers);
    before.taken(clinic, numbers.size(), on);
    audit.done(Act.on(clinic, "changed", "clinic", clinic.value()).with("opt-outs"));
  }

  private static Phone number(List<String> lines, int nth) {
    var written = lines.get(nth).split(",", 2)[0].strip();
    if (written.chars().noneMatch(Character::isDigit)) {
      throw unreadable(nth);
    }
    var phone = Phone.of(written);
    if (phone.e164().isEmpty()) {
      throw unreadable(nth);
    }
    return phone;
  }

  private static Refused unreadable(int nth) {
    return Refused.invalid("opt_outs.line", nth + 1).onField("numbers");
  }
}
