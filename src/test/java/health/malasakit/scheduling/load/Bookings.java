package health.malasakit.scheduling.load;

import static org.awaitility.Awaitility.await;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.Practice;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Eight people who book as fast as they can, each time another opening. What was not answered is
 * asked for again with the same request id, at the nodes in turn, as a careful client does; so in
 * the end every opening that was wanted is one visit.
 */
public final class Bookings {

  private static final int PEOPLE = 8;
  private static final int GROUPS = 4;
  private static final int DOCTORS = 10;
  private static final int PATIENTS = 40;
  private static final int MINUTES = 15;
  private static final int A_DAY = 90;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration AGAIN_AFTER = Duration.ofMillis(50);
  private static final Set<Integer> AGAIN = Set.of(0, 502, 503, 507);

  private final Clinic clinic;
  private final List<List<Client>> screens = new ArrayList<>();
  private final Map<UUID, Slot> acknowledged = new ConcurrentHashMap<>();
  private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
  private final Pauses pauses = new Pauses();

  /** An opening and who wants it. */
  record Slot(PractitionerId doctor, PatientId patient, LocalDateTime start) {}

  private record Clinic(
      Practice practice,
      VisitTypeId type,
      List<PractitionerId> doctors,
      List<PatientId> patients,
      List<List<String>> sessions,
      AtomicInteger group,
      AtomicInteger next) {}

  /** Makes a clinic by a node; its people then know the nodes of these ports. */
  public Bookings(Node node, List<Integer> ports) {
    this(made(node), ports);
  }

  private Bookings(Clinic clinic, List<Integer> ports) {
    this.clinic = clinic;
    int group = clinic.group.getAndIncrement();
    for (var cookie : clinic.sessions.get(group % clinic.sessions.size())) {
      screens.add(ports.stream().map(port -> Client.on(port).as(cookie)).toList());
    }
  }

  private static Clinic made(Node node) {
    var practice = Practice.in(node::bean, "America/New_York");
    var type = practice.type("Flu shot", MINUTES);
    var doctors = new ArrayList<PractitionerId>();
    for (int n = 0; n < DOCTORS; n++) {
      doctors.add(practice.practitioner("Reyes " + n));
      practice.seesPatientsAlways(doctors.getLast(), type);
    }
    var patients = new ArrayList<PatientId>();
    for (int n = 0; n < PATIENTS; n++) {
      patients.add(practice.patient("Ana", "Santos " + n));
    }
    return new Clinic(
        practice,
        type,
        doctors,
        patients,
        sessions(node, practice),
        new AtomicInteger(),
        new AtomicInteger());
  }

  /**
   * The same people at several desks: two that begin one session at once would be in each other's
   * way.
   */
  private static List<List<String>> sessions(Node node, Practice practice) {
    var world = node.bean(health.malasakit.World.class);
    var people = new ArrayList<SignedIn>();
    for (int n = 0; n < PEOPLE; n++) {
      people.add(practice.colleague(Role.SCHEDULER));
    }
    var sessions = new ArrayList<List<String>>();
    for (int group = 0; group < GROUPS; group++) {
      sessions.add(people.stream().map(world::cookieOf).toList());
    }
    return sessions;
  }

  /** The same clinic, booked for at other nodes and in other sessions. */
  public Bookings at(List<Integer> ports) {
    return new Bookings(clinic, ports);
  }

  public OrganizationId organization() {
    return clinic.practice.organization();
  }

  /** Somebody who works there. */
  public SignedIn person() {
    return clinic.practice.specialist();
  }

  /** Books so many, all people at once. */
  public void book(int count) {
    var left = new AtomicInteger(count);
    all(person -> left.getAndDecrement() > 0);
  }

  /** Books until it is over. */
  public void bookUntil(BooleanSupplier over) {
    all(person -> !over.getAsBoolean());
  }

  private void all(IntPredicate goesOn) {
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var working = new ArrayList<Future<?>>();
      for (int n = 0; n < PEOPLE; n++) {
        int person = n;
        working.add(
            people.submit(() -> {
              while (goesOn.test(person)) {
                booked(person, slot(clinic.next.getAndIncrement()));
              }
            }));
      }
      for (var one : working) {
        one.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Slot slot(int number) {
    int turn = number / DOCTORS;
    return new Slot(
        clinic.doctors.get(number % DOCTORS),
        clinic.patients.get(number % PATIENTS),
        java.time.LocalDate.now(java.time.ZoneId.of("America/New_York"))
            .plusDays(2 + turn / A_DAY)
            .atStartOfDay()
            .plusMinutes((long) MINUTES * (turn % A_DAY)));
  }

  private void booked(int person, Slot slot) {
    var body = body(slot);
    var turn = new AtomicInteger(person);
    var taken = new AtomicReference<Client.Answer>();
    if (!answered(person, turn, body, taken)) {
      try {
        await()
            .atMost(PATIENCE)
            .pollInterval(AGAIN_AFTER)
            .until(() -> answered(person, turn, body, taken));
      } catch (ConditionTimeoutException never) {
        throw new IllegalStateException("Nobody answers; so far " + statuses, never);
      }
    }
    var answer = taken.get();
    if (answer.status() != 201) {
      throw new IllegalStateException("Booking answered " + answer.status() + " " + answer.body());
    }
    pauses.acknowledged();
    var id = new JsonMapper().readTree(answer.body()).get("id").asString();
    acknowledged.put(UUID.fromString(id), slot);
  }

  private boolean answered(
      int person, AtomicInteger turn, String body, AtomicReference<Client.Answer> taken) {
    var nodes = screens.get(person);
    try {
      var screen = nodes.get(turn.getAndIncrement() % nodes.size());
      taken.set(screen.json("/api/appointments", body));
    } catch (UncheckedIOException | AssertionError noAnswer) {
      statuses.add(0);
      return false;
    }
    statuses.add(taken.get().status());
    return !AGAIN.contains(taken.get().status());
  }

  private String body(Slot slot) {
    return """
    {"patient": "%s", "site": "%s", "practitioner": "%s", "visitType": "%s",
     "start": "%s", "zone": "America/New_York", "requestId": "%s"}
    """
        .formatted(
            slot.patient,
            clinic.practice.site().id(),
            slot.doctor,
            clinic.type,
            slot.start,
            UUID.randomUUID());
  }

  /** Somebody's screen at a node: the first is 0. */
  public Client screen(int node) {
    return screens.getFirst().get(node);
  }

  /** Every visit that was answered with 201. */
  public Map<UUID, Slot> acknowledged() {
    return acknowledged;
  }

  /** What was answered so far; 0 when there was no answer. */
  public Set<Integer> statuses() {
    return Set.copyOf(statuses);
  }

  /** How long nobody was answered with 201. */
  public Pauses pauses() {
    return pauses;
  }
}
