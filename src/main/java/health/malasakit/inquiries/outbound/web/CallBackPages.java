package health.malasakit.inquiries.outbound.web;

import health.malasakit.access.Colleagues;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.outbound.Attempt;
import health.malasakit.inquiries.outbound.CallAttempts;
import health.malasakit.inquiries.outbound.CallBack;
import health.malasakit.inquiries.outbound.SafeNumber;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what is to be known before a patient is dialled. */
@Component
class CallBackPages {

  private final Patients patients;
  private final CallAttempts attempts;
  private final Clinics clinics;
  private final Colleagues colleagues;
  private final Leavings leavings;
  private final PatientZones zones;
  private final Clock clock;

  CallBackPages(
      Patients patients,
      CallAttempts attempts,
      Clinics clinics,
      Colleagues colleagues,
      Leavings leavings,
      PatientZones zones,
      Clock clock) {
    this.patients = patients;
    this.attempts = attempts;
    this.clinics = clinics;
    this.colleagues = colleagues;
    this.leavings = leavings;
    this.zones = zones;
    this.clock = clock;
  }

  /** Opens her record, which is written down. */
  @Transactional
  CallBackPage page(CallBack about, CallBackForm typed) {
    var patient = patients.open(about.organization(), about.patient());
    var numbers = attempts.numbers(about, patient);
    var facts = facts(about, patient, numbers);
    var dialling = dialling(facts, numbers);
    return new CallBackPage(
        Calls.topic(about.organization()),
        href(about),
        about.organization(),
        facts.clinic().name(),
        facts.zone(),
        state(facts, numbers, dialling),
        facts.hers(),
        facts.aboutLine(),
        dialling,
        numbers.stream().map(one -> line(facts, one)).toList(),
        facts.pace(),
        zones.of(patient, facts.now()),
        facts.tried().reversed().stream()
            .filter(one -> one.result().isPresent())
            .map(one -> facts.tried(one))
            .toList(),
        typed);
  }

  static String href(CallBack about) {
    return "/calls/to-call/" + about.id();
  }

  private CallBackFacts facts(CallBack about, Patient patient, List<SafeNumber> numbers) {
    var tried = attempts.of(about);
    var people =
        Stream.of(
                tried.stream().map(Attempt::by),
                about.plan().owner().stream(),
                about.closed().stream().map(CallBack.Closed::by),
                numbers.stream()
                    .flatMap(one -> one.stopped().stream())
                    .flatMap(why -> why.by().stream()),
                Stream.of(about.opened().by()))
            .flatMap(some -> some)
            .distinct()
            .toList();
    return new CallBackFacts(
        about,
        patient,
        clinics.get(about.organization()),
        patient
            .facts()
            .zone()
            .or(() -> about.plan().zone())
            .map(zone -> attempts.spread(about, zone)),
        tried,
        colleagues.names(people),
        clock.instant());
  }

  private static String state(
      CallBackFacts facts, List<SafeNumber> numbers, Optional<CallBackPage.Dialling> dialling) {
    if (!facts.about().open()) {
      return "closed";
    }
    if (dialling.isPresent()) {
      return dialling.get().by().isEmpty() ? "mine" : "other";
    }
    if (facts.spread().isEmpty()) {
      return "zone";
    }
    if (!facts.spread().get().hours().allow(facts.now())) {
      return "hour";
    }
    return numbers.stream().anyMatch(SafeNumber::mayRing) ? "ready" : "nobody";
  }

  private Optional<CallBackPage.Dialling> dialling(CallBackFacts facts, List<SafeNumber> numbers) {
    var me = Scopes.current().account();
    return facts.tried().stream()
        .filter(one ->
            one.result().isEmpty() && (Optional.of(one.by()).equals(me) || attempts.fresh(one)))
        .findFirst()
        .map(one -> {
          boolean mine = Optional.of(one.by()).equals(me);
          var words =
              numbers.stream()
                  .filter(each -> each.phone().sameLineAs(one.number()))
                  .findFirst()
                  .map(each -> leavings.words(each, facts.clinic(), facts.patient()))
                  .orElse("");
          return new CallBackPage.Dialling(
              mine ? one.id().toString() : "",
              mine ? "" : facts.name(one.by()),
              lately(one.begunAt()),
              mine ? one.number().shown() : "",
              mine ? words : "");
        });
  }

  private String lately(Instant at) {
    var zone = Scopes.current().zone();
    return Moments.lately(at, zone, LocalDate.ofInstant(clock.instant(), zone));
  }

  private CallBackPage.NumberLine line(CallBackFacts facts, SafeNumber one) {
    return new CallBackPage.NumberLine(
        one.phone().digits(),
        one.phone().shown(),
        one.standing().code(),
        one.stopped().map(why -> why.word().code()).orElse(""),
        one.stopped()
            .map(why ->
                why.by()
                        .map(facts::name)
                        .filter(name -> !name.isEmpty())
                        .map(name -> name + ", ")
                        .orElse("")
                    + Moments.at(why.at(), facts.zone()))
            .orElse(""),
        leavings.words(one, facts.clinic(), facts.patient()),
        facts
            .spread()
            .flatMap(spread -> spread.against(one.phone(), facts.now()))
            .map(Refused::sentence)
            .orElse(""));
  }
}
