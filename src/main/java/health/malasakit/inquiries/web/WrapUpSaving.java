package health.malasakit.inquiries.web;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.WrapUps;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.inquiries.redflags.EmergencyPatients;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.workqueue.Drafts;
import health.malasakit.workqueue.NewPromise;
import health.malasakit.workqueue.Promise;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A write-up is saved with all that belongs to it, or nothing of it is. */
@Component
class WrapUpSaving {

  private final WrapUps wrapUps;
  private final CallerChecks checks;
  private final DoneInCall done;
  private final EmergencyPatients emergencies;
  private final Drafts drafts;
  private final Clock clock;

  WrapUpSaving(
      WrapUps wrapUps,
      CallerChecks checks,
      DoneInCall done,
      EmergencyPatients emergencies,
      Drafts drafts,
      Clock clock) {
    this.wrapUps = wrapUps;
    this.checks = checks;
    this.done = done;
    this.emergencies = emergencies;
    this.drafts = drafts;
    this.clock = clock;
  }

  /**
   * Writes the call up.
   *
   * @param zone the clinic's, in which the promise is due
   * @throws Refused invalid, code {@code call.about}, for a patient for whom the caller was not
   *     proven
   */
  @Transactional
  void save(Call call, WrapUpForm form, ZoneId zone) {
    if (wrapUps.had(call)) {
      part(call, form, zone);
      return;
    }
    var was = done.of(call);
    var about = about(call, form).or(was::about);
    var promise = form.promises() ? Optional.of(promised(call, form, about, zone)) : none();
    wrapUps.write(
        call.organization(),
        call.id(),
        new WrapUps.Closing(about, form.words(), promise, was.each()));
    emergencies.settle(call);
    drafts.discard("call:" + call.id());
  }

  /** It went on to somebody else: what she noted and promised goes with it. */
  private void part(Call call, WrapUpForm form, ZoneId zone) {
    var proven = checks.of(call).proven();
    var only = proven.size() == 1 ? Optional.of(proven.getFirst().patient()) : noPatient();
    var about = about(call, form).or(() -> only);
    var promise = form.promises() ? Optional.of(promised(call, form, about, zone)) : none();
    wrapUps.part(call, new WrapUps.Closing(about, form.part(), promise, List.of()));
    drafts.discard("call:" + call.id());
  }

  private static Optional<PatientId> noPatient() {
    return Optional.empty();
  }

  private static Optional<NewPromise> none() {
    return Optional.empty();
  }

  private Optional<PatientId> about(Call call, WrapUpForm form) {
    var said = WrapUpForm.text(form.about());
    if (said.isBlank()) {
      return Optional.empty();
    }
    List<PatientId> proven = checks.of(call).before().stream().map(Proven::patient).toList();
    return Optional.of(
        proven.stream()
            .filter(one -> one.toString().equals(said))
            .findFirst()
            .orElseThrow(() -> Refused.invalid("call.about").onField("about")));
  }

  private NewPromise promised(Call call, WrapUpForm form, Optional<PatientId> about, ZoneId zone) {
    return new NewPromise(
        call.organization(),
        about,
        WrapUpForm.text(form.promise()),
        about.isPresent() ? Promise.To.PATIENT : Promise.To.CALLER,
        form.until().ahead(zone, clock.instant()),
        zone,
        form.keeps());
  }
}
