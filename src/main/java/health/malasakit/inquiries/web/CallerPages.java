package health.malasakit.inquiries.web;

import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.CallerKind;
import health.malasakit.inquiries.gate.Candidates;
import health.malasakit.inquiries.gate.CodeWords;
import health.malasakit.inquiries.gate.Fact;
import health.malasakit.inquiries.gate.GateClosings;
import health.malasakit.inquiries.gate.GateRules;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.inquiries.gate.Purpose;
import health.malasakit.inquiries.gate.SameCaller;
import health.malasakit.inquiries.outbound.CalledAbout;
import health.malasakit.inquiries.outbound.HomeHours;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.patients.search.Asked;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.patients.speaking.Speaker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together who is calling, and what answers the likeliest questions at once. */
@Component
class CallerPages {

  private final CallerChecks checks;
  private final Candidates candidates;
  private final Patients patients;
  private final Known known;

  CallerPages(CallerChecks checks, Candidates candidates, Patients patients, Known known) {
    this.checks = checks;
    this.candidates = candidates;
    this.patients = patients;
    this.known = known;
  }

  /** Where the likeliest answers are found. */
  @Component
  record Known(
      Organizations organizations,
      NextVisits visits,
      Representatives representatives,
      RecordGate records,
      ToldBefore before,
      GateRules rules,
      CodeWords words,
      SameCaller sameCaller,
      Asked asked,
      CalledAbout calledAbout,
      CodePages codes,
      HomeHours hours,
      GateClosings closings,
      PartyPages parties) {}

  /**
   * Who is calling.
   *
   * @param who whose facts are asked: patient, for_her, or empty
   * @param answer code of what came of the last asking, or empty
   */
  @Transactional
  CallerPage page(Call call, String who, String answer, CallerForm typed) {
    return page(call, who, answer, new Typed(typed, PartyForm.EMPTY));
  }

  /** The same while an organization says who it is. */
  @Transactional
  CallerPage party(Call call, String answer, PartyForm typed) {
    return page(call, typed.who(), answer, new Typed(CallerForm.EMPTY, typed));
  }

  private record Typed(CallerForm caller, PartyForm party) {}

  private CallerPage page(Call call, String who, String answer, Typed typed) {
    var gate = checks.of(call);
    var latest = gate.proven().stream().findFirst();
    var open = latest.filter(one -> isOpen(call, one));
    var kind = who.isEmpty() ? gate.caller().orElse(CallerKind.PATIENT) : CallerKind.of(who);
    return new CallerPage(
        who,
        gate.caller().map(CallerKind::code).orElse(""),
        shut(call, gate),
        answer,
        gate.left(),
        kind.party() ? List.of() : candidates.of(call),
        known.rules().of(call.organization(), kind).stream().map(Fact::code).toList(),
        typed.caller(),
        typed.caller().sameCaller() ? speaker(call) : "",
        latest.isPresent() && open.isEmpty(),
        known.parties().page(call, kind, typed.party()).orElse(null),
        open.flatMap(one -> face(call, one)).orElse(null));
  }

  private CallerPage.Shut shut(Call call, CallerChecks.Gate gate) {
    var scope = Scopes.current();
    return known
        .closings()
        .shut(call, gate)
        .map(one ->
            new CallerPage.Shut(
                one.about(),
                one.until().map(at -> Moments.at(at, scope.zone())).orElse(""),
                scope.may(call.organization(), "calls", Verb.APPROVE)))
        .orElse(CallerPage.Shut.NOTHING);
  }

  /** Name of who spoke for another person in this call just now; empty for nobody. */
  @Transactional(readOnly = true)
  String speaker(Call call) {
    return known.sameCaller().of(call).orElse("");
  }

  /** Address of the form of a new patient, begun with what the caller said. */
  @Transactional
  String registration(Call call, CallerForm form) {
    var number = call.line().other().filter(Phone::valid).map(Phone::shown).orElse("");
    var words =
        CallerForm.text(form.name()) + " " + CallerForm.text(form.birthDate()) + " " + number;
    return "/patients/new?clinic=" + slug(call) + "&search=" + known.asked().keep(words);
  }

  /** While she speaks with another caller, and of a restricted record, nothing is drawn. */
  private boolean isOpen(Call call, Proven proven) {
    return known
        .records()
        .closed(call.organization(), List.of(proven.patient()), proven.depth())
        .isEmpty();
  }

  private Optional<CallerPage.Face> face(Call call, Proven proven) {
    var card = Optional.ofNullable(patients.cards(List.of(proven.patient())).get(proven.patient()));
    return card.map(one -> face(call, proven, one));
  }

  private CallerPage.Face face(Call call, Proven proven, PatientCard card) {
    var speaker = speaks(call, proven);
    return new CallerPage.Face(
        card.id().toString(),
        card.name(),
        proven.depth().name().toLowerCase(Locale.ROOT),
        proven.purpose().map(Purpose::code).orElse(""),
        proven.herself(),
        ask(call, proven, speaker),
        "/openings?patient=" + card.id(),
        page(call, proven),
        known.visits().of(call, proven, speaker),
        known.before().of(call, proven, speaker).orElse(null),
        called(call, proven),
        known.codes().page(call, proven),
        hour(call, proven));
  }

  /** Where she lives tells it: nothing to who may not see her address. */
  private Optional<HomeHours.Hour> hour(Call call, Proven proven) {
    return Optional.of(proven)
        .filter(one -> one.purpose().isEmpty() && one.depth().reaches(Depth.RECORD))
        .flatMap(one -> known.hours().beside(call.organization(), one.patient()));
  }

  /** What whoever speaks for her may do today. */
  private Optional<Speaker> speaks(Call call, Proven proven) {
    return proven
        .representative()
        .flatMap(who ->
            known.representatives().speakingFor(call.organization(), proven.patient()).stream()
                .filter(one -> one.representative().id().equals(who))
                .findFirst());
  }

  private List<CallerPage.Called> called(Call call, Proven proven) {
    if (proven.purpose().isPresent()) {
      return List.of();
    }
    var hearer = new CalledAbout.Hearer(proven.depth(), proven.herself());
    return known.calledAbout().of(call.organization(), proven.patient(), hearer).stream()
        .map(one ->
            new CallerPage.Called(
                one.id().toString(),
                one.reason(),
                one.tried().map(at -> Moments.at(at, Scopes.current().zone())).orElse(""),
                one.by()))
        .toList();
  }

  /**
   * What is asked where one thing more opens more: of the patient the word that she chose herself
   * before anything that others know.
   */
  private String ask(Call call, Proven proven, Optional<Speaker> speaker) {
    boolean more = proven.herself() || speaker.filter(Speaker::hearsFacts).isPresent();
    if (!more || proven.depth() != Depth.BOOKING) {
      return "";
    }
    return proven.herself() && known.words().has(call.organization(), proven.patient())
        ? Fact.CODE_WORD.code()
        : known.rules().of(call.organization()).getFirst().code();
  }

  private String page(Call call, Proven proven) {
    var hers = "/patients/" + slug(call) + "/" + proven.patient();
    return switch (proven.depth()) {
      case RECORD, CONTACT -> hers;
      case PAYMENT -> hers + "/payment";
      case HEARING -> proven.representative().map(who -> hers + "/hearing/" + who).orElse("");
      case BOOKING -> "";
    };
  }

  private String slug(Call call) {
    return known.organizations().inScope().stream()
        .filter(one -> one.id().equals(call.organization()))
        .map(Organization::slug)
        .findFirst()
        .orElse("");
  }
}
