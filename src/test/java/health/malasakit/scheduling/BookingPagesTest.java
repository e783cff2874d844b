package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Pages and the machine's door, through HTTP. */
@MalasakitTest
class BookingPagesTest {

  private final ApplicationContext beans;
  private final World world;

  @LocalServerPort private int port;

  private FollowUps clinic;
  private Practice practice;
  private Client client;
  private PatientId ana;
  private LocalDateTime nine;

  BookingPagesTest(ApplicationContext beans, World world) {
    this.beans = beans;
    this.world = world;
  }

  @BeforeEach
  void aClinic() {
    clinic = FollowUps.in(beans);
    practice = clinic.practice();
    client = Client.on(port).as(practice.cookie());
    ana = practice.patient("Ana", "Cruz");
    nine = clinic.nine();
  }

  @Test
  void a_visit_goes_from_openings_over_its_hold_to_the_day() {
    var openings = client.get("/openings?patient=" + ana);
    assertThat(openings.status()).isEqualTo(200);
    assertThat(openings.body())
        .contains("When can Ana Cruz come?")
        .contains("Ana Reyes, MD")
        .contains("Hold");

    var held = client.post("/holds?patient=" + ana, clinic.choice(nine));
    assertThat(held.status()).as(held.body()).isEqualTo(302);
    var booking = client.get(held.location());
    assertThat(booking.body()).contains("Book for Ana Cruz").contains("at 9 in the morning");

    var day = clinic.dayOf(nine);
    assertThat(client.get(day).body()).contains("holds it until");

    var booked = client.post(held.location(), Map.of());
    assertThat(booked.status()).as(booked.body()).isEqualTo(302);
    var visit = client.get(booked.location());
    assertThat(visit.body()).contains("Read it back").contains("Bring your insurance card.");
    assertThat(client.get(day).body()).contains("Ana Cruz").contains("09:00");
  }

  @Test
  void an_open_time_on_the_day_leads_to_a_kind_of_visit_that_its_practitioner_gives() {
    var nurse = practice.practitioner("Santos");
    var lab = practice.typeOf("A lab draw", nurse);
    practice.seesPatientsAlways(nurse, lab);
    var day = client.get(clinic.dayOf(nine)).body();
    var free =
        java.util.regex.Pattern.compile("/openings\\?practitioner=" + clinic.reyes() + "[^\"]*")
            .matcher(day);
    assertThat(free.find()).isTrue();

    var page = client.get(free.group().replace("&amp;", "&"));

    assertThat(page.body())
        .contains("Follow-up. Say one of these aloud.")
        .doesNotContain("No time fits");
  }

  @Test
  void a_date_with_a_time_of_no_zone_is_refused_and_no_time_is_shown_for_it() {
    var page = client.get("/openings?patient=" + ana + "&from=" + nine);

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body())
        .contains("From is a date. A time would need its zone")
        .contains("from-error")
        .doesNotContain("data-key=\"1\"");
    assertThat(client.get("/openings?from=31%20Feb").status()).isEqualTo(400);
    var after = client.get("/openings?after=" + nine);
    assertThat(after.status()).isEqualTo(400);
    assertThat(after.body()).contains("'after' is a moment with its offset");
  }

  @Test
  void a_visit_that_moved_says_from_when() {
    var visit = clinic.book(ana, nine);
    var address = "/holds?moves=" + visit.id() + "&patient=" + ana;
    var held = client.post(address, clinic.choice(nine.plusHours(1)));

    var moved = client.post(held.location(), Map.of("version", 1, "reason", "Works till ten"));

    assertThat(client.get(moved.location()).body())
        .contains("Moved from ")
        .contains(", 09:00 (New York). Read it back:")
        .contains("at 10 in the morning")
        .doesNotContain("Booked. Read it back");
  }

  @Test
  void a_page_that_is_read_again_keeps_the_time_and_one_that_is_left_lets_it_go() {
    var held = client.post("/holds?patient=" + ana, clinic.choice(nine)).location();
    var hold = HoldId.of(held.substring("/booking/".length()));
    var holds = beans.getBean(Holds.class);

    assertThat(client.post("/holds/" + hold + "/leaving", Map.of()).status()).isEqualTo(204);
    assertThat(practice.ask(() -> holds.get(hold)).until())
        .isBeforeOrEqualTo(Instant.now().plus(Hold.LENGTH_ONCE_LEFT));

    assertThat(client.get(held).status()).isEqualTo(200);
    assertThat(practice.ask(() -> holds.get(hold)).until())
        .isAfter(Instant.now().plus(Hold.LENGTH).minusSeconds(60));
  }

  @Test
  void the_same_form_sent_twice_books_once() {
    var held = client.post("/holds?patient=" + ana, clinic.choice(nine));
    var form = Map.of("requestId", UUID.randomUUID().toString());

    var first = client.post(held.location(), form);
    var second = client.post(held.location(), form);

    assertThat(second.location()).isEqualTo(first.location());
  }

  @Test
  void the_loser_sees_the_nearest_times_and_can_choose_at_once() {
    clinic.book(ana, nine);
    var ben = practice.patient("Ben", "Cruz");

    var lost = client.post("/holds?patient=" + ben, clinic.choice(nine));

    assertThat(lost.status()).isEqualTo(409);
    assertThat(lost.body())
        .contains("That time was just taken. The nearest are")
        .contains("When can Ben Cruz come?");
  }

  @Test
  void a_cancelled_visit_says_why_and_leaves_the_day() {
    var visit = clinic.book(ana, nine);

    var sent =
        client.post(
            "/visits/" + visit.id() + "/cancellation",
            Map.of("version", 1, "by", "patient", "reason", "Feels better"));

    assertThat(client.get(sent.location()).body()).contains("by the patient: Feels better");
    var day = client.get(clinic.dayOf(nine));
    assertThat(day.body()).doesNotContain("Ana Cruz");
  }

  @Test
  void a_visit_of_another_clinic_and_no_visit_look_the_same() {
    var visit = clinic.book(ana, nine);
    var stranger = world.person(Role.SCHEDULER, world.clinic("Harbor Pediatrics"));
    var other = Client.on(port).as(world.cookieOf(stranger));

    var theirs = other.get("/api/appointments/" + visit.id());
    var unknown = UUID.randomUUID();
    var nothing = other.get("/api/appointments/" + unknown);

    assertThat(theirs.status()).isEqualTo(404);
    assertThat(theirs.body().replace(visit.id().toString(), unknown.toString()))
        .isEqualTo(nothing.body());
  }

  @Test
  void a_day_without_sessions_and_the_list_to_move_have_their_empty_states() {
    assertThat(client.get("/to-move").body()).contains("Nothing has to move");
    var quiet = practice.anotherSite("Harbor", "America/Chicago");
    assertThat(client.get("/days/" + quiet.id() + "/tomorrow").body())
        .contains("Nobody sees patients here on this day");
  }

  @Test
  void a_closure_is_saved_only_with_its_visits_in_sight() {
    clinic.book(ana, nine);
    var address = "/schedules/" + practice.site().id() + "/closures";
    Map<String, Object> closure = new HashMap<>();
    closure.put("closedFrom", nine.minusHours(1).toString());
    closure.put("closedTo", nine.plusHours(8).toString());
    closure.put("reason", "Storm");

    var shown = client.post(address, closure);
    assertThat(shown.body()).contains("One visit lies under it").contains("Ana Cruz");

    closure.put("seen", "yes");
    assertThat(client.post(address, closure).status()).isEqualTo(409);

    closure.put("visit", visits().getFirst().id());
    assertThat(client.post(address, closure).status()).isEqualTo(302);
    assertThat(client.get("/to-move").body()).contains("Ana Cruz");
    assertThat(visits()).hasSize(1);
  }

  @Test
  void a_session_that_closes_before_it_opens_is_asked_again_with_what_was_typed() {
    var sent =
        client.post(
            "/schedules/" + practice.site().id() + "/sessions",
            Map.of(
                "practitioner",
                clinic.reyes(),
                "weekday",
                1,
                "opens",
                "17",
                "closes",
                "8:30",
                "types",
                clinic.followUp()));

    assertThat(sent.status()).isEqualTo(422);
    assertThat(sent.body()).contains("A session closes after it opens.").contains("8:30");
  }

  private List<Visit> visits() {
    return practice.ask(() -> beans.getBean(Visits.class).on(practice.site(), nine.toLocalDate()));
  }
}
