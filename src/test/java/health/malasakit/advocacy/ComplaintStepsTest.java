package health.malasakit.advocacy;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.inquiries.CallerOnTheLine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What is done about a complaint, and where it is never drawn. */
@MalasakitTest
class ComplaintStepsTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;

  ComplaintStepsTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @Test
  void it_is_taken_answered_closed_and_opened_again_and_all_of_it_stays_written() {
    var at = new Grievances(beans, port);
    var rosa = at.client(at.person(Role.ADVOCATE));
    var contact = Map.of("contact", "(617) 555-0142");
    var item = Grievances.item(at.record(at.person(Role.SCHEDULER), "safety", "clinic", contact));

    rosa.post(item + "/taking", Map.of("version", "1"));
    assertThat(rosa.get("/complaints/alarm").body()).doesNotContain("cannot wait:");
    var closing = Map.of("version", "2", "outcome", "put_right", "found", "The rail was loose.");
    var unanswered = rosa.post(item + "/closing", closing);
    assertThat(unanswered.status()).isEqualTo(422);
    assertThat(unanswered.body()).contains("waits for an answer", "The rail was loose.");
    rosa.post(
        item + "/answer", Map.of("version", "2", "answer", "By phone.", "answeredOn", "today"));
    rosa.post(
        item + "/closing",
        Map.of("version", "3", "outcome", "put_right", "found", "The rail was loose."));
    assertThat(rosa.get("/complaints?state=closed").body()).contains(item);
    rosa.post(item + "/reopening", Map.of("version", "4", "why", "It is loose again."));

    assertThat(rosa.get(item).body())
        .containsSubsequence(
            "recorded it",
            "took it",
            "answered on",
            "By phone.",
            "closed it: Found to be so, put right",
            "The rail was loose.",
            "opened it again",
            "It is loose again.");
  }

  @Test
  void of_two_at_once_the_second_is_told_and_nothing_of_hers_is_written() {
    var at = new Grievances(beans, port);
    var rosa = at.client(at.person(Role.ADVOCATE));
    var ana = at.client(at.person(Role.SUPERVISOR));
    var item = Grievances.item(at.record(at.person(Role.SCHEDULER), "manner", "clinic", Map.of()));

    rosa.post(item + "/taking", Map.of("version", "1"));
    var late = ana.post(item + "/note", Map.of("version", "1", "note", "I saw it first."));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Somebody changed this complaint a moment ago.");
    assertThat(ana.get(item).body()).contains("took it").doesNotContain("I saw it first.");
  }

  @Test
  void whom_it_turns_out_to_name_loses_it_at_once_and_nobody_hides_it_from_herself() {
    var at = new Grievances(beans, port);
    var named = at.person(Role.ADVOCATE);
    var ana = at.person(Role.SUPERVISOR);
    var item = Grievances.item(at.record(at.person(Role.SCHEDULER), "abuse", "clinic", Map.of()));
    at.client(named).post(item + "/taking", Map.of("version", "1"));

    var self = Map.of("version", "2", "colleague", named.accountUuid().toString());
    assertThat(at.client(named).post(item + "/naming", self).body())
        .contains("another advocate or supervisor has to hide it");
    assertThat(at.client(ana).post(item + "/naming", self).status()).isEqualTo(302);

    assertThat(at.client(named).get(item).status()).isEqualTo(404);
    assertThat(at.rows(named, "complaint_step")).isZero();
    assertThat(at.client(ana).get("/complaints/alarm").body()).contains(item);
  }

  @Test
  void on_a_call_it_is_one_key_away_and_drawn_on_no_page_of_patient_call_or_day() {
    var line = new CallerOnTheLine(beans, port);
    line.proven();
    var at = new Grievances(beans, port, line.clinic());
    assertThat(line.client().get(line.call()).body())
        .contains("/complaints/new?clinic=" + line.clinic().id(), "&amp;patient=" + line.ana());
    var call = line.call().substring(line.call().lastIndexOf('/') + 1);

    var form =
        at.form(
            "manner",
            "clinic",
            Map.of("call", call, "patient", line.ana().toString(), "whose", line.ana().toString()));
    var receipt = line.client().post("/complaints", form).location();

    assertThat(line.client().get(receipt).body()).contains("To the call", line.call());
    var item = Grievances.item(receipt);
    assertThat(line.client().get(item).body()).contains("María de la Cruz");
    for (var page :
        java.util.List.of(
            line.page(), line.call(), "/days", "/calls", "/", line.page() + "/hearing")) {
      assertThat(line.client().get(page).body())
          .as(page)
          .doesNotContain(Grievances.WORDS, item, "K7M");
    }
    line.over();
    line.ring(CallerOnTheLine.ANOTHER_NUMBER);
    assertThat(line.client().get(item).status()).isEqualTo(403);
    assertThat(line.client().get("/complaints/new?patient=" + line.ana()).body())
        .doesNotContain("Cruz");
  }

  @Test
  void about_nobody_on_file_it_opens_in_the_call_in_which_it_was_said_or_in_none() {
    var line = new CallerOnTheLine(beans, port);
    var at = new Grievances(beans, port, line.clinic());
    var who = Map.of("contact", "(617) 555-0142");
    var before = Grievances.item(at.record(at.person(Role.SCHEDULER), "manner", "clinic", who));
    var call = line.call().substring(line.call().lastIndexOf('/') + 1);
    var form = at.form("manner", "clinic", Map.of("call", call));
    var said = Grievances.item(line.client().post("/complaints", form).location());

    assertThat(line.client().get(said).body()).contains(Grievances.WORDS);
    assertThat(line.client().get(before).status()).isEqualTo(403);
    assertThat(line.client().get(before).body())
        .contains("This complaint opens when the call is over")
        .doesNotContain(Grievances.WORDS, "555-0142");
    line.over();
    assertThat(line.client().get(before).body()).contains(Grievances.WORDS);
  }
}
