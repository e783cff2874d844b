package health.malasakit.inquiries.outbound.web;

import health.malasakit.access.Accounts;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicNumber;
import health.malasakit.inquiries.outbound.SafeNumber;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.Patient;
import health.malasakit.patients.SafeContact;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The exact words to leave: who calls, the clinic's neutral name, the number; nothing of health.
 */
@Component
class Leavings {

  private final Accounts accounts;

  Leavings(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Empty when no message may be left, or there is no number to ring back. */
  String words(SafeNumber number, Clinic clinic, Patient patient) {
    return switch (number.leaving()) {
      case NOT -> "";
      case HERS -> patient.safeContact().map(SafeContact::words).orElse("");
      case USUAL -> usual(clinic);
    };
  }

  private String usual(Clinic clinic) {
    var back = ringBack(clinic);
    if (back.isEmpty()) {
      return "";
    }
    var me = Scopes.current().account().map(accounts::nameOf).orElse("").split(" ", 2)[0];
    var neutral = clinic.profile().openName();
    return neutral.isEmpty()
        ? Sentences.of("outbound.leave.unnamed", me, back.get())
        : Sentences.of("outbound.leave", me, neutral, back.get());
  }

  private static Optional<String> ringBack(Clinic clinic) {
    return clinic.numbers().stream().findFirst().map(ClinicNumber::phone).map(Phone::shown);
  }
}
