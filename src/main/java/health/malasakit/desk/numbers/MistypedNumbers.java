package health.malasakit.desk.numbers;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.messaging.texts.NumberStops;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Numbers that were taken over wrongly from whoever sent for the clinic before. */
@Component
class MistypedNumbers {

  private static final int NUMBER_LENGTH_MAX = 40;

  private final NumberStops stops;
  private final Audit audit;

  MistypedNumbers(NumberStops stops, Audit audit) {
    this.stops = stops;
    this.audit = audit;
  }

  /**
   * One of them was mistyped: texts may go to it again.
   *
   * @throws Refused invalid on the fields {@code number} and {@code words}; conflict on {@code
   *     number}, codes {@code number_stop.open}, {@code number_stop.not_import}
   */
  @Transactional
  void correct(OrganizationId clinic, String number, String why) {
    stops.correctImport(clinic, read(number.strip()), why);
    audit.done(Act.on(clinic, "changed", "clinic", clinic.value()).with("opt-out-corrected"));
  }

  private static Phone read(String written) {
    if (written.chars().anyMatch(Character::isDigit) && written.length() <= NUMBER_LENGTH_MAX) {
      var phone = Phone.of(written);
      if (phone.e164().isPresent()) {
        return phone;
      }
    }
    throw Refused.invalid("opt_outs.number").onField("number");
  }

  /** What was corrected, the latest first; 20 at most. */
  @Transactional(readOnly = true)
  List<NumberStops.Line> corrected(OrganizationId clinic) {
    return stops.corrected(clinic);
  }
}
