package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypes;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is read aloud to a caller is not shaped by visits of which nobody may hear. */
@MalasakitTest
class ConfidentialAloudTest {

  private final MinorsPractice world;
  private final PastVisits past;
  private final Bookings bookings;
  private final VisitTypes types;
  private final Client client;

  ConfidentialAloudTest(
      ApplicationContext beans,
      PastVisits past,
      Bookings bookings,
      VisitTypes types,
      @LocalServerPort int port) {
    this.world = new MinorsPractice(beans);
    this.past = past;
    this.bookings = bookings;
    this.types = types;
    this.client = Client.on(port).as(world.practice.cookie());
  }

  @Test
  void the_usual_practitioner_is_not_whom_only_confidential_visits_name() {
    world.clinicSays(14);
    var kept = world.kept(world.nine);
    var known = world.book(world.nine.plusHours(1));

    tookPlace(kept);
    assertThat(usual()).isEqualTo("");
    tookPlace(known);
    assertThat(usual()).isEqualTo(world.reyes.toString());
  }

  @Test
  void what_is_offered_first_is_not_what_a_confidential_visit_was() {
    world.clinicSays(14);
    world.practice.type("Welcome", 30, VisitType.Patients.NEW);
    world.kept(world.nine);
    var openings = "/openings?patient=" + world.luz;

    assertThat(client.get(openings).body()).contains("<option value=\"Welcome\" selected");
    world.book(world.nine.plusHours(1));
    assertThat(client.get(openings).body()).contains("<option value=\"Follow-up\" selected");
  }

  @Test
  void why_a_kind_is_not_for_her_names_no_day_of_a_confidential_visit() {
    world.clinicSays(14);
    var welcome = world.practice.type("Welcome", 30, VisitType.Patients.NEW);
    var kind = world.practice.ask(() -> types.get(welcome));
    var kept = world.kept(world.nine);
    var known = world.book(world.nine.plusHours(1));

    assertThat(new NewOrEstablished.Established(kept, true).against(kind))
        .hasValueSatisfying(no ->
            assertThat(no.sentence())
                .isEqualTo("Welcome is for new patients, and this one is not new here."));
    assertThat(new NewOrEstablished.Established(known, true).against(kind))
        .hasValueSatisfying(no -> assertThat(no.sentence()).contains("was seen on"));
  }

  @Test
  void what_she_is_told_before_booking_names_no_day_of_a_confidential_visit() {
    world.clinicSays(14);
    tookPlace(world.kept(world.nine));
    var later = world.nine.plusDays(7);

    var page = client.get(held(later)).body();
    assertThat(page).contains("Established patient.").doesNotContain("seen on");

    tookPlace(world.book(world.nine.plusHours(1)));
    assertThat(client.get(held(later.plusHours(1))).body()).contains("seen on");
  }

  @Test
  void it_does_not_move_to_a_day_on_which_it_could_not_be_confidential() {
    world.clinicSays(15);
    var visit = world.kept(world.nine.plusDays(1));
    var tooEarly = world.wanted(world.nine.minusDays(1));

    assertThatThrownBy(() -> move(visit, tooEarly))
        .hasMessageContaining("Choose a later day, or make it open first");
    assertThatThrownBy(() -> moveBehindOurBack(visit, world.nine.minusDays(1)))
        .hasMessageContaining("has not said");
    assertThat(move(visit, world.wanted(world.nine)).confidential()).isTrue();
  }

  @Test
  void a_clinic_that_took_its_word_back_stops_no_move_of_what_is_confidential() {
    world.clinicSays(15);
    var visit = world.kept(world.nine.plusDays(1));
    world.clinicTakesItBack();

    assertThat(move(visit, world.wanted(world.nine)).confidential()).isTrue();
  }

  private String held(LocalDateTime start) {
    var choice =
        Map.of(
            "atSite",
            world.practice.site().id(),
            "with",
            world.reyes,
            "kind",
            world.followUp,
            "start",
            start,
            "fold",
            "earlier");
    return client.post("/holds?patient=" + world.luz, choice).location();
  }

  private Visit move(Visit visit, TimeWanted wanted) {
    return world.practice.ask(
        () -> bookings.moveNow(visit.id(), wanted, visit.version(), "The caller asked"));
  }

  private String usual() {
    return world.practice.ask(() ->
        past.usualPractitioner(world.practice.organization(), world.luz)
            .map(Object::toString)
            .orElse(""));
  }

  private void moveBehindOurBack(Visit visit, LocalDateTime to) {
    update(visit, "local_start = :to", Map.of("to", to));
  }

  private void tookPlace(Visit visit) {
    update(visit, "status = 'done', done_at = starts_at", Map.of());
  }

  private void update(Visit visit, String what, Map<String, ?> values) {
    var jdbc = world.practice.bean(JdbcClient.class);
    world.practice.run(() ->
        world
            .practice
            .bean(TransactionTemplate.class)
            .executeWithoutResult(tx ->
                jdbc.sql("update scheduling.visit set " + what + " where id = :id")
                    .params(values)
                    .param("id", visit.id().value())
                    .update()));
  }
}
