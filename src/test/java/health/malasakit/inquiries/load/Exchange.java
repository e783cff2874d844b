package health.malasakit.inquiries.load;

import static org.awaitility.Awaitility.await;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.directory.ClinicNumber;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.inquiries.Availabilities;
import health.malasakit.inquiries.Availability;
import health.malasakit.inquiries.Telephones;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One telephone system that rings for many clinics, and the people at its telephones. It tells a
 * thing again, at the nodes in turn, until one of them took it.
 */
public final class Exchange {

  /** As a switch has: it tells until it is heard, and a busy machine answers late. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration AGAIN_AFTER = Duration.ofMillis(50);
  private static final Set<Integer> AGAIN = Set.of(502, 503);

  private final Staffing staffing;
  private final List<Client> doors;
  private final List<Organization> clinics = new ArrayList<>();
  private final List<SignedIn> people = new ArrayList<>();
  private final List<String> cookies = new ArrayList<>();
  private final List<Integer> ports;
  private final AtomicInteger turn = new AtomicInteger();
  private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
  private final String token;

  /** Of the numbers, so that two exchanges on one database have different ones. */
  private final int office = 200 + ThreadLocalRandom.current().nextInt(700);

  /** Makes clinics and people by the first node. */
  public Exchange(Staffing staffing, Node... nodes) {
    this(staffing, nodes[0], Stream.of(nodes).map(Node::port).toList());
  }

  /** Makes clinics and people by a node; the switch and the people then know those of the ports. */
  public Exchange(Staffing staffing, Node node, List<Integer> ports) {
    this.staffing = staffing;
    this.ports = List.copyOf(ports);
    this.doors = ports.stream().map(Client::on).toList();
    var world = node.bean(World.class);
    for (int clinic = 0; clinic < staffing.clinics(); clinic++) {
      clinics.add(world.clinic("Clinic " + (clinic + 1)));
    }
    numbers(node);
    var administrator = world.person(Role.ADMINISTRATOR, clinics.toArray(Organization[]::new));
    var telephones = node.bean(Telephones.class);
    var made =
        Scopes.call(
            world.scopeOf(administrator),
            () -> telephones.connect(clinics.getFirst().id(), "Manila switch"));
    this.token = made.token();
    Scopes.run(
        world.scopeOf(administrator),
        () -> clinics.stream().skip(1).forEach(one -> telephones.share(one.id(), made.id())));
    for (int number = 0; number < staffing.people(); number++) {
      var person = world.person(Role.CUSTOMER_SERVICE, clinicsOf(number));
      people.add(person);
      cookies.add(world.cookieOf(person));
      var extension = Staffing.extension(number);
      Scopes.run(
          world.scopeOf(person),
          () -> {
            telephones.sit(made.id(), extension);
            node.bean(Availabilities.class).say(Availability.AVAILABLE);
          });
    }
  }

  private void numbers(Node node) {
    for (int clinic = 0; clinic < clinics.size(); clinic++) {
      var number = ClinicNumber.of(dialled(clinic), "");
      var id = clinics.get(clinic).id();
      Scopes.run(
          Scope.job(id, "test-world"), () -> node.bean(ClinicProfiles.class).addNumber(id, number));
    }
  }

  private String dialled(int clinic) {
    return "+1312" + office + (1000 + clinic);
  }

  private Organization[] clinicsOf(int person) {
    return staffing.clinicsOf(person).stream().map(clinics::get).toArray(Organization[]::new);
  }

  public Staffing staffing() {
    return staffing;
  }

  public List<SignedIn> people() {
    return people;
  }

  public Organization clinic(int number) {
    return clinics.get(number);
  }

  /** A person's screen at a node: the first is 0, and after the last comes the first again. */
  public Client screen(int person, int node) {
    return Client.on(ports.get(node % ports.size())).as(cookies.get(person));
  }

  /** How the nodes answered the switch so far; 0 when there was no answer. */
  public Set<Integer> statuses() {
    return Set.copyOf(statuses);
  }

  /** Tells it until it was taken. */
  public Client.Answer tell(Told told) {
    return untilTaken(() -> {
      var door = doors.get(turn.getAndIncrement() % doors.size());
      var answer =
          door.send(
              door.request(told.path(), "Authorization", "Bearer " + token)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(told.body(dialled(told.call().clinic())))));
      if (answer.status() == 503 && answer.header("Retry-After").isEmpty()) {
        throw new IllegalStateException("A 503 that does not say when to come again");
      }
      return answer;
    });
  }

  /** Whether this person took the call, at any node; somebody faster is an answer too. */
  public boolean took(int person, String call) {
    var request = Map.of("requestId", java.util.UUID.randomUUID().toString());
    var answer =
        untilTaken(() -> screen(person, turn.getAndIncrement()).post(call + "/taking", request));
    return answer.status() == 302;
  }

  private Client.Answer untilTaken(Supplier<Client.Answer> ask) {
    var taken = new AtomicReference<Client.Answer>();
    if (!took(ask, taken)) {
      await().atMost(PATIENCE).pollInterval(AGAIN_AFTER).until(() -> took(ask, taken));
    }
    return taken.get();
  }

  private boolean took(Supplier<Client.Answer> ask, AtomicReference<Client.Answer> taken) {
    try {
      taken.set(ask.get());
    } catch (UncheckedIOException | AssertionError noAnswer) {
      statuses.add(0);
      return false;
    }
    statuses.add(taken.get().status());
    return !AGAIN.contains(taken.get().status());
  }

  /** All people by number. */
  public IntStream persons() {
    return IntStream.range(0, staffing.people());
  }
}
