package health.malasakit.desk.web;

import health.malasakit.access.Colleagues;
import health.malasakit.desk.ClinicAt;
import health.malasakit.inquiries.WrapUpWords;
import health.malasakit.inquiries.WrapUps;
import health.malasakit.inquiries.outbound.Attempt;
import health.malasakit.inquiries.outbound.CallAttempts;
import health.malasakit.inquiries.redflags.Emergency;
import health.malasakit.inquiries.redflags.EmergencyPatients;
import health.malasakit.inquiries.redflags.RedFlags;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Calls with a patient or about her: dialled, written up, and emergencies in them. */
@Component
class CallHistory {

  private final CallAttempts attempts;
  private final WrapUps wrapUps;
  private final EmergencyPatients emergencies;
  private final RedFlags flags;
  private final Colleagues colleagues;

  CallHistory(
      CallAttempts attempts,
      WrapUps wrapUps,
      EmergencyPatients emergencies,
      RedFlags flags,
      Colleagues colleagues) {
    this.attempts = attempts;
    this.wrapUps = wrapUps;
    this.emergencies = emergencies;
    this.flags = flags;
    this.colleagues = colleagues;
  }

  List<PatientPage.Happening> of(ClinicAt clinic, PatientId patient) {
    var all = new ArrayList<PatientPage.Happening>();
    if (Scopes.current().may(clinic.id(), "calls", Verb.READ)) {
      var dialled = attempts.of(clinic.id(), patient);
      var written = wrapUps.ofPatient(clinic.id(), patient);
      var names =
          colleagues.names(
              Stream.concat(
                      dialled.stream().map(Attempt::by),
                      written.stream().map(one -> one.written().by()))
                  .distinct()
                  .toList());
      dialled.forEach(one -> all.add(dialled(one, clinic, names)));
      written.forEach(one -> all.add(written(one, clinic, names)));
    }
    if (Scopes.current().may(clinic.id(), "red_flags", Verb.READ)) {
      var were = emergencies.of(clinic.id(), patient);
      var names = colleagues.names(were.stream().map(Emergency::openedBy).distinct().toList());
      were.forEach(one -> all.add(emergency(one, clinic, names)));
    }
    return all;
  }

  /** Without the number, which may not be shown while safe contact stands. */
  private static PatientPage.Happening dialled(
      Attempt one, ClinicAt clinic, Map<AccountId, String> names) {
    var result = Sentences.of("outbound.result." + one.result().orElseThrow().code());
    return new PatientPage.Happening(
        "call",
        "phone",
        names.getOrDefault(one.by(), ""),
        "call",
        one.despite().isEmpty()
            ? result
            : result + " · " + Sentences.of("outbound.despite.said", one.despite()),
        When.of(one.begunAt(), clinic.zone()),
        "");
  }

  private static PatientPage.Happening written(
      WrapUps.Told one, ClinicAt clinic, Map<AccountId, String> names) {
    var words = one.written().words();
    return new PatientPage.Happening(
        "call",
        "phone",
        names.getOrDefault(one.written().by(), ""),
        "written",
        joined(
            WrapUpWords.REASONS.getOrDefault(words.reason(), ""),
            WrapUpWords.OUTCOMES.getOrDefault(words.outcome(), ""),
            words.note()),
        When.of(one.written().at(), clinic.zone()),
        "/calls/" + one.organization() + "/" + one.call());
  }

  private PatientPage.Happening emergency(
      Emergency one, ClinicAt clinic, Map<AccountId, String> names) {
    return new PatientPage.Happening(
        "call",
        "alert",
        names.getOrDefault(one.openedBy(), ""),
        "emergency",
        joined(
            flags.get(one.flag()).title(),
            one.closed()
                .map(ended -> Sentences.of("redflags.outcome." + ended.outcome().code()))
                .orElse(Sentences.of("redflags.still"))),
        When.of(one.openedAt(), clinic.zone()),
        "/emergencies/" + clinic.slug() + "/" + one.id());
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }
}
