package health.malasakit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Practice;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A forged id in a form, a question or a body of JSON is written down as one in an address is. */
class MissedInBodyTest {

  private static TwoClinics two;
  private static Practice practice;
  private static Client client;
  private static PatientId ana;
  private static PractitionerId reyes;
  private static VisitTypeId followUp;
  private static LocalDateTime nine;

  @BeforeAll
  static void twoClinics() throws SQLException {
    two = TwoClinics.start();
    practice = Practice.in(two.node()::bean, "America/New_York");
    client = Client.on(two.node().port()).as(practice.cookie());
    ana = practice.patient("Ana", "Cruz");
    reyes = practice.practitioner("Reyes");
    followUp = practice.type("Follow-up", 30);
    practice.seesPatientsAlways(reyes, followUp);
    nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
  }

  @AfterAll
  static void close() {
    two.close();
  }

  @Test
  void each_id_of_a_booking_sent_by_a_machine() {
    for (var field : booking().keySet()) {
      var theirs = json(with(booking(), field, TwoClinics.THEIRS));
      wantsALineInBoth(field, () -> client.json("/api/appointments", theirs));
      var nobodys = json(with(booking(), field, UUID.randomUUID()));
      wantsALineHere(field, () -> client.json("/api/appointments", nobodys));
    }
  }

  @Test
  void each_id_of_a_move_sent_by_a_machine_and_not_the_visit_that_moves() {
    var start = nine.plusHours(2);
    var visit =
        practice.ask(() ->
            practice.bean(Bookings.class).bookNow(practice.wanted(ana, reyes, followUp, start)));
    var move = "/api/appointments/" + visit.id() + "/move";
    for (var field : new String[] {"site", "practitioner", "visitType"}) {
      var theirs = json(with(booking(), field, TwoClinics.THEIRS));
      wantsALineInBoth(field, () -> client.json(move, theirs));
      wantsALineHere(
          field, () -> client.json(move, json(with(booking(), field, UUID.randomUUID()))));
      assertThat(missedIds()).as(field).doesNotContain(visit.id().value());
    }
  }

  @Test
  void each_id_of_a_form_however_many_others_stand_before_it() {
    var noise = new LinkedHashMap<String, Object>();
    for (int n = 0; n < 40; n++) {
      noise.put("field" + n, UUID.randomUUID());
    }
    for (var field : new String[] {"atSite", "with", "kind"}) {
      var choice = new LinkedHashMap<>(choice());
      choice.put(field, TwoClinics.THEIRS);
      wantsALineInBoth(field, () -> client.post("/holds?patient=" + ana, choice));
    }
    noise.putAll(choice());
    wantsALineInBoth("patient", () -> client.post("/holds?patient=" + TwoClinics.THEIRS, noise));
  }

  @Test
  void who_speaks_for_somebody_elsewhere_ended_on_a_form() {
    var end = "/patients/" + practice.clinic().slug() + "/" + ana + "/representatives/end";
    var theirs = Map.<String, Object>of("version", 1, "representative", TwoClinics.THEIRS);
    wantsALineInBoth("representative", () -> client.post(end, theirs));
  }

  private static void wantsALineInBoth(String what, Runnable asks) {
    long there = two.missedThere();
    wantsALineHere(what, asks);
    assertThat(two.missedThere()).as(what).isEqualTo(there + 1);
  }

  private static void wantsALineHere(String what, Runnable asks) {
    long here = two.missed(practice.clinic().id().value());
    asks.run();
    assertThat(two.missed(practice.clinic().id().value())).as(what).isEqualTo(here + 1);
  }

  private static java.util.List<UUID> missedIds() {
    return two.superuser()
        .sql("select subject_id from audit.line where act = 'not-found'")
        .query(UUID.class)
        .list();
  }

  private static Map<String, Object> booking() {
    var booking = new LinkedHashMap<String, Object>();
    booking.put("patient", ana);
    booking.put("site", practice.site().id());
    booking.put("practitioner", reyes);
    booking.put("visitType", followUp);
    return booking;
  }

  private static Map<String, Object> choice() {
    return Map.of(
        "atSite",
        practice.site().id(),
        "with",
        reyes,
        "kind",
        followUp,
        "start",
        nine,
        "fold",
        "earlier");
  }

  private static Map<String, Object> with(Map<String, Object> all, String field, UUID id) {
    var changed = new HashMap<>(all);
    changed.put(field, id);
    return changed;
  }

  private static String json(Map<String, Object> ids) {
    return ids.entrySet().stream()
            .map(one -> "\"%s\": \"%s\", ".formatted(one.getKey(), one.getValue()))
            .collect(Collectors.joining("", "{", ""))
        + "\"start\": \"%s\", \"zone\": \"America/New_York\", \"version\": 1}".formatted(nine);
  }
}
