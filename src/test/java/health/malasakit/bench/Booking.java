package health.malasakit.bench;

import health.malasakit.Client;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Booking, each a time of its own. */
record Booking(BenchSize size, BenchWorld world, Requests requests, Connections connections) {

  static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** A server that has just started compiles what it runs; that is not measured. */
  private static final int WARM_UP_SECONDS = 3;

  /** A booking as it went over the wire. */
  record Recorded(Requests.Time time, UUID patient, long since, List<Recorder.Step> steps) {}

  void measure(Table table, Clients clients, boolean wide, String suffix) throws SQLException {
    var patients = patients(wide);
    var recorded = recorded(clients, wide, patients);
    if (!wide) {
      Measured.of(
          WARM_UP_SECONDS, client -> booked(clients.of(client), requests.free(wide), patients));
    }
    var ours = new ArrayList<Measured>();
    var limit = new ArrayList<Measured>();
    for (int round = 0; round < size.rounds(); round++) {
      ours.add(
          Measured.of(
              size.secondsARound(),
              client -> booked(clients.of(client), requests.free(wide), patients)));
      limit.add(
          Measured.of(
              size.secondsARound(),
              client -> replay(client, recorded.get(client), requests.free(wide), patients)));
      Published.forget(connections.anOwner());
    }
    table.row("booking" + suffix, Measured.together(ours), Measured.together(limit), "");
    if (size.halfLoadSeconds() > 0) {
      var half =
          Measured.steady(
              Measured.together(ours).perSecond() / 2,
              size.halfLoadSeconds(),
              client -> booked(clients.of(client), requests.free(wide), patients));
      table.half("booking" + suffix, half, Measured.together(limit));
    }
    if (!wide) {
      new Race(this, clients, patients).measure(table, Measured.together(limit));
    }
  }

  /** One of each client, who has asked for her token before. */
  List<Recorded> recorded(Clients clients, boolean wide, Map<Integer, List<UUID>> patients) {
    var recorded = new ArrayList<Recorded>();
    for (int client = 0; client < Measured.CLIENTS; client++) {
      booked(clients.of(client), requests.free(wide), patients);
      recorded.add(record(clients.of(client), requests.free(wide), patients));
    }
    return recorded;
  }

  Map<Integer, List<UUID>> patients(boolean wide) throws SQLException {
    var all = new HashMap<Integer, List<UUID>>();
    try (var owner = world.owner()) {
      for (int clinic = 1; clinic <= (wide ? size.clinics() : 1); clinic++) {
        all.put(
            clinic,
            Sql.texts(
                    owner,
                    "select patient_id from patients.patient where organization_id = '"
                        + BenchWorld.clinic(clinic).id()
                        + "' and birth_date is not null order by patient_id limit 2000")
                .stream()
                .map(UUID::fromString)
                .toList());
      }
    }
    return all;
  }

  private static UUID patient(Requests.Time time, Map<Integer, List<UUID>> patients) {
    var here = patients.get(time.clinic());
    return here.get(time.patient() % here.size());
  }

  private static Client.Answer book(
      Client client, Requests.Time time, Map<Integer, List<UUID>> patients) {
    return Requests.book(client, time, patient(time, patients));
  }

  private static void booked(Client client, Requests.Time time, Map<Integer, List<UUID>> patients) {
    var answer = book(client, time, patients);
    if (answer.status() != 201) {
      throw new IllegalStateException("booking answered " + answer.status() + " " + answer.body());
    }
  }

  static Recorded record(Client client, Requests.Time time, Map<Integer, List<UUID>> patients) {
    long since = System.currentTimeMillis();
    var steps = Recorder.during(() -> book(client, time, patients));
    return new Recorded(time, patient(time, patients), since, steps);
  }

  void replay(int client, Recorded recorded, Requests.Time time, Map<Integer, List<UUID>> patients)
      throws SQLException {
    var ids = new HashMap<UUID, UUID>();
    ids.put(recorded.patient(), patient(time, patients));
    for (var kind : List.of("site", "type", "clinic")) {
      ids.put(
          BenchWorld.id(kind, recorded.time().clinic(), 0), BenchWorld.id(kind, time.clinic(), 0));
    }
    ids.put(
        BenchWorld.id("practitioner", recorded.time().clinic(), recorded.time().practitioner()),
        BenchWorld.id("practitioner", time.clinic(), time.practitioner()));
    var shift = Duration.between(recorded.time().start(), time.start());
    Recorder.replay(
        connections.application().get(client),
        recorded.steps(),
        Recorder.freshIds(recorded.since(), changed(ids, recorded.time().start(), shift)));
  }

  private static UnaryOperator<Object> changed(
      Map<UUID, UUID> ids, LocalDateTime start, Duration shift) {
    var from = start.atZone(ZONE).toInstant();
    var to = from.plus(Duration.ofMinutes(20));
    return value ->
        switch (value) {
          case UUID id -> ids.getOrDefault(id, id);
          case LocalDateTime local when local.equals(start) -> start.plus(shift);
          case OffsetDateTime at when at.toInstant().equals(from) || at.toInstant().equals(to) ->
              at.atZoneSameInstant(ZONE)
                  .toLocalDateTime()
                  .plus(shift)
                  .atZone(ZONE)
                  .toOffsetDateTime();
          default -> value;
        };
  }
}
