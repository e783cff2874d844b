package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.kernel.Refused;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Visits of a minor of which nobody hears but she herself: marked, moved, opened again. */
@MalasakitTest
class ConfidentialVisitsTest {

  private final MinorsPractice world;
  private final Bookings bookings;
  private final ConfidentialVisits confidential;
  private final Client client;

  ConfidentialVisitsTest(
      ApplicationContext beans,
      Bookings bookings,
      ConfidentialVisits confidential,
      @LocalServerPort int port) {
    this.world = new MinorsPractice(beans);
    this.bookings = bookings;
    this.confidential = confidential;
    this.client = Client.on(port).as(world.practice.cookie());
  }

  @Test
  void before_the_clinic_has_said_its_age_nothing_can_be_kept_and_the_specialist_is_told() {
    var visit = world.book(world.nine);

    assertThatThrownBy(() -> world.practice.ask(() -> confidential.keep(visit.id(), 1)))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.code()).isEqualTo("visit.confidential"));
    assertThat(client.get("/visits/" + visit.id()).body())
        .contains("This clinic has not said yet from which age")
        .doesNotContain("Keep confidential");
    var hold =
        client.post("/holds?patient=" + world.luz, choice(world.nine.plusHours(2))).location();
    assertThat(client.get(hold).body())
        .contains("This clinic has not said yet from which age")
        .doesNotContain("name=\"confidential\"");
  }

  @Test
  void a_visit_is_kept_from_its_first_moment_and_its_history_says_so() {
    world.clinicSays(14);
    var hold = client.post("/holds?patient=" + world.luz, choice(world.nine)).location();
    assertThat(client.get(hold).body())
        .contains("name=\"confidential\"", "from 14 years on, for: counselling. Said by Dr. Reyes");

    var booked = client.post(hold, Map.of("confidential", "yes"));

    var visit = client.get(booked.location()).body();
    assertThat(visit)
        .contains("Confidential: speak only with the patient", "Made confidential", "Make it open");
    var day = "/days/" + world.practice.site().id() + "/" + world.nine.toLocalDate();
    assertThat(client.get(day).body()).contains("visit-kept", "confidential</span>");
    assertThat(client.get(day + "/visits.csv").body()).contains("\"Booked\",\"confidential\"");
  }

  @Test
  void it_can_be_kept_later_and_made_open_again_with_a_reason() {
    world.clinicSays(14);
    var address = "/visits/" + world.book(world.nine).id();

    var kept = client.post(address + "/confidentiality", Map.of("version", 1));
    assertThat(client.get(kept.location()).body()).contains("speak only with the patient");
    var blank = Map.of("version", 2, "reason", " ");
    assertThat(client.post(address + "/confidentiality/end", blank).status()).isEqualTo(422);
    var why = Map.of("version", 2, "reason", "She told her world.mother herself");
    client.post(address + "/confidentiality/end", why);

    assertThat(client.get(address).body())
        .contains("Made open again", "She told her world.mother herself")
        .doesNotContain("speak only with the patient");
  }

  @Test
  void it_stays_confidential_when_it_moves_and_when_the_clinic_takes_its_word_back() {
    world.clinicSays(14);
    var visit = world.kept(world.nine);
    world.clinicTakesItBack();

    var moved =
        world.practice.ask(() ->
            bookings.moveNow(
                visit.id(), world.wanted(world.nine.plusDays(1)), visit.version(), ""));

    assertThat(moved.confidential()).isTrue();
  }

  @Test
  void too_young_on_the_day_of_the_visit_it_is_refused_by_us_and_by_the_database() {
    world.clinicSays(15);
    var visit = world.book(world.nine.minusDays(1));

    assertThatThrownBy(() -> world.practice.ask(() -> confidential.keep(visit.id(), 1)))
        .hasMessageContaining("from 15 years on");
    assertThatThrownBy(() -> markBehindOurBack(visit)).hasMessageContaining("has not said");
    assertThat(world.kept(world.nine).confidential()).isTrue();
  }

  @Test
  void of_age_there_is_nothing_to_keep_from_a_parent() {
    world.clinicSays(14);
    var grown =
        world.born(LocalDate.now(world.practice.site().zone().orElseThrow()).minusYears(18));
    var visit =
        world.practice.ask(() ->
            bookings.bookNow(
                world.practice.wanted(grown, world.reyes, world.followUp, world.nine)));

    assertThatThrownBy(() -> world.practice.ask(() -> confidential.keep(visit.id(), 1)))
        .hasMessageContaining("of age");
    assertThat(client.get("/visits/" + visit.id()).body()).doesNotContain("Who may hear of it");
  }

  @Test
  void machines_keep_and_open_it_with_the_version_they_saw() {
    world.clinicSays(14);
    var address = "/api/appointments/" + world.book(world.nine).id() + "/confidentiality";

    assertThat(client.json(address, "{\"version\":1}").body())
        .contains("\"confidential\":true", "\"version\":2");
    assertThat(client.json(address, "{\"version\":1}").status()).isEqualTo(409);
    assertThat(client.json(address + "/end", "{\"version\":2}").status()).isEqualTo(400);
    assertThat(client.json(address + "/end", "{\"version\":2,\"reason\":\"agreed\"}").body())
        .contains("\"confidential\":false");
  }

  private void markBehindOurBack(Visit visit) {
    var jdbc = world.practice.bean(JdbcClient.class);
    world.practice.run(() ->
        world
            .practice
            .bean(TransactionTemplate.class)
            .executeWithoutResult(tx ->
                jdbc.sql("update scheduling.visit set confidential = true where id = :id")
                    .param("id", visit.id().value())
                    .update()));
  }

  private Map<String, Object> choice(LocalDateTime start) {
    return Map.of(
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
  }
}
