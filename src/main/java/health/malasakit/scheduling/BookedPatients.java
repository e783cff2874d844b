package health.malasakit.scheduling;

import health.malasakit.access.records.RecordGate;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.patients.speaking.MayKeep;
import health.malasakit.patients.speaking.MinorRules;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether a visit may be booked for this patient at all, and stay what it is when it moves. */
@Component
class BookedPatients {

  private final Patients patients;
  private final MinorRules minors;
  private final RecordGate gate;
  private final ObjectProvider<SetAside> aside;

  BookedPatients(
      Patients patients, MinorRules minors, RecordGate gate, ObjectProvider<SetAside> aside) {
    this.patients = patients;
    this.minors = minors;
    this.gate = gate;
    this.aside = aside;
  }

  /**
   * Her card; refused when she is not of this clinic, closed to who asks, or has died, and while
   * the booking of who asks is set aside.
   */
  PatientCard patient(TimeWanted wanted, OrganizationId organization) {
    requireTime();
    var card = patients.cards(List.of(wanted.patient())).get(wanted.patient());
    if (card == null || !card.organization().equals(organization)) {
      throw Refused.notFound("patient.none");
    }
    gate.checkBooking(organization, card.id());
    if (card.deceased()) {
      throw BookingRules.deceased();
    }
    return card;
  }

  private void requireTime() {
    var waits =
        Scopes.current().account().stream()
            .anyMatch(who -> aside.stream().anyMatch(each -> each.isSetAside(who)));
    if (waits) {
      throw Refused.conflict("booking.set_aside");
    }
  }

  /**
   * Whether a visit that becomes hers stays confidential: hers alone when she is of age, as every
   * visit is then.
   *
   * @throws Refused conflict, code {@code visit.confidential}, when it could not be for her
   */
  boolean keeps(Visit visit, PatientId right) {
    if (!visit.confidential()) {
      return false;
    }
    return switch (minors.mayKeep(visit.organization(), right, visit.time().date())) {
      case MayKeep.Yes yes -> true;
      case MayKeep.OfAge of -> false;
      case MayKeep.NotSaidYet unsaid -> throw Refused.conflict("visit.confidential/given");
      case MayKeep.TooYoung young -> throw Refused.conflict("visit.confidential/given");
      case MayKeep.AgeUnknown unknown -> throw Refused.conflict("visit.confidential/given");
    };
  }

  /**
   * A confidential visit does not move to a day on which it could not be one.
   *
   * @throws Refused conflict, code {@code visit.confidential}
   */
  void requireStillKept(Visit visit, LocalDate date) {
    if (visit.confidential()
        && date.isBefore(visit.time().date())
        && minors.mayKeep(visit.organization(), visit.patient(), date)
            instanceof MayKeep.TooYoung(int age, var firstDay)) {
      throw Refused.conflict("visit.confidential/move", Moments.dated(firstDay));
    }
  }
}
