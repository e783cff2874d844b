package health.malasakit.inquiries.outbound;

import health.malasakit.Client;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.inquiries.Switchboard;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.ZoneLabels;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.Interpreter;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientLanguage;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** Ana, who is to be called by Luz, in a clinic of its own. */
public final class ToBeCalled {

  public static final String MOBILE = "16175550142";
  public static final String HOME = "16175550100";
  private static final int MORNING = 10;

  private final ApplicationContext beans;
  private final World world;
  private final int port;
  private final Switchboard board;
  private final SignedIn luz;
  private final PatientId ana;

  public ToBeCalled(ApplicationContext beans, int port, Optional<ZoneId> zone) {
    this.beans = beans;
    this.port = port;
    this.world = beans.getBean(World.class);
    this.board = Switchboard.in(beans, port, "Harbor Family Clinic");
    this.luz = board.seated(Role.SUPERVISOR, "204");
    this.ana =
        as(() -> {
          beans
              .getBean(ClinicProfiles.class)
              .describe(
                  board.clinic().id(),
                  new Clinic.Profile("", "Harbor", Optional.of(ZoneId.of("America/New_York"))),
                  0);
          return beans
              .getBean(Patients.class)
              .register(board.clinic().id(), NewPatient.saidByCaller(facts(zone)));
        });
  }

  /** Where it is ten in the morning now, or the nearest hour to it. */
  public static Optional<ZoneId> inTheMorning() {
    return Optional.of(where(MORNING));
  }

  /** Where it is deep in the night. */
  public static Optional<ZoneId> atNight() {
    return Optional.of(where(2));
  }

  private static ZoneId where(int hour) {
    var now = Instant.now();
    return IntStream.of(hour, hour - 1, hour + 1)
        .boxed()
        .flatMap(wanted ->
            ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .filter(ToBeCalled::names)
                .map(ZoneId::of)
                .filter(zone -> now.atZone(zone).getHour() == wanted))
        .findFirst()
        .orElseThrow();
  }

  private static boolean names(String id) {
    try {
      return ZoneLabels.zone(id).getId().equals(id);
    } catch (health.malasakit.kernel.Refused none) {
      return false;
    }
  }

  private static PersonFacts facts(Optional<ZoneId> zone) {
    return PersonFacts.named(PatientName.official("María", "de la Cruz"))
        .edit()
        .born(LocalDate.of(1985, 3, 12))
        .phones(
            List.of(
                new PatientPhone(ContactUse.MOBILE, Phone.of("(617) 555-0142")),
                new PatientPhone(ContactUse.HOME, Phone.of("(617) 555-0100"))))
        .addresses(
            List.of(
                new PatientAddress(ContactUse.HOME, "12 Oak St", "Oakland", "CA", "94607", "US")))
        .languages(List.of(PatientLanguage.preferred("es")))
        .interpreter(Interpreter.NEEDED)
        .zone(zone)
        .done();
  }

  public Switchboard board() {
    return board;
  }

  public PatientId ana() {
    return ana;
  }

  public <T> T as(Supplier<T> work) {
    return Scopes.call(world.scopeOf(luz), work::get);
  }

  public Client luz() {
    return Client.on(port).as(world.cookieOf(luz));
  }

  /** A colleague of the clinic. */
  public Client colleague() {
    return Client.on(port).as(world.cookieOf(world.person(Role.SCHEDULER, board.clinic())));
  }

  public String cookie() {
    return world.cookieOf(luz);
  }

  public String page() {
    return "/patients/" + board.clinic().slug() + "/" + ana;
  }

  /** Puts her on the list; gives the address of her call. */
  public String asked(Map<String, String> more) {
    var form = new HashMap<String, String>();
    form.put("reason", "A place on Friday is free");
    form.put("about", "visit");
    form.put("day", "tomorrow");
    form.put("hour", "17:00");
    form.put("requestId", UUID.randomUUID().toString());
    form.putAll(more);
    return luz().post(page() + "/to-call", form).location();
  }

  public Client.Answer dial(String call, String number, String despite) {
    return luz().post(call + "/dialling", Map.of("number", number, "despite", despite));
  }

  public Client.Answer said(String call, String result) {
    return luz().post(call + "/results", Map.of("result", result));
  }
}
