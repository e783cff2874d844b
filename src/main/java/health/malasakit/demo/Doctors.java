package health.malasakit.demo;

import health.malasakit.directory.Practitioner;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.PractitionerRole;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Resource;
import health.malasakit.directory.Resources;
import health.malasakit.directory.Site;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.Npi;
import health.malasakit.scheduling.book.Session;
import health.malasakit.scheduling.book.Sessions;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Practitioners, what they give, in which rooms, and in which weekly sessions. */
@Component
class Doctors {

  /** The standard lets an NPI begin with 1 or 2; so far nobody has been given one with 2. */
  private static final int NPIS_OF_NOBODY = 290_000_000;

  private final Practitioners practitioners;
  private final VisitTypes visitTypes;
  private final Resources resources;
  private final Sessions sessions;

  Doctors(
      Practitioners practitioners, VisitTypes visitTypes, Resources resources, Sessions sessions) {
    this.practitioners = practitioners;
    this.visitTypes = visitTypes;
    this.resources = resources;
    this.sessions = sessions;
  }

  List<Doctor> hire(MadeClinic clinic, Map<String, Site> sites) {
    var ids = new HashMap<String, PractitionerId>();
    var lines = Lines.of("practitioners", clinic.slug());
    for (var line : lines) {
      ids.put(line.get(2), add(clinic, line, at(sites, line)));
    }
    var types = types(clinic, ids);
    return lines.stream()
        .map(line -> {
          var id = Objects.requireNonNull(ids.get(line.get(2)));
          var own = types.stream().filter(type -> type.givenBy(id)).toList();
          return new Doctor(id, line.get(2), at(sites, line), days(line.get(8)), own);
        })
        .toList();
  }

  private static Site at(Map<String, Site> sites, List<String> line) {
    return Objects.requireNonNull(sites.get(line.get(7)));
  }

  private PractitionerId add(MadeClinic clinic, List<String> line, Site site) {
    var details =
        new Practitioner.Details(
            line.get(1),
            line.get(2),
            line.get(3),
            npi(line),
            Lines.parts(line.get(5)),
            Lines.parts(line.get(6)));
    var id = practitioners.add(clinic.id(), details, List.of());
    practitioners.workAt(id, List.of(new PractitionerRole(id, site.id(), line.get(4))));
    return id;
  }

  private static String npi(List<String> line) {
    int nine = NPIS_OF_NOBODY + Lines.of("practitioners").indexOf(line) + 1;
    return IntStream.range(0, 10)
        .mapToObj(digit -> nine + "" + digit)
        .filter(Npi::isValid)
        .findFirst()
        .orElseThrow();
  }

  private static Set<DayOfWeek> days(String cell) {
    return Stream.of(cell.split(" "))
        .map(day -> DayOfWeek.of(Integer.parseInt(day)))
        .collect(Collectors.toSet());
  }

  private List<VisitType> types(MadeClinic clinic, Map<String, PractitionerId> doctors) {
    var types = new ArrayList<VisitType>();
    for (var line : Lines.of("visit_types", clinic.slug())) {
      var by =
          Lines.parts(line.get(7)).stream()
              .filter(family -> !family.equals("all"))
              .map(family -> Objects.requireNonNull(doctors.get(family)))
              .collect(Collectors.toSet());
      var id = visitTypes.add(clinic.id(), details(line), by, needs(clinic, line.get(4)));
      types.add(visitTypes.get(id));
    }
    return types;
  }

  private static VisitType.Details details(List<String> line) {
    return new VisitType.Details(
        line.get(1),
        Integer.parseInt(line.get(2)),
        VisitType.Modality.valueOf(line.get(3).toUpperCase(Locale.ROOT)),
        line.get(8),
        Integer.parseInt(line.get(5)),
        VisitType.Patients.valueOf(line.get(6).toUpperCase(Locale.ROOT)));
  }

  private static Set<VisitType.Need> needs(MadeClinic clinic, String kind) {
    return Lines.of("resources", clinic.slug()).stream()
        .filter(line -> line.get(3).equals(kind))
        .map(line -> new VisitType.Need(type(line), kind))
        .collect(Collectors.toSet());
  }

  private static Resource.Type type(List<String> line) {
    return Resource.Type.valueOf(line.get(2).toUpperCase(Locale.ROOT));
  }

  List<Resource> furnish(MadeClinic clinic, Map<String, Site> sites) {
    for (var line : Lines.of("resources", clinic.slug())) {
      var site = Objects.requireNonNull(sites.get(line.get(1)));
      var kind = line.get(3);
      var first = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
      for (int number = 1; number <= Integer.parseInt(line.get(4)); number++) {
        resources.add(
            clinic.id(), new Resource.Details(site.id(), type(line), kind, first + " " + number));
      }
    }
    return resources.of(clinic.id());
  }

  /** Every doctor sees patients in the clinic's hours of her days. */
  void plan(Doctor doctor, LocalDate from) {
    var types = doctor.types().stream().map(VisitType::id).collect(Collectors.toSet());
    for (var day : doctor.days()) {
      for (var span : Premises.hours(day)) {
        sessions.add(
            doctor.site(),
            doctor.id(),
            types,
            new Session.Weekly(day, span.opens(), span.closes(), from, Optional.empty()));
      }
    }
  }
}
