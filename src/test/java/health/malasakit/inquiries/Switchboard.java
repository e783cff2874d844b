package health.malasakit.inquiries;

import health.malasakit.Client;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.directory.ClinicNumber;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/** A telephone system that a test lets ring, and a clinic that has a number. */
public final class Switchboard {

  private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

  private final World world;
  private final Telephones telephones;
  private final Calls calls;
  private final ClinicProfiles profiles;
  private final Client door;
  private final Organization clinic;
  private final String number;
  private final Telephones.Made made;
  private final Map<String, String> answered = new HashMap<>();

  private Switchboard(ApplicationContext beans, int port, Organization clinic) {
    this.world = beans.getBean(World.class);
    this.telephones = beans.getBean(Telephones.class);
    this.calls = beans.getBean(Calls.class);
    this.door = Client.on(port);
    this.clinic = clinic;
    this.profiles = beans.getBean(ClinicProfiles.class);
    this.number = numberOf(clinic);
    var administrator = world.person(Role.ADMINISTRATOR, clinic);
    this.made =
        Scopes.call(
            world.scopeOf(administrator), () -> telephones.connect(clinic.id(), "Manila switch"));
  }

  private String numberOf(Organization one) {
    var next = "+1312555" + NUMBERS.getAndIncrement();
    Scopes.run(
        Scope.job(one.id(), "test-world"),
        () -> profiles.addNumber(one.id(), ClinicNumber.of(next, "")));
    return next;
  }

  /** It rings for another clinic as well, at the number that this gives. */
  public String alsoFor(Organization other) {
    var both = world.person(Role.ADMINISTRATOR, clinic, other);
    Scopes.run(world.scopeOf(both), () -> telephones.share(other.id(), made.id()));
    return numberOf(other);
  }

  /** A switch that rings for this clinic alone. */
  public static Switchboard of(ApplicationContext beans, int port, Organization clinic) {
    return new Switchboard(beans, port, clinic);
  }

  /** A new clinic with a switch. */
  public static Switchboard in(ApplicationContext beans, int port, String name) {
    return new Switchboard(beans, port, beans.getBean(World.class).clinic(name));
  }

  public Organization clinic() {
    return clinic;
  }

  public String number() {
    return number;
  }

  public String token() {
    return made.token();
  }

  /** A person who sits at this extension of the switch. */
  public SignedIn seated(Role role, String extension) {
    var person = world.person(role, clinic);
    sit(person, extension);
    return person;
  }

  public void sit(SignedIn person, String extension) {
    Scopes.run(world.scopeOf(person), () -> telephones.sit(made.id(), extension));
  }

  /** A call rings that this person answers at extension 204; gives its address. */
  public String answeredBy(SignedIn person, String from) {
    sit(person, "204");
    var id = ring(from);
    happens(id, "answered", ", \"extension\": \"204\"");
    var mine = Scopes.call(world.scopeOf(person), () -> calls.mine().getFirst());
    var place = "/calls/" + mine.organization() + "/" + mine.id();
    answered.put(place, id);
    return place;
  }

  /** The caller of such a call hangs up. */
  public void ends(String place) {
    happens(Objects.requireNonNull(answered.get(place)), "ended", "");
  }

  /** A call rings here; gives the switch's own id of it. */
  public String ring(String from) {
    var id = "call-" + UUID.randomUUID();
    rings(id, from);
    return id;
  }

  /** The switch tells that a call of this id rings. */
  public Client.Answer rings(String id, String from) {
    return tell(
        "/api/calls",
        """
        {"id": "%s", "from": "%s", "to": "%s", "queue": "front", "language": "es", "started": "2026-11-24T09:00:00-05:00"}\
        """
            .formatted(id, from, number));
  }

  /** The switch tells that something happened to a call; more fields as JSON, each with a comma. */
  public Client.Answer happens(String id, String event, String more) {
    return tell("/api/calls/" + id + "/events", "{\"event\": \"%s\"%s}".formatted(event, more));
  }

  /** Sends anything at all with the token. */
  public Client.Answer tell(String path, String body) {
    return door.send(
        door.request(path, "Authorization", "Bearer " + made.token())
            .header("Content-Type", "application/json")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
  }
}
