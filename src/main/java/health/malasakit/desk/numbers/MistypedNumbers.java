package health.malasakit.desk.numbers;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.messaging.mail.EmailAddress;
import health.malasakit.messaging.mail.MailStops;
import health.malasakit.messaging.texts.NumberStops;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Numbers and e-mails that were taken over wrongly from whoever sent for the clinic before. */
@Component
class MistypedNumbers {

  private static final int NUMBER_LENGTH_MAX = 40;

  private final NumberStops stops;
  private final MailStops mails;
  private final Audit audit;

  MistypedNumbers(NumberStops stops, MailStops mails, Audit audit) {
    this.stops = stops;
    this.mails = mails;
    this.audit = audit;
  }

  /**
   * What was typed.
   *
   * @param number or e-mail address
   * @param why what was wrong
   * @param on the clinic's day
   */
  record Typed(String number, String why, LocalDate on) {

    @Override
    public String toString() {
      return "Typed";
    }
  }

  /**
   * One of them was mistyped: messages may go to it again.
   *
   * @throws Refused invalid on the fields {@code number} and {@code words}; conflict on {@code
   *     number}, codes {@code number_stop.open}, {@code number_stop.not_import}, {@code
   *     mail_stop.open}
   */
  @Transactional
  void correct(OrganizationId clinic, Typed typed) {
    var written = typed.number().strip();
    if (written.contains("@")) {
      var address = EmailAddress.of(written).orElseThrow(MistypedNumbers::unreadable);
      mails.correct(clinic, address, typed.why(), typed.on());
    } else {
      stops.correctImport(clinic, read(written), typed.why());
    }
    audit.done(Act.on(clinic, "changed", "clinic", clinic.value()).with("opt-out-corrected"));
  }

  private static Phone read(String written) {
    if (written.chars().anyMatch(Character::isDigit) && written.length() <= NUMBER_LENGTH_MAX) {
      var phone = Phone.of(written);
      if (phone.e164().isPresent()) {
        return phone;
      }
    }
    throw unreadable();
  }

  private static Refused unreadable() {
    return Refused.invalid("opt_outs.number").onField("number");
  }

  /** What was corrected, why, by whom and when; the number as it is shown. */
  record Corrected(String number, String why, Optional<AccountId> by, Instant at) {

    @Override
    public String toString() {
      return "Corrected";
    }
  }

  /** Both, the latest first; 20 of each at most. */
  @Transactional(readOnly = true)
  List<Corrected> corrected(OrganizationId clinic) {
    var numbers =
        stops.corrected(clinic).stream()
            .map(one ->
                new Corrected(
                    Phone.of("+" + one.digits()).shown(),
                    one.ground().words(),
                    one.by(),
                    one.at()));
    var addresses =
        mails.corrected(clinic).stream()
            .map(one -> new Corrected(one.address(), one.words(), one.by(), one.at()));
    return Stream.concat(numbers, addresses)
        .sorted(Comparator.comparing(Corrected::at).reversed())
        .toList();
  }
}
