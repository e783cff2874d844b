package health.malasakit.scheduling;

import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.Patients;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes the time of a visit again that was given up by mistake. */
@Component
class Retaking {

  private final Sites sites;
  private final Practitioners practitioners;
  private final VisitTypes types;
  private final Patients patients;
  private final TimeTaking times;

  Retaking(
      Sites sites,
      Practitioners practitioners,
      VisitTypes types,
      Patients patients,
      TimeTaking times) {
    this.sites = sites;
    this.practitioners = practitioners;
    this.types = types;
    this.patients = patients;
    this.times = times;
  }

  /**
   * It was agreed on once, so neither sessions nor notice are asked again, only that it is free.
   *
   * @throws Refused conflict, code {@code time.taken}
   */
  void takeAgain(Visit visit) {
    var card = patients.cards(List.of(visit.patient())).get(visit.patient());
    if (card == null) {
      throw Visits.none();
    }
    if (card.deceased()) {
      throw BookingRules.deceased();
    }
    var allowed =
        new BookingRules.Allowed(
            card,
            sites.get(visit.site()),
            practitioners.get(visit.place().practitioner().orElseThrow()),
            types.get(visit.place().type().orElseThrow()),
            visit.time());
    if (!times.take(allowed, TimeTaking.For.visit(visit.id())).isEmpty()) {
      throw Refused.conflict("time.taken/given");
    }
  }
}
