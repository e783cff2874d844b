package health.malasakit.inquiries.voicemail.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.records.RecordGate;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.NobodysCalls;
import health.malasakit.inquiries.gate.Candidates;
import health.malasakit.inquiries.voicemail.Voicemail;
import health.malasakit.inquiries.voicemail.VoicemailId;
import health.malasakit.inquiries.voicemail.Voicemails;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Choice;
import health.malasakit.ui.When;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what the pages about voicemails show. */
@Component
class VoicemailPages {

  private final Voicemails voicemails;
  private final NobodysCalls nobodys;
  private final Candidates candidates;
  private final RecordGate gate;
  private final Clinics clinics;
  private final Accounts accounts;
  private final Clock clock;

  VoicemailPages(
      Voicemails voicemails,
      NobodysCalls nobodys,
      Candidates candidates,
      RecordGate gate,
      Clinics clinics,
      Accounts accounts,
      Clock clock) {
    this.voicemails = voicemails;
    this.nobodys = nobodys;
    this.candidates = candidates;
    this.gate = gate;
    this.clinics = clinics;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** What is late first, then what nobody heard, then the oldest. */
  @Transactional(readOnly = true)
  VoicemailsPage list() {
    var open = voicemails.open();
    var around = around(open);
    return new VoicemailsPage(
        Scopes.current().organizations().stream()
            .map(Calls::topic)
            .sorted()
            .collect(Collectors.joining(" ")),
        open.stream()
            .map(one -> line(one, around))
            .sorted(
                Comparator.comparing((VoicemailsPage.Line line) -> !line.late())
                    .thenComparing(line -> !line.heard().isEmpty()))
            .toList(),
        voicemails.countOpen(),
        gate.duringCall(),
        adds());
  }

  /** The clinics to which she may add one. */
  List<Choice> adds() {
    var scope = Scopes.current();
    return clinics.inScope().stream()
        .filter(clinic -> scope.may(clinic.id(), "calls", Verb.CREATE))
        .map(clinic -> Choice.of(clinic.id().toString(), clinic.name()))
        .toList();
  }

  /** Missed calls to which one may be added. */
  @Transactional(readOnly = true)
  List<Choice> missed() {
    var zones = clinics.zones();
    return nobodys.missed().stream()
        .map(call ->
            Choice.of(
                call.id().toString(),
                Stream.of(
                        call.line().other().map(Phone::shown).orElse(""),
                        Moments.at(
                            call.startedAt(),
                            zones.getOrDefault(call.organization(), Scopes.current().zone())))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "))))
        .toList();
  }

  @Transactional(readOnly = true)
  VoicemailPage page(OrganizationId clinic, VoicemailId id) {
    var one = voicemails.get(clinic, id);
    var around = around(List.of(one));
    var zone = around.zone(clinic);
    var busy = gate.duringCall();
    return new VoicemailPage(
        line(one, around),
        around.clinic(clinic).slug(),
        zone,
        busy,
        busy
            ? List.of()
            : one.number().map(number -> candidates.of(clinic, number)).orElse(List.of()),
        one.call().map(call -> "/calls/" + clinic + "/" + call).orElse(""),
        one.addedBy().map(accounts::nameOf).orElse(""),
        one.heard().map(mark -> Moments.at(mark.at(), zone)).orElse(""),
        one.settled().map(end -> end.became().code()).orElse(""),
        one.settled()
            .map(end -> accounts.nameOf(end.mark().by()) + ", " + Moments.at(end.mark().at(), zone))
            .orElse(""));
  }

  /**
   * Nothing, when it may be played.
   *
   * @throws Refused denied, code {@code voicemail.during_call}
   */
  void requireQuiet() {
    if (gate.duringCall()) {
      throw Refused.denied("voicemail.during_call");
    }
  }

  private record Around(
      Map<OrganizationId, Clinic> clinics,
      Map<OrganizationId, ZoneId> zones,
      Map<AccountId, String> people,
      Map<CallId, Call> missed) {

    Clinic clinic(OrganizationId id) {
      return Optional.ofNullable(clinics.get(id))
          .orElseThrow(() -> Refused.notFound("voicemail.unknown"));
    }

    ZoneId zone(OrganizationId id) {
      return clinic(id)
          .zone()
          .or(() -> Optional.ofNullable(zones.get(id)))
          .orElse(Scopes.current().zone());
    }
  }

  private Around around(List<Voicemail> some) {
    return new Around(
        clinics.byIds(some.stream().map(Voicemail::organization).distinct().toList()),
        clinics.zones(),
        accounts.namesOf(
            some.stream()
                .flatMap(one -> one.heard().stream())
                .map(mark -> mark.by())
                .distinct()
                .toList()),
        nobodys
            .missedOf(some.stream().flatMap(one -> one.call().stream()).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Call::id, call -> call)));
  }

  private VoicemailsPage.Line line(Voicemail one, Around around) {
    var now = clock.instant();
    var clinic = around.clinic(one.organization());
    var zone = around.zone(one.organization());
    var due = one.dueAt(clinic);
    return new VoicemailsPage.Line(
        "/calls/voicemail/" + one.organization() + "/" + one.id(),
        clinic.name(),
        one.number().map(Phone::shown).orElse(""),
        When.of(one.cameAt(), zone, Scopes.current().zone()),
        Moments.relative(one.cameAt(), now),
        one.length().map(VoicemailPages::shown).orElse(""),
        one.heard().map(mark -> around.people().getOrDefault(mark.by(), "")).orElse(""),
        Moments.at(due, zone),
        one.heard().isEmpty() && one.settled().isEmpty() && now.isAfter(due),
        one.call()
            .map(around.missed()::get)
            .map(VoicemailPages::missed)
            .orElse(VoicemailsPage.Missed.NONE),
        may(one.organization()));
  }

  private static String shown(Duration length) {
    return "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
  }

  private static VoicemailsPage.Missed missed(Call call) {
    var language =
        Locale.forLanguageTag(call.line().language())
            .getDisplayName(LocaleContextHolder.getLocale());
    return new VoicemailsPage.Missed(
        true,
        Stream.of(language, call.line().queue())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · ")));
  }

  private static VoicemailsPage.May may(OrganizationId clinic) {
    var scope = Scopes.current();
    return new VoicemailsPage.May(
        scope.may(clinic, "calls", Verb.UPDATE),
        scope.may(clinic, "calls", Verb.CREATE),
        scope.may(clinic, "messages", Verb.CREATE));
  }
}
