package health.malasakit.advocacy.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.Colleagues;
import health.malasakit.access.Organizations;
import health.malasakit.access.records.RecordGate;
import health.malasakit.advocacy.About;
import health.malasakit.advocacy.Complaint;
import health.malasakit.advocacy.ComplaintId;
import health.malasakit.advocacy.Complaints;
import health.malasakit.advocacy.Kind;
import health.malasakit.advocacy.OfWrongPersons;
import health.malasakit.advocacy.Step;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.Patients;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.ui.Choice;
import health.malasakit.ui.When;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the page of one complaint. */
@Component
class ComplaintPages {

  private final Complaints complaints;
  private final Known known;
  private final Patients patients;
  private final RecordGate gate;
  private final ComplaintGate calls;
  private final ClinicDays days;
  private final Accounts accounts;
  private final OfWrongPersons wrong;

  ComplaintPages(
      Complaints complaints,
      Known known,
      Patients patients,
      RecordGate gate,
      ComplaintGate calls,
      ClinicDays days,
      Accounts accounts,
      OfWrongPersons wrong) {
    this.complaints = complaints;
    this.known = known;
    this.patients = patients;
    this.gate = gate;
    this.calls = calls;
    this.days = days;
    this.accounts = accounts;
    this.wrong = wrong;
  }

  /** What a complaint can be about. */
  @Component
  record Known(
      Organizations organizations,
      Colleagues colleagues,
      Practitioners practitioners,
      Sites sites) {}

  @Transactional
  ComplaintPage page(OrganizationId clinic, ComplaintId id, String doing, StepForm typed) {
    var one = complaints.look(clinic, id);
    calls.check(one);
    var steps = complaints.steps(one);
    var names = names(one, steps);
    return new ComplaintPage(
        new ComplaintPage.At(
            ComplaintsPages.href(clinic, id), clinicName(clinic), days.zone(clinic)),
        one,
        about(one, names),
        patient(one),
        names.getOrDefault(one.recorded().by(), ""),
        when(clinic, one.recorded().at()),
        one.owner().map(who -> names.getOrDefault(who, "")).orElse(""),
        one.owner().equals(Scopes.current().account()),
        one.hiddenFrom().stream().map(who -> names.getOrDefault(who, "")).sorted().toList(),
        why(one),
        steps.stream().map(step -> done(clinic, step, names)).toList(),
        choices(one),
        doing,
        typed);
  }

  private Map<AccountId, String> names(Complaint one, List<Step> steps) {
    var all = new HashSet<AccountId>(one.hiddenFrom());
    all.add(one.recorded().by());
    one.owner().ifPresent(all::add);
    steps.forEach(step -> all.add(step.by()));
    return accounts.namesOf(all);
  }

  private String clinicName(OrganizationId clinic) {
    return known.organizations().inScope().stream()
        .filter(one -> one.id().equals(clinic))
        .map(one -> one.name())
        .findFirst()
        .orElse("");
  }

  private String about(Complaint one, Map<AccountId, String> names) {
    var about = one.told().about();
    return switch (about.what()) {
      case ME -> Sentences.of("advocacy.about.me", names.getOrDefault(one.recorded().by(), ""));
      case COLLEAGUE ->
          Sentences.of(
              "advocacy.about.colleague", accounts.nameOf(new AccountId(about.id().orElseThrow())));
      case PRACTITIONER -> Sentences.of("advocacy.about.practitioner", practitioner(about));
      case SITE -> Sentences.of("advocacy.about.site", site(about));
      case CLINIC -> Sentences.of("advocacy.about.clinic");
      case PAYER -> Sentences.of("advocacy.about.payer.named", about.words());
      case ELSE -> about.words();
    };
  }

  private String practitioner(About about) {
    var id = new PractitionerId(about.id().orElseThrow());
    return Optional.ofNullable(known.practitioners().byIds(List.of(id)).get(id))
        .map(one -> one.name())
        .orElse("");
  }

  private String site(About about) {
    var id = new SiteId(about.id().orElseThrow());
    return Optional.ofNullable(known.sites().byIds(List.of(id)).get(id))
        .map(one -> one.name())
        .orElse("");
  }

  /** Her record may be closed to who sees to the complaint: then she is not named. */
  private ComplaintPage.Patient patient(Complaint one) {
    var clinic = one.organization();
    return one.told()
        .where()
        .patient()
        .map(who -> {
          var card = Optional.ofNullable(patients.cards(List.of(who)).get(who));
          return card.isEmpty() || !gate.closed(clinic, List.of(who)).isEmpty()
              ? new ComplaintPage.Patient("closed", "", "")
              : new ComplaintPage.Patient(
                  "named", card.get().name(), "/patients/" + clinic + "/" + who);
        })
        .orElse(new ComplaintPage.Patient("none", "", ""));
  }

  /** Why somebody has to see to it, or nobody. */
  private static String why(Complaint one) {
    if (one.state() == Complaint.State.LOGGED) {
      return "logged";
    }
    if (one.told().kind().alarms()) {
      return "alarms";
    }
    if (one.told().way().written()) {
      return "written";
    }
    return one.told().solvedHow().isEmpty() ? "unsolved" : "reopened";
  }

  private ComplaintPage.Done done(OrganizationId clinic, Step step, Map<AccountId, String> names) {
    return new ComplaintPage.Done(
        step.what(),
        detail(step),
        step.words(),
        names.getOrDefault(step.by(), ""),
        when(clinic, step.at()));
  }

  private String detail(Step step) {
    return switch (step.what()) {
      case "answered" -> Moments.dated(LocalDate.parse(step.detail()));
      case "closed" -> Sentences.of("advocacy.outcome." + step.detail());
      case "sorted" -> Kind.of(step.detail()).words();
      case "named" -> accounts.nameOf(AccountId.of(step.detail()));
      default -> "";
    };
  }

  private ComplaintPage.Choices choices(Complaint one) {
    var me = Scopes.current().account();
    return new ComplaintPage.Choices(
        Arrays.stream(Complaint.Outcome.values())
            .map(end -> Choice.of(end.code(), Sentences.of("advocacy.outcome." + end.code())))
            .toList(),
        Kind.toChoose().stream().map(kind -> Choice.of(kind.code(), kind.words())).toList(),
        known.colleagues().of(one.organization()).entrySet().stream()
            .filter(each -> !Optional.of(each.getKey()).equals(me))
            .filter(each -> !one.hiddenFrom().contains(each.getKey()))
            .map(each -> Choice.of(each.getKey().toString(), each.getValue()))
            .toList(),
        persons(one));
  }

  /** Those for whom the caller was proven and whose record is open, by name. */
  private List<Choice> persons(Complaint one) {
    var proven = wrong.mayBeAbout(one);
    var closed = gate.closed(one.organization(), proven);
    return patients
        .cards(proven.stream().filter(who -> !closed.contains(who)).toList())
        .values()
        .stream()
        .map(card -> Choice.of(card.id().toString(), card.name()))
        .toList();
  }

  private When when(OrganizationId clinic, Instant at) {
    return When.of(at, days.zone(clinic), Scopes.current().zone());
  }
}
