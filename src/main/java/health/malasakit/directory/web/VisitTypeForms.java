package health.malasakit.directory.web;

import health.malasakit.directory.Clinic;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Resource;
import health.malasakit.directory.Resources;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import health.malasakit.ui.Choice;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The form of a visit type. */
@Component
class VisitTypeForms {

  private static final int[] NOTICE_MINUTES = {0, 30, 60, 120, 240, 720, 1440, 2880, 10080};
  private static final int PEOPLE_MAX = 1000;
  private static final int MINUTES_MAX = 480;

  private final Practitioners practitioners;
  private final Resources resources;
  private final Sayings sayings;

  VisitTypeForms(Practitioners practitioners, Resources resources, Sayings sayings) {
    this.practitioners = practitioners;
    this.resources = resources;
    this.sayings = sayings;
  }

  Drawn blank(Clinic clinic) {
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(sayings.say("list.visit_types.add"), "", sayings.say("add")),
        "/clinics/" + clinic.slug() + "/visit-types",
        sheet(clinic, Set.of(), Set.of()),
        Map.of(
            "minutes", List.of("30"),
            "modality", List.of("in_person"),
            "notice", List.of("0"),
            "patients", List.of("any"),
            "active", List.of("yes")),
        0);
  }

  Drawn of(Clinic clinic, VisitType type) {
    VisitType.Details details = type.details();
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(type.name(), "", sayings.say("save")),
        "/clinics/" + clinic.slug() + "/visit-types/" + type.id(),
        sheet(clinic, type.givenBy(), type.needs()),
        Map.of(
            "name", List.of(details.name()),
            "minutes", List.of(String.valueOf(details.minutes())),
            "modality", List.of(details.modality().code()),
            "preparation", List.of(details.preparation()),
            "notice", List.of(String.valueOf(details.leastNoticeMinutes())),
            "patients", List.of(details.patients().code()),
            "givenBy", type.givenBy().stream().map(PractitionerId::toString).toList(),
            "needs", type.needs().stream().map(VisitTypeForms::code).toList(),
            "active", List.of(type.active() ? "yes" : "no")),
        type.version());
  }

  static VisitType read(Typed typed, VisitTypeId id, Clinic clinic) {
    var details =
        new VisitType.Details(
            typed.needed("name", Sentences.of("directory.wrong.visit_type")),
            typed.read("minutes", 30, VisitTypeForms::minutes),
            typed.one("modality", VisitType.Modality.IN_PERSON),
            typed.text("preparation"),
            typed.read("notice", 0, VisitTypeForms::notice),
            typed.one("patients", VisitType.Patients.ANY));
    return new VisitType(
        id,
        clinic.id(),
        details,
        typed.all("givenBy").stream().map(PractitionerId::of).collect(Collectors.toSet()),
        typed.all("needs").stream().map(VisitTypeForms::need).collect(Collectors.toSet()),
        !typed.text("active").equals("no"),
        typed.version());
  }

  private Sheet sheet(Clinic clinic, Set<PractitionerId> givenBy, Set<VisitType.Need> needs) {
    return new Sheet(sayings, "visit_type")
        .text("name")
        .brief("minutes")
        .one("modality", sayings.choices("modality", VisitType.Modality.class))
        .area("preparation")
        .select("notice", notices())
        .one("patients", sayings.choices("patients", VisitType.Patients.class))
        .several("givenBy", people(clinic, givenBy))
        .several("needs", kinds(clinic, needs))
        .one(
            "active",
            List.of(
                Choice.of("yes", sayings.say("visit_type.active.yes")),
                Choice.of("no", sayings.say("visit_type.active.no"))));
  }

  private List<Choice> people(Clinic clinic, Set<PractitionerId> chosen) {
    List<Practitioner> all = practitioners.of(clinic.id());
    return Stream.concat(
            all.stream().filter(each -> chosen.contains(each.id())),
            all.stream()
                .filter(each -> !chosen.contains(each.id()) && each.active())
                .limit(PEOPLE_MAX))
        .map(each -> Choice.of(each.id().toString(), each.name()))
        .toList();
  }

  private List<Choice> kinds(Clinic clinic, Set<VisitType.Need> needed) {
    Set<VisitType.Need> kinds = new LinkedHashSet<>(needed);
    resources.of(clinic.id()).stream()
        .filter(Resource::active)
        .forEach(
            each -> kinds.add(new VisitType.Need(each.details().type(), each.details().kind())));
    return kinds.stream()
        .map(need ->
            Choice.of(
                code(need), need.kind() + " (" + sayings.say("type." + need.type().code()) + ")"))
        .toList();
  }

  private List<Choice> notices() {
    return IntStream.of(NOTICE_MINUTES)
        .mapToObj(
            minutes -> Choice.of(String.valueOf(minutes), sayings.say("notice_ahead." + minutes)))
        .toList();
  }

  private static int minutes(String typed) {
    if (!typed.matches("[0-9]{1,3}")
        || Integer.parseInt(typed) < 5
        || Integer.parseInt(typed) > MINUTES_MAX) {
      throw Refused.invalid("visit_type.minutes");
    }
    return Integer.parseInt(typed);
  }

  private static int notice(String typed) {
    if (IntStream.of(NOTICE_MINUTES).noneMatch(each -> typed.equals(String.valueOf(each)))) {
      throw Refused.invalid("visit_type.notice");
    }
    return Integer.parseInt(typed);
  }

  private static String code(VisitType.Need need) {
    return need.type().code() + ":" + need.kind();
  }

  private static VisitType.Need need(String code) {
    boolean room = code.startsWith("room:");
    return new VisitType.Need(
        room ? Resource.Type.ROOM : Resource.Type.DEVICE, code.substring(code.indexOf(':') + 1));
  }
}
