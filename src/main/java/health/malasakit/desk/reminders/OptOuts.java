package health.malasakit.desk.reminders;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.messaging.PriorOptOuts;
import health.malasakit.messaging.mail.EmailAddress;
import health.malasakit.messaging.mail.MailStops;
import health.malasakit.messaging.texts.NumberStops;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who wanted no more texts or e-mails from whoever sent for the clinic before. */
@Component
class OptOuts {

  private static final int LINES_MAX = 20_000;

  private final NumberStops stops;
  private final MailStops mails;
  private final PriorOptOuts before;
  private final Audit audit;

  OptOuts(NumberStops stops, MailStops mails, PriorOptOuts before, Audit audit) {
    this.stops = stops;
    this.mails = mails;
    this.before = before;
    this.audit = audit;
  }

  /**
   * Closes them all, or none.
   *
   * @param typed one number or e-mail address a line; what follows a comma is not looked at
   * @param on the clinic's day
   * @throws Refused invalid on the field {@code numbers}: code {@code opt_outs.none} without one,
   *     {@code opt_outs.line} with the line that cannot be read, {@code opt_outs.many}
   */
  @Transactional
  public void take(OrganizationId clinic, String typed, LocalDate on) {
    var lines = typed.lines().map(String::strip).toList();
    if (lines.size() > LINES_MAX) {
      throw Refused.invalid("opt_outs.many", LINES_MAX).onField("numbers");
    }
    Map<String, Phone> numbers = new LinkedHashMap<>();
    Map<String, EmailAddress> addresses = new LinkedHashMap<>();
    for (int nth = 0; nth < lines.size(); nth++) {
      var written = lines.get(nth).split(",", 2)[0].strip();
      if (written.contains("@")) {
        var address = address(written, nth);
        addresses.put(address.value().toLowerCase(Locale.ROOT), address);
      } else if (!lines.get(nth).isEmpty()) {
        var number = number(written, nth);
        numbers.put(number.digits(), number);
      }
    }
    int taken = numbers.size() + addresses.size();
    if (taken == 0) {
      throw Refused.invalid("opt_outs.none").onField("numbers");
    }
    stops.closeAll(clinic, numbers.values());
    mails.closeAll(clinic, addresses.values(), on);
    before.taken(clinic, taken, on);
    audit.done(Act.on(clinic, "changed", "clinic", clinic.value()).with("opt-outs"));
  }

  private static EmailAddress address(String written, int nth) {
    return EmailAddress.of(written).orElseThrow(() -> unreadable(nth));
  }

  private static Phone number(String written, int nth) {
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
