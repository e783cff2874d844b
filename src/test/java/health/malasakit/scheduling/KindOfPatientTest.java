package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Kinds of visit that are for new patients only, or for established ones only. */
@MalasakitTest
class KindOfPatientTest {

  private static final String SEEN = "is for new patients, and this one was seen on";
  private static final String NEVER_SEEN = "is for established patients, and this one has no visit";

  private final ApplicationContext beans;

  @LocalServerPort private int port;

  private Practice practice;
  private Client client;
  private PractitionerId reyes;
  private VisitTypeId first;
  private VisitTypeId again;
  private PatientId ana;
  private PatientId ben;
  private LocalDateTime nine;

  KindOfPatientTest(ApplicationContext beans) {
    this.beans = beans;
  }

  /** Ana was here a year ago, Ben never was. */
  @BeforeEach
  void aClinic() {
    practice = Practice.in(beans, "America/New_York");
    client = Client.on(port).as(practice.cookie());
    reyes = practice.practitioner("Reyes");
    first = practice.type("First visit", 30, VisitType.Patients.NEW);
    again = practice.type("Check-up", 30, VisitType.Patients.ESTABLISHED);
    practice.seesPatientsAlways(reyes, first, again);
    nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
    ana = practice.patient("Ana", "Cruz");
    practice.seenBefore(ana, reyes, nine.toLocalDate().minusYears(1));
    ben = practice.patient("Ben", "Cruz");
  }

  @Test
  void an_established_patient_gets_no_visit_for_new_ones_and_the_page_says_why() {
    var lost = client.post("/holds?patient=" + ana + "&type=First%20visit", choice(first));

    assertThat(lost.status()).isEqualTo(409);
    assertThat(lost.body()).contains("First visit " + SEEN);
    assertThat(client.get("/openings?patient=" + ana + "&type=First%20visit").body())
        .contains("First visit " + SEEN)
        .contains("Why book it all the same");
    assertThat(client.get("/openings?patient=" + ben + "&type=First%20visit").body())
        .contains("Hold")
        .doesNotContain(SEEN);
  }

  @Test
  void a_new_patient_gets_no_visit_for_established_ones() {
    var lost = client.post("/holds?patient=" + ben + "&type=Check-up", choice(again));

    assertThat(lost.status()).isEqualTo(409);
    assertThat(lost.body()).contains("Check-up " + NEVER_SEEN);
    assertThat(client.post("/holds?patient=" + ana, choice(again)).status()).isEqualTo(302);
  }

  @Test
  void who_says_why_books_it_all_the_same_and_the_reason_stays() {
    var choice = choice(first);
    choice.put("despite", "Chart merged by mistake");
    var held = client.post("/holds?patient=" + ana, choice);
    assertThat(client.get(held.location()).body())
        .contains("Booked all the same: Chart merged by mistake");

    var booked = client.post(held.location(), Map.of());

    assertThat(client.get(booked.location()).body()).contains("Chart merged by mistake");
  }

  @Test
  void a_machine_is_told_the_same_and_may_say_why() {
    var body =
        """
        {"patient": "%s", "site": "%s", "practitioner": "%s", "visitType": "%s",
         "start": "%s", "zone": "America/New_York"%s}
        """;
    var refused = client.json("/api/appointments", body.formatted(wanted("")));
    var why = ", \"despite\": \"Sent by her cardiologist\"";

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("\"field\":\"despite\"").contains(SEEN);
    assertThat(client.json("/api/appointments", body.formatted(wanted(why))).status())
        .isEqualTo(201);
  }

  @Test
  void a_first_visit_that_moves_stays_one_though_she_was_seen_meanwhile() {
    var bookings = beans.getBean(Bookings.class);
    var visit = practice.ask(() -> bookings.bookNow(practice.wanted(ben, reyes, first, nine)));
    practice.seenBefore(ben, reyes, nine.toLocalDate().minusDays(30));
    var later = practice.wanted(ben, reyes, first, nine.plusHours(2));

    var moved = practice.ask(() -> bookings.moveNow(visit.id(), later, 1, ""));

    assertThat(moved.time()).isEqualTo(VisitTime.of(later.start(), visit.time().length()));
    assertThat(client.get("/openings?moves=" + visit.id()).body()).doesNotContain(SEEN);
  }

  private Object[] wanted(String more) {
    return new Object[] {ana, practice.site().id(), reyes, first, nine, more};
  }

  private Map<String, Object> choice(VisitTypeId kind) {
    Map<String, Object> choice = new HashMap<>();
    choice.put("atSite", practice.site().id());
    choice.put("with", reyes);
    choice.put("kind", kind);
    choice.put("start", nine);
    choice.put("fold", "earlier");
    return choice;
  }
}
