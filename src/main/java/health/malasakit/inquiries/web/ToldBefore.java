package health.malasakit.inquiries.web;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.WrapUpWords;
import health.malasakit.inquiries.WrapUps;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.inquiries.outbound.CallBacks;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.patients.speaking.MayKeep;
import health.malasakit.patients.speaking.MinorRules;
import health.malasakit.patients.speaking.Speaker;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.Visits;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What was said to a patient last and promised: told to the patient whose record is open, and to
 * who speaks for her and may hear it.
 */
@Component
class ToldBefore {

  private final WrapUps wrapUps;
  private final Promises promises;
  private final Clinics clinics;
  private final Alone alone;

  ToldBefore(WrapUps wrapUps, Promises promises, Clinics clinics, Alone alone) {
    this.wrapUps = wrapUps;
    this.promises = promises;
    this.clinics = clinics;
    this.alone = alone;
  }

  /** Where it stands what is for the patient alone. */
  @Component
  record Alone(MinorRules rules, ClinicDays days, Visits visits, CallBacks callBacks) {}

  /**
   * Nothing to who may not hear it. Words of a call or a promise carry no mark of what is for the
   * patient alone: where anything may be, they are told to nobody else.
   */
  Optional<CallerPage.Before> of(Call call, Proven proven, Optional<Speaker> speaker) {
    boolean hears =
        proven.herself()
            ? proven.depth().reaches(Depth.RECORD)
            : proven.depth().reaches(Depth.HEARING)
                && speaker.filter(Speaker::hearsFacts).isPresent()
                && !keeps(call, proven.patient());
    return hears
        ? Optional.of(new CallerPage.Before(last(call, proven), promised(call, proven)))
        : Optional.empty();
  }

  /** Whether anything was, or by the clinic's rule may be, for the patient alone. */
  private boolean keeps(Call call, PatientId patient) {
    var clinic = call.organization();
    return alone.rules().mayKeep(clinic, patient, alone.days().today(clinic)) instanceof MayKeep.Yes
        || alone.visits().of(clinic, patient).stream().anyMatch(Visit::confidential)
        || alone.callBacks().anyForHerAlone(clinic, patient);
  }

  private String last(Call call, Proven proven) {
    return wrapUps
        .last(call.organization(), proven.patient())
        .map(one ->
            Stream.of(
                    Moments.dated(one.at(), zone(call)),
                    WrapUpWords.REASONS.getOrDefault(one.words().reason(), ""),
                    WrapUpWords.OUTCOMES.getOrDefault(one.words().outcome(), ""),
                    one.words().note())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")))
        .orElse("");
  }

  private String promised(Call call, Proven proven) {
    return promises.about(call.organization(), proven.patient()).stream()
        .filter(one -> one.status() instanceof Promise.Status.Open)
        .min(Comparator.comparing(Promise::dueAt))
        .map(one -> one.words() + " · " + Moments.at(one.dueAt(), one.zone()))
        .orElse("");
  }

  /** What is said to her is said on the clock of her clinic. */
  private ZoneId zone(Call call) {
    return Optional.ofNullable(clinics.zones().get(call.organization()))
        .orElse(Scopes.current().zone());
  }
}
