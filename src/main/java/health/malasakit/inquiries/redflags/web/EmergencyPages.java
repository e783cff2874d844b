package health.malasakit.inquiries.redflags.web;

import health.malasakit.access.Accounts;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.TransferList;
import health.malasakit.directory.Transfers;
import health.malasakit.inquiries.redflags.Emergencies;
import health.malasakit.inquiries.redflags.Emergency;
import health.malasakit.inquiries.redflags.RedFlag;
import health.malasakit.inquiries.redflags.RedFlags;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.ui.Errors;
import health.malasakit.ui.When;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the page of an emergency. */
@Component
class EmergencyPages {

  private static final String US = "US";

  private final Emergencies emergencies;
  private final RedFlags flags;
  private final Marks marks;
  private final Clinics clinics;
  private final TransferList transfers;
  private final AboutWhom about;
  private final Accounts accounts;
  private final Clock clock;

  EmergencyPages(
      Emergencies emergencies,
      RedFlags flags,
      Marks marks,
      Clinics clinics,
      TransferList transfers,
      AboutWhom about,
      Accounts accounts,
      Clock clock) {
    this.emergencies = emergencies;
    this.flags = flags;
    this.marks = marks;
    this.clinics = clinics;
    this.transfers = transfers;
    this.about = about;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  EmergencyPage page(Clinic clinic, Emergency one, Map<String, String> typed, Errors errors) {
    var flag = flags.get(one.flag());
    var zone = zone(clinic);
    var reach = transfers.at(clinic.id(), clock.instant());
    var at =
        new EmergencyPage.At(
            "/emergencies/" + clinic.slug() + "/" + one.id(), clinic.name(), clinic.slug(), zone);
    return new EmergencyPage(
        at,
        flag,
        marks.of(clinic, flag),
        one,
        about.of(one),
        country(),
        lines(reach, one),
        reach.clinicianReachable(),
        flags.hotlines(),
        done(one, zone),
        next(one),
        typed,
        errors);
  }

  /** The sign of a code. */
  RedFlag sign(String code) {
    return flags.get(code);
  }

  /** The clinic's zone, else that of its first site, else her own. */
  ZoneId zone(Clinic clinic) {
    return clinic
        .zone()
        .or(() -> Optional.ofNullable(clinics.zones().get(clinic.id())))
        .orElse(Scopes.current().zone());
  }

  private static String country() {
    var from = Scopes.current().country();
    return from.equals(US) ? "" : Locale.of("", from).getDisplayCountry(Locale.ENGLISH);
  }

  /** Who may give medical advice and answers now comes first. */
  private static List<EmergencyPage.Line> lines(Transfers reach, Emergency one) {
    return reach.lines().stream()
        .sorted(
            Comparator.comparing((Transfers.Line line) -> !line.reachable())
                .thenComparing(line -> !line.target().details().desk().clinician()))
        .map(line -> {
          var details = line.target().details();
          var said = details.name() + ", " + details.phone().shown();
          return new EmergencyPage.Line(
              line.target().id().toString(),
              details.desk().code(),
              details.name(),
              details.phone().shown(),
              line.reachable(),
              said.equals(one.given().target()));
        })
        .toList();
  }

  private List<EmergencyPage.Done> done(Emergency one, ZoneId zone) {
    var steps = emergencies.steps(one);
    var names = accounts.namesOf(steps.stream().map(Emergency.Step::by).distinct().toList());
    return steps.stream()
        .map(step ->
            new EmergencyPage.Done(
                step.what(),
                words(step),
                names.getOrDefault(step.by(), ""),
                When.of(step.at(), zone, Scopes.current().zone())))
        .toList();
  }

  private String words(Emergency.Step step) {
    return switch (step.what()) {
      case "opened", "flag" -> flags.get(step.words()).title();
      case "dialler" -> Sentences.of("redflags.dialler." + step.words());
      case "closed" -> Sentences.of("redflags.outcome." + step.words());
      default -> step.words();
    };
  }

  private static String next(Emergency one) {
    var given = one.given();
    if (given.place().isEmpty()) {
      return "place";
    }
    if (given.dialler().isEmpty()) {
      return "dialler";
    }
    if (given.target().isEmpty()) {
      return "target";
    }
    if (given.takenBy().isEmpty()) {
      return "taken";
    }
    return given.note().isEmpty() ? "note" : "closing";
  }
}
