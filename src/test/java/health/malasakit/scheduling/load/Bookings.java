package health.malasakit.scheduling.load;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.access.SignedIn;
import health.malasakit.directory.PractitionerId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.Practice;
import java.time.LocalDate;
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
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Eight people who book as fast as they can, each time another opening. What was not answered is
 * asked for again with the same request id, at the nodes in turn, as a careful client does; so in
 * the end every opening that was wanted is one visit.
 */
public final class Bookings {

  private static final int A_DAY = 90;
  private static final int MOVED = 3;
  private static final int CANCELLED = 7;

  /** Beyond all hours that are booked, so that no patient has two visits at once. */
  private static final int MOVED_TO = 60 * A_DAY;

  private static final String ZONE = "America/New_York";

  private final BookedClinic clinic;
  private final Screens screens;
  private final Changes changes;
  private final Map<UUID, Slot> acknowledged = new ConcurrentHashMap<>();
  private final Set<UUID> cancelled = ConcurrentHashMap.newKeySet();
  private volatile boolean changing;
  private final Pauses pauses = new Pauses();

  /** An opening and who wants it. */
  record Slot(PractitionerId doctor, PatientId patient, LocalDateTime start) {}

  /** Makes a clinic by a node; its people then know the nodes of these ports. */
  public Bookings(Node node, List<Integer> ports) {
    this(BookedClinic.made(node, ZONE), ports);
  }

  /** The same in another zone; each third visit is then moved and each seventh cancelled. */
  public static Bookings thatChange(Node node, List<Integer> ports, String zone) {
    var bookings = new Bookings(BookedClinic.made(node, zone), ports);
    bookings.changing = true;
    return bookings;
  }

  private Bookings(BookedClinic clinic, List<Integer> ports) {
    this.clinic = clinic;
    int group = clinic.group().getAndIncrement();
    this.screens =
        new Screens(
            clinic.sessions().get(group % clinic.sessions().size()).stream()
                .map(cookie -> ports.stream().map(port -> Client.on(port).as(cookie)).toList())
                .toList());
    this.changes = new Changes(screens);
  }

  /** The same clinic, booked for at other nodes and in other sessions. */
  public Bookings at(List<Integer> ports) {
    return new Bookings(clinic, ports);
  }

  /** The same clinic on another server, where other people of it have signed in. */
  public Bookings on(Node node) {
    return new Bookings(clinic.on(node), List.of(node.port()));
  }

  public OrganizationId organization() {
    return clinic.practice().organization();
  }

  /** Where they book. */
  public Practice practice() {
    return clinic.practice();
  }

  /** Somebody who works there. */
  public SignedIn person() {
    return clinic.practice().specialist();
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
      for (int n = 0; n < BookedClinic.PEOPLE; n++) {
        int person = n;
        working.add(
            people.submit(() -> {
              while (goesOn.test(person)) {
                booked(person, slot(clinic.next().getAndIncrement()));
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
    int turn = number / BookedClinic.DOCTORS;
    return new Slot(
        clinic.doctors().get(number % BookedClinic.DOCTORS),
        clinic.patients().get(number % BookedClinic.PATIENTS),
        start(turn));
  }

  private LocalDateTime start(int turn) {
    return LocalDate.now(clinic.practice().site().zone().orElseThrow())
        .plusDays(2 + turn / A_DAY)
        .atStartOfDay()
        .plusMinutes((long) BookedClinic.MINUTES * (turn % A_DAY));
  }

  private void booked(int person, Slot slot) {
    var body = place().formatted(slot.doctor, slot.start) + ids(slot);
    var answer = screens.asked(person, "/api/appointments", body);
    if (answer.status() != 201) {
      throw new IllegalStateException("Booking answered " + answer.status() + " " + answer.body());
    }
    pauses.acknowledged();
    var id = UUID.fromString(new JsonMapper().readTree(answer.body()).get("id").asString());
    acknowledged.put(id, slot);
    if (changing) {
      change(person, id, slot, acknowledged.size());
    }
  }

  private void change(int person, UUID visit, Slot slot, int nth) {
    if (nth % CANCELLED == 0) {
      changes.cancel(person, visit, slot.start);
      cancelled.add(visit);
    } else if (nth % MOVED == 0) {
      var to = new Slot(slot.doctor, slot.patient, start(MOVED_TO + nth));
      changes.move(person, visit, to, place());
      acknowledged.put(visit, to);
    }
  }

  /** A time at a practitioner, of which both are still to be said. */
  private String place() {
    return """
    {"practitioner": "%%s", "start": "%%s", "site": "%s", "visitType": "%s", "zone": "%s\"\
    """
        .formatted(
            clinic.practice().site().id(),
            clinic.type(),
            clinic.practice().site().zone().orElseThrow());
  }

  private static String ids(Slot slot) {
    return ", \"patient\": \"%s\", \"requestId\": \"%s\"}"
        .formatted(slot.patient, UUID.randomUUID());
  }

  /** Somebody's screen at a node: the first is 0. */
  public Client screen(int node) {
    return screens.first(node);
  }

  /** Every visit that was answered with 201, where it stands now. */
  public Map<UUID, Slot> acknowledged() {
    return acknowledged;
  }

  /** Those of them that were cancelled. */
  Set<UUID> cancelled() {
    return cancelled;
  }

  /** What was answered so far; 0 when there was no answer. */
  public Set<Integer> statuses() {
    return screens.statuses();
  }

  /** How long nobody was answered with 201. */
  public Pauses pauses() {
    return pauses;
  }
}
