package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.TestDatabase;
import health.malasakit.patients.OwnChannels;
import health.malasakit.patients.speaking.CourtOrder;
import health.malasakit.patients.speaking.Representatives;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What may be told of a minor's visits, to whom and on which number. */
@MalasakitTest
class HeardVisitsTest {

  private static final String HERS = "(646) 555-0100";

  private final MinorsPractice world;
  private final ConfidentialVisits confidential;
  private final Representatives representatives;
  private final Client client;

  HeardVisitsTest(
      ApplicationContext beans,
      ConfidentialVisits confidential,
      Representatives representatives,
      @LocalServerPort int port) {
    this.world = new MinorsPractice(beans);
    this.confidential = confidential;
    this.representatives = representatives;
    this.client = Client.on(port).as(world.practice.cookie());
  }

  @Test
  void a_mother_hears_of_her_other_visits_and_of_this_one_neither_name_nor_number() {
    world.clinicSays(14);
    var open = world.book(world.nine.plusDays(1));
    var kept = world.kept(world.nine);

    assertThat(heardBy(world.mother)).containsExactly(open.id());
    var told = client.get(world.page() + "/hearing/" + world.mother).body();
    assertThat(told)
        .contains("What Rosa Santos may hear", "/visits/" + open.id())
        .doesNotContain(kept.id().toString(), "onfidential");
    assertThat(client.get(world.page()).body())
        .contains("A confidential visit: speak of it only with the patient")
        .contains("must not hear of the confidential visit", "/visits/" + kept.id());
  }

  @Test
  void a_court_order_stands_above_both_parents_and_opens_nothing_confidential() {
    world.clinicSays(14);
    var open = world.book(world.nine.plusDays(1));
    world.kept(world.nine);
    var father = world.represents("Jun Santos", "father", "");
    world.practice.run(() ->
        representatives.order(
            world.practice.organization(),
            world.luz,
            new CourtOrder(
                UUID.randomUUID(),
                CourtOrder.Effect.ONLY,
                Optional.of(father),
                "The father alone decides",
                "Family Court",
                LocalDate.EPOCH,
                Optional.empty())));

    assertThat(heardBy(world.mother)).isEmpty();
    assertThat(heardBy(father)).containsExactly(open.id());
    assertThat(client.get(world.page() + "/hearing/" + world.mother).body())
        .contains("a court order stands above it")
        .doesNotContain("/visits/");
  }

  @Test
  void nothing_about_it_goes_to_a_channel_that_is_not_her_own() {
    world.clinicSays(14);
    var kept = world.kept(world.nine);
    var open = world.book(world.nine.plusDays(1));
    setOwn(List.of(HERS, MinorsPractice.MOTHERS));

    assertThat(mayHear(kept, HERS)).isTrue();
    assertThat(mayHear(kept, MinorsPractice.MOTHERS)).isFalse();
    assertThat(mayHear(kept, "(718) 555-0111")).isFalse();
    assertThat(mayHear(open, MinorsPractice.MOTHERS)).isTrue();
  }

  @Test
  void a_message_about_it_is_refused_by_the_database_on_any_other_channel() throws SQLException {
    world.clinicSays(14);
    var kept = world.kept(world.nine);
    var open = world.book(world.nine.plusDays(1));
    setOwn(List.of(HERS));

    send(kept, HERS);
    send(open, MinorsPractice.MOTHERS);
    assertThatThrownBy(() -> send(kept, MinorsPractice.MOTHERS))
        .hasMessageContaining("nobody may be contacted this way");
    setOwn(List.of());
    assertThatThrownBy(() -> send(kept, HERS))
        .hasMessageContaining("nobody may be contacted this way");
  }

  /** A message of another module, as long as one insert lasts. */
  private void send(Visit visit, String address) throws SQLException {
    try (Connection other = TestDatabase.superuser(TestDatabase.address());
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "create temp table probe (organization_id uuid, visit_id uuid, address text) on commit drop");
      statement.execute(
          "create trigger refuses before insert on probe for each row"
              + " execute function scheduling.refuse_contact_about_visit('address')");
      statement.execute(
          "insert into probe values ('%s', '%s', '%s')"
              .formatted(visit.organization(), visit.id(), address));
      other.rollback();
    }
  }

  private void setOwn(List<String> channels) {
    world.practice.run(() ->
        world
            .practice
            .bean(OwnChannels.class)
            .set(world.practice.organization(), world.luz, channels));
  }

  private boolean mayHear(Visit visit, String reached) {
    return world.practice.ask(
        () -> confidential.mayContactAbout(visit.id(), reached, Instant.now()));
  }

  private List<VisitId> heardBy(UUID representative) {
    return world
        .practice
        .ask(() -> confidential.heardBy(world.practice.organization(), world.luz, representative))
        .stream()
        .map(Visit::id)
        .toList();
  }
}
