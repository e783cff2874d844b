package health.malasakit.scheduling;

import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.directory.Address;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.PractitionerRole;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Resource;
import health.malasakit.directory.Resources;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.WallTime;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.scheduling.book.Session;
import health.malasakit.scheduling.book.SessionId;
import health.malasakit.scheduling.book.Sessions;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/**
 * A clinic with a site and a specialist; practitioners, rooms and patients as a test needs them.
 */
public final class Practice {

  /** Where the application's parts come from: a context, or a node. */
  public interface Beans {
    <T> T getBean(Class<T> type);
  }

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  private final Beans beans;
  private final World world;
  private final Organization clinic;
  private final SignedIn specialist;
  private final Site site;
  private final LocalDate today;

  public Practice(Beans beans, Organization clinic, SignedIn specialist, Site site) {
    this.beans = beans;
    this.world = beans.getBean(World.class);
    this.clinic = clinic;
    this.specialist = specialist;
    this.site = site;
    this.today = LocalDate.now(site.zone().orElseThrow());
  }

  /** A new clinic whose only site is in this zone. */
  public static Practice in(ApplicationContext context, String zone) {
    return in(context::getBean, zone);
  }

  /** The same on a node. */
  public static Practice in(Beans beans, String zone) {
    var world = beans.getBean(World.class);
    var clinic = world.clinic("Lakeside Family Medicine");
    var supervisor = world.person(Role.SUPERVISOR, clinic);
    var site =
        Scopes.call(world.scopeOf(supervisor), () -> site(beans, clinic.id(), "Lakeside", zone));
    return new Practice(beans, clinic, supervisor, site);
  }

  private static Site site(Beans beans, OrganizationId clinic, String name, String zone) {
    var sites = beans.getBean(Sites.class);
    var address = new Address("12 Main St", "", "Albany", "NY", "");
    var id = sites.add(clinic, new Site.Details(name, address, Site.Book.OURS));
    sites.confirmZone(id, ZoneId.of(zone), 1);
    return sites.get(id);
  }

  public Organization clinic() {
    return clinic;
  }

  public OrganizationId organization() {
    return clinic.id();
  }

  public Site site() {
    return site;
  }

  public SignedIn specialist() {
    return specialist;
  }

  public Scope scope() {
    return world.scopeOf(specialist);
  }

  /** Another person with a role here. */
  public SignedIn colleague(Role role) {
    return world.person(role, clinic);
  }

  public <T> T as(SignedIn person, Supplier<T> work) {
    return Scopes.call(world.scopeOf(person), work::get);
  }

  /** As the specialist. */
  public <T> T ask(Supplier<T> work) {
    return as(specialist, work);
  }

  public void run(Runnable work) {
    Scopes.run(scope(), work);
  }

  public Site anotherSite(String name, String zone) {
    return ask(() -> site(beans, clinic.id(), name, zone));
  }

  public PractitionerId practitioner(String family) {
    var details = new Practitioner.Details("Ana", family, "MD", "", List.of("en"), List.of("NY"));
    var practitioners = beans.getBean(Practitioners.class);
    return ask(() -> {
      var id = practitioners.add(clinic.id(), details, List.of());
      practitioners.workAt(id, List.of(new PractitionerRole(id, site.id(), "Family medicine")));
      return id;
    });
  }

  public VisitTypeId type(String name, int minutes, VisitType.Need... needs) {
    return type(name, minutes, VisitType.Patients.ANY, needs);
  }

  /** A kind of visit that is for new or for established patients only. */
  public VisitTypeId type(
      String name, int minutes, VisitType.Patients patients, VisitType.Need... needs) {
    var details =
        new VisitType.Details(
            name, minutes, VisitType.Modality.IN_PERSON, "Bring your insurance card.", 0, patients);
    var types = beans.getBean(VisitTypes.class);
    return ask(() -> types.add(clinic.id(), details, Set.of(), Set.of(needs)));
  }

  /** A quarter of an hour that one practitioner alone gives. */
  public VisitTypeId typeOf(String name, PractitionerId giver) {
    var details =
        new VisitType.Details(
            name, 15, VisitType.Modality.IN_PERSON, "", 0, VisitType.Patients.ANY);
    var types = beans.getBean(VisitTypes.class);
    return ask(() -> types.add(clinic.id(), details, Set.of(giver), Set.of()));
  }

  public void room(String name) {
    var room = new Resource.Details(site.id(), Resource.Type.ROOM, "exam room", name);
    ask(() -> beans.getBean(Resources.class).add(clinic.id(), room));
  }

  /** What a type asks for to take one of the rooms made by {@link #room}. */
  public static VisitType.Need examRoom() {
    return new VisitType.Need(Resource.Type.ROOM, "exam room");
  }

  /** Every weekday from midnight until a minute before midnight. */
  public void seesPatientsAlways(PractitionerId practitioner, VisitTypeId... types) {
    for (var day : DayOfWeek.values()) {
      session(practitioner, day, LocalTime.MIDNIGHT, LocalTime.of(23, 59), types);
    }
  }

  public SessionId session(
      PractitionerId practitioner,
      DayOfWeek day,
      LocalTime opens,
      LocalTime closes,
      VisitTypeId... types) {
    var weekly = new Session.Weekly(day, opens, closes, LONG_AGO, Optional.empty());
    var sessions = beans.getBean(Sessions.class);
    return ask(() -> sessions.add(site, practitioner, Set.of(types), weekly));
  }

  public PatientId patient(String given, String family) {
    var facts = PersonFacts.named(PatientName.official(given, family));
    var patients = beans.getBean(Patients.class);
    return ask(() -> patients.register(clinic.id(), NewPatient.saidByCaller(facts)));
  }

  /** A patient who lives in a zone of her own. */
  public PatientId patientIn(String zone, String given, String family) {
    var named = PersonFacts.named(PatientName.official(given, family));
    var facts = named.edit().zone(Optional.of(ZoneId.of(zone))).done();
    var patients = beans.getBean(Patients.class);
    return ask(() -> patients.register(clinic.id(), NewPatient.saidByCaller(facts)));
  }

  /** A visit before our time, as a file tells it. */
  public void seenBefore(PatientId patient, PractitionerId practitioner, LocalDate date) {
    var zone = site.zone().orElseThrow();
    var from = date.atTime(9, 0).atZone(zone).toInstant();
    var past =
        new PastVisit(
            clinic.id(),
            "file/" + patient + "/" + date,
            patient,
            site.id(),
            Optional.of(practitioner),
            "Office visit",
            from,
            from.plusSeconds(1800),
            zone);
    run(() -> beans.getBean(PastVisits.class).importOne(past));
  }

  /** A wish for a time on this site's wall. */
  public TimeWanted wanted(
      PatientId patient, PractitionerId practitioner, VisitTypeId type, LocalDateTime start) {
    return new TimeWanted(
        patient,
        new Hold.Where(site.id(), practitioner, type),
        WallTime.of(start, site.zone().orElseThrow()));
  }

  /** The next such weekday from the day after tomorrow on, also when midnight passes meanwhile. */
  public LocalDate next(DayOfWeek day) {
    return today.plusDays(2).with(TemporalAdjusters.nextOrSame(day));
  }

  public <T> T bean(Class<T> type) {
    return beans.getBean(type);
  }

  public String cookie() {
    return world.cookieOf(specialist);
  }
}
