package health.malasakit.inquiries;

import health.malasakit.Client;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.Identifier;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.speaking.Basis;
import health.malasakit.patients.speaking.NewRepresentative;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.patients.speaking.Speaking;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** Luz speaks with somebody who rings from the number of a patient. */
public final class CallerOnTheLine {

  public static final String HER_NUMBER = "(617) 555-0142";
  public static final String ANOTHER_NUMBER = "(617) 555-0199";

  /** All that Ana says, as it is typed. */
  static final Map<String, String> PROVEN =
      Map.of(
          "caller", "patient",
          "name", "María de la Cruz",
          "birthDate", "3/12/1985",
          "fact", "zip",
          "value", "94607");

  private final ApplicationContext beans;
  private final World world;
  private final Switchboard board;
  private final SignedIn luz;
  private final SignedIn registrar;
  private final Client client;
  private final PatientId ana;
  private final Map<String, String> rung = new HashMap<>();
  private String call;
  private int patients;

  /** In a clinic of its own. */
  public CallerOnTheLine(ApplicationContext beans, int port) {
    this.beans = beans;
    this.world = beans.getBean(World.class);
    this.board = Switchboard.in(beans, port, "Harbor Family Clinic");
    this.luz = board.seated(Role.SUPERVISOR, "204");
    this.registrar = world.person(Role.SUPERVISOR, board.clinic());
    this.client = Client.on(port).as(world.cookieOf(luz));
    this.ana = patient("María", "de la Cruz", LocalDate.of(1985, 3, 12), HER_NUMBER);
    this.call = ring(HER_NUMBER);
  }

  public Organization clinic() {
    return board.clinic();
  }

  /** The switch that rings here. */
  public Switchboard board() {
    return board;
  }

  public Client client() {
    return client;
  }

  /** Luz's session. */
  public String cookie() {
    return world.cookieOf(luz);
  }

  /** Who speaks with the caller. */
  public SignedIn luz() {
    return luz;
  }

  /** She has another role here as well. */
  public void alsoAs(Role role) {
    world.alsoAs(luz, role, board.clinic());
  }

  public PatientId ana() {
    return ana;
  }

  /** As a colleague who is on no call. */
  public <T> T asColleague(Supplier<T> work) {
    return Scopes.call(world.scopeOf(registrar), work::get);
  }

  /** The colleague who is on no call. */
  public SignedIn registrar() {
    return registrar;
  }

  /** A colleague who is on no call. */
  public Client colleague() {
    return client.as(world.cookieOf(registrar));
  }

  /** Id of a call of the colleague about her, written up with this note. */
  public String writtenUp(String note) {
    var place = colleague().post("/calls", Map.of("direction", "in")).location();
    colleague().post(place + "/caller", PROVEN);
    colleague().post(place + "/wrap-up", Map.of("reason", "bill", "outcome", "done", "note", note));
    return place.substring(place.lastIndexOf('/') + 1);
  }

  /** Address of the call she is on. */
  public String call() {
    return call;
  }

  /** Address of the patient's page. */
  public String page() {
    return "/patients/" + board.clinic().slug() + "/" + ana;
  }

  /** As Luz. */
  public <T> T as(Supplier<T> work) {
    return Scopes.call(world.scopeOf(luz), work::get);
  }

  /** Another call rings and is hers; the one before goes on beside it. */
  public String ring(String from) {
    var id = board.ring(from);
    board.happens(id, "answered", ", \"extension\": \"204\"");
    var mine = as(() -> beans.getBean(Calls.class).mine().getFirst());
    var place = "/calls/" + mine.organization() + "/" + mine.id();
    rung.put(place, id);
    return place;
  }

  /** The caller hangs up, and the switch tells so. */
  public void over() {
    over(call);
  }

  /** The same on this call. */
  public void over(String place) {
    if (rung.containsKey(place)) {
      happens(place, "ended");
    } else {
      client.post(place + "/end", Map.of());
    }
  }

  /** The switch tells something of this call. */
  public void happens(String place, String event) {
    board.happens(rung.get(place), event, "");
  }

  /** She speaks on this call now. */
  public void onCall(String place) {
    call = place;
  }

  /** Types what the caller says, and reads what came of it: a redirect is a match. */
  public Client.Answer ask(String caller, Map<String, String> said) {
    return read(asked(caller, said));
  }

  /** The same as far as the form alone. */
  Client.Answer asked(String caller, Map<String, String> said) {
    var form = new HashMap<>(said);
    form.put("caller", caller);
    return client.post(call + "/caller", form);
  }

  /** The page on which what did not match, or has to be asked again, is read. */
  Client.Answer read(Client.Answer sent) {
    var reads = sent.status() == 302 && sent.location().contains("?answer=");
    return reads ? client.get(sent.location()) : sent;
  }

  /** The caller is proven for the whole record. */
  public void proven() {
    ask("patient", PROVEN);
  }

  public UUID speaks(String name, Set<Speaking> may) {
    return speaks(ana, name, may);
  }

  public UUID speaks(PatientId patient, String name, Set<Speaking> may) {
    var one =
        new NewRepresentative(
            name,
            "sister",
            Basis.PATIENTS_WORD,
            may,
            "form seen",
            "",
            Optional.empty(),
            Optional.empty());
    return Scopes.call(
        world.scopeOf(registrar),
        () -> beans.getBean(Representatives.class).add(board.clinic().id(), patient, one));
  }

  /** Registered by a colleague who is on no call. */
  public PatientId patient(String given, String family, LocalDate born, String number) {
    var facts =
        PersonFacts.named(PatientName.official(given, family))
            .edit()
            .born(born)
            .phones(
                List.of(
                    new PatientPhone(ContactUse.MOBILE, Phone.of(number)),
                    new PatientPhone(ContactUse.HOME, Phone.of("(617) 555-0100"))))
            .addresses(
                List.of(
                    new PatientAddress(
                        ContactUse.HOME, "12 Oak St", "Oakland", "CA", "94607", "US")))
            .done();
    return patient(facts);
  }

  /** The same, whatever is known of her. */
  public PatientId patient(PersonFacts facts) {
    var mrn = Identifier.mrn("MRN-" + (77 + patients++));
    return Scopes.call(
        world.scopeOf(registrar),
        () ->
            beans
                .getBean(Patients.class)
                .register(
                    board.clinic().id(),
                    new NewPatient(facts, List.of(mrn), "", Optional.empty(), "caller")));
  }
}
