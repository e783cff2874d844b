package health.malasakit.advocacy;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Recording complaints, and who of the clinic then sees them. */
@MalasakitTest
class ComplaintsTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private Grievances at;

  ComplaintsTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void open() {
    at = new Grievances(beans, port);
  }

  @Test
  void whoever_records_one_gets_a_number_and_sees_no_word_of_it_any_more() {
    var luz = at.person(Role.CUSTOMER_SERVICE);
    var rosa = at.person(Role.ADVOCATE);

    var receipt = at.record(luz, "manner", "clinic", Map.of());

    assertThat(at.client(luz).get(receipt).body())
        .containsPattern("Your number is [2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}")
        .doesNotContain(Grievances.WORDS, "See the complaint");
    assertThat(at.client(luz).get("/complaints").body())
        .contains("Recorded by you", receipt)
        .doesNotContain(Grievances.WORDS);
    assertThat(at.client(luz).get(Grievances.item(receipt)).status()).isEqualTo(403);
    assertThat(at.client(rosa).get(receipt).status()).isEqualTo(404);
    assertThat(at.client(rosa).get("/complaints").body()).contains(Grievances.item(receipt));
    assertThat(at.client(rosa).get(Grievances.item(receipt)).body())
        .contains(Grievances.WORDS, "The clinic", "Stays unnamed", "It was not solved at once.");
  }

  @Test
  void whom_it_names_does_not_find_it_by_any_way_even_if_she_leads_the_clinic() {
    var luz = at.person(Role.CUSTOMER_SERVICE);
    var named = at.person(Role.SUPERVISOR);
    var another = at.person(Role.SUPERVISOR);

    var receipt = at.record(luz, "abuse", Grievances.colleague(named), Map.of());

    var item = Grievances.item(receipt);
    assertThat(at.client(named).get(item).status()).isEqualTo(404);
    assertThat(
            at.client(named).post(item + "/note", Map.of("version", "1", "note", "Mine")).status())
        .isEqualTo(404);
    assertThat(at.client(named).get("/complaints").body()).doesNotContain(item);
    assertThat(at.client(named).get("/complaints/alarm").body()).doesNotContain("cannot wait:");
    assertThat(at.rows(named, "complaint")).isZero();
    assertThat(at.rows(named, "complaint_step")).isZero();
    assertThat(at.rows(named, "receipt")).isZero();
    assertThat(at.changed(named)).isZero();

    assertThat(at.client(another).get(item).body()).contains(Grievances.WORDS, "Hidden from");
    assertThat(at.client(another).get("/complaints/alarm").body())
        .contains("A complaint that cannot wait: Harbor Family Clinic", item);
    assertThat(at.rows(another, "complaint")).isOne();
    assertThat(at.rows(another, "complaint_step")).isOne();
  }

  @Test
  void what_is_about_whoever_records_it_goes_to_her_supervisor_and_is_closed_to_her() {
    var supervisor = at.person(Role.SUPERVISOR);
    var luz = at.person(Role.SUPERVISOR);
    var form =
        Map.of(
            "clinic",
            at.clinic().id().toString(),
            "about",
            "me",
            "words",
            Grievances.WORDS,
            "requestId",
            UUID.randomUUID().toString());

    var receipt = at.client(luz).post("/complaints", form).location();

    assertThat(at.client(luz).get(receipt).body())
        .contains("Your number is")
        .doesNotContain("See the complaint", Grievances.WORDS);
    var item = Grievances.item(receipt);
    assertThat(at.client(luz).get(item).status()).isEqualTo(404);
    assertThat(at.rows(luz, "complaint")).isZero();
    assertThat(at.rows(luz, "receipt")).isOne();
    assertThat(at.client(supervisor).get("/complaints/alarm").body()).contains(item);
    assertThat(at.client(supervisor).get(item).body())
        .contains("who recorded it", "For a supervisor", "Not asked yet");
  }

  @Test
  void spoken_and_solved_is_logged_and_what_is_written_or_of_abuse_is_an_item_all_the_same() {
    var luz = at.person(Role.SCHEDULER);
    var rosa = at.person(Role.ADVOCATE);
    var solved = Map.of("solvedHow", "Found her another visit.");
    var written = Map.of("solvedHow", "Found her another visit.", "way", "written");

    var logged = Grievances.item(at.record(luz, "access", "clinic", solved));
    var letter = Grievances.item(at.record(luz, "access", "clinic", written));
    var abuse = Grievances.item(at.record(luz, "abuse", "clinic", solved));

    assertThat(at.client(rosa).get("/complaints?state=logged").body())
        .contains(logged)
        .doesNotContain(letter, abuse);
    assertThat(at.client(rosa).get("/complaints").body())
        .contains(letter, abuse)
        .doesNotContain(logged);
    assertThat(at.client(rosa).get(letter).body()).contains("It was written");
    assertThat(at.client(rosa).get(abuse).body()).contains("looked at in any case");
    assertThat(at.client(rosa).get(logged).body()).contains("Found her another visit.");
  }

  @Test
  void the_privacy_officer_sees_those_of_privacy_and_no_others() {
    var luz = at.person(Role.SCHEDULER);
    var officer = at.person(Role.PRIVACY_OFFICER);
    at.person(Role.ADVOCATE);

    var privacy = Grievances.item(at.record(luz, "privacy", "clinic", Map.of()));
    var manner = Grievances.item(at.record(luz, "manner", "clinic", Map.of()));

    assertThat(at.client(officer).get("/complaints").body())
        .contains(privacy)
        .doesNotContain(manner);
    assertThat(at.client(officer).get(privacy).body()).contains("For the privacy officer");
    assertThat(at.client(officer).get(manner).status()).isEqualTo(404);
  }

  @Test
  void when_those_who_would_see_to_it_are_named_the_next_desk_does_and_nobody_is_said() {
    var luz = at.person(Role.SCHEDULER);
    var named = at.person(Role.ADVOCATE);
    var alone = at.record(luz, "manner", Grievances.colleague(named), Map.of());
    assertThat(at.client(luz).get(alone).body()).contains("Nobody at this clinic sees");

    var officer = at.person(Role.PRIVACY_OFFICER);
    var second = at.record(luz, "manner", Grievances.colleague(named), Map.of());

    assertThat(at.client(luz).get(second).body()).doesNotContain("Nobody at this clinic sees");
    assertThat(at.client(officer).get(Grievances.item(second)).body()).contains(Grievances.WORDS);
  }

  @Test
  void a_refused_form_keeps_every_word_and_says_what_is_missing() {
    var luz = client();
    var nothing = luz.post("/complaints", at.form("", "clinic", Map.of()));
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.body()).contains("Choose what sort of complaint", Grievances.WORDS);

    assertThat(luz.post("/complaints", at.form("manner", "", Map.of())).body())
        .contains("Choose about whom or what it is");
    assertThat(luz.post("/complaints", at.form("manner", "payer", Map.of())).body())
        .contains("Write which payer");
    assertThat(luz.post("/complaints", at.form("manner", "clinic", Map.of("words", " "))).body())
        .contains("Write it down in words.");
    var stranger = "colleague:" + UUID.randomUUID();
    assertThat(luz.post("/complaints", at.form("manner", stranger, Map.of())).status())
        .isEqualTo(422);
    var twice = at.form("manner", "clinic", Map.of());
    assertThat(luz.post("/complaints", twice).location())
        .isEqualTo(luz.post("/complaints", twice).location());
  }

  @Test
  void another_clinics_complaint_is_not_there_and_none_is_recorded_there() {
    var item = Grievances.item(at.record(at.person(Role.SCHEDULER), "manner", "clinic", Map.of()));
    var elsewhere = new Grievances(beans, port, world.clinic("Lakeside Family Medicine"));
    var stranger = elsewhere.client(elsewhere.person(Role.SUPERVISOR));

    assertThat(stranger.get(item).status()).isEqualTo(404);
    assertThat(
            stranger
                .get(item.replace(at.clinic().id().toString(), elsewhere.clinic().id().toString()))
                .status())
        .isEqualTo(404);
    assertThat(stranger.post("/complaints", at.form("manner", "clinic", Map.of())).status())
        .isEqualTo(404);
    assertThat(at.client(at.person(Role.ADMINISTRATOR)).get("/complaints").status()).isEqualTo(403);
  }

  private health.malasakit.Client client() {
    return at.client(at.person(Role.CUSTOMER_SERVICE));
  }
}
