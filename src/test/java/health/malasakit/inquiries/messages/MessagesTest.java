package health.malasakit.inquiries.messages;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.inquiries.CallerOnTheLine;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MalasakitTest
class MessagesTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private MessageDesk desk;

  MessagesTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerAndANurse() {
    desk = new MessageDesk(beans, port);
  }

  @Test
  void a_nurse_reads_and_answers_and_the_specialist_tells_the_caller() {
    desk.line().proven();
    var message = desk.taken(desk.aboutHer());
    desk.line().over();

    assertThat(desk.rosa().get("/messages").body())
        .contains("For you", "Refill", "María de la Cruz", "Not read yet");
    assertThat(desk.luz().get("/messages").body()).contains("The clinic has them", "Not read yet");
    assertThat(desk.rosa().get(message).body())
        .contains("My pressure pills are gone since Sunday.", "CVS, Oak St", "after 3");
    assertThat(desk.luz().get("/messages").body()).contains("Read by Luz Ramos");

    desk.rosa().post(message + "/answer", Map.of("seen", "1", "words", "Sent to CVS. Ready at 5."));

    assertThat(desk.luz().get("/messages").body())
        .contains("Tell the caller", "Answered by Luz Ramos");
    assertThat(desk.luz().get(message).body())
        .contains("Sent to CVS. Ready at 5.", "I told the caller");
    desk.luz().post(message + "/telling", Map.of("seen", "2"));
    assertThat(desk.luz().get("/messages").body()).contains("No messages");
    desk.luz().post(message + "/reopening", Map.of());
    assertThat(desk.luz().get("/messages").body()).contains("Tell the caller");
    var steps =
        desk.in(jdbc ->
            jdbc.sql("select step from inquiries.message_step order by step_id")
                .query(String.class)
                .list());
    assertThat(steps).containsExactly("taken", "read", "answered", "done", "reopened");
    var acts =
        desk.in(jdbc ->
            jdbc.sql(
                    "select act from audit.line where subject = 'message' and act <> 'read' and patient_id is not null order by id")
                .query(String.class)
                .list());
    assertThat(acts).containsExactly("taken", "answered", "done", "reopened");
  }

  @Test
  void she_is_called_with_the_answer_and_the_call_settles_the_message() {
    desk.line().proven();
    var message = desk.taken(desk.aboutHer());
    desk.line().over();
    desk.rosa().get(message);
    desk.rosa().post(message + "/answer", Map.of("seen", "1", "words", "Ready at 5."));
    var id = message.substring(message.lastIndexOf('/') + 1);
    var form = desk.line().page() + "/to-call?message=" + id;

    assertThat(desk.luz().get(message).body()).contains(form);
    assertThat(desk.luz().get(form).body()).contains("Answer to your message: Refill", id);
    var toCall =
        desk.luz()
            .post(
                desk.line().page() + "/to-call",
                Map.of(
                    "about", "other",
                    "reason", "Answer to your message",
                    "day", "in two weeks",
                    "hour", "16:00",
                    "message", id))
            .location();
    desk.luz().post(toCall + "/closing", Map.of("how", "spoken"));

    assertThat(desk.luz().get("/messages").body()).contains("No messages");
  }

  @Test
  void of_two_answers_at_once_one_wins_and_the_other_is_told_whose_with_her_words_kept() {
    desk.line().proven();
    var message = desk.taken(desk.aboutHer());
    var other = desk.as(world.person(Role.NURSE, desk.line().clinic()));
    desk.rosa().get(message);
    other.get(message);

    assertThat(desk.rosa().post(message + "/answer", answer("Yes.")).status()).isEqualTo(302);
    var late = other.post(message + "/answer", answer("No, come in."));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body())
        .contains("Luz Ramos was faster and answered this message.", "No, come in.", "Yes.");
  }

  private static Map<String, String> answer(String words) {
    return Map.of("seen", "1", "words", words);
  }

  @Test
  void the_same_answer_sent_twice_is_one() {
    desk.line().proven();
    var message = desk.taken(desk.aboutHer());
    var form = Map.of("seen", "1", "words", "Yes.", "requestId", UUID.randomUUID().toString());

    desk.rosa().post(message + "/answer", form);

    assertThat(desk.rosa().post(message + "/answer", form).location()).isEqualTo(message);
    assertThat(desk.ids("select step_id from inquiries.message_step where step = 'answered'"))
        .hasSize(1);
  }

  @Test
  void what_comes_back_with_a_reason_goes_to_another_role_and_is_unread_there() {
    desk.line().proven();
    var message = desk.taken(desk.aboutHer());
    var staff = desk.as(world.person(Role.CLINIC_STAFF, desk.line().clinic()));
    assertThat(staff.get("/messages").body()).contains("No messages");
    assertThat(staff.post(message + "/answer", answer("I guess.")).status()).isEqualTo(403);

    desk.rosa().post(message + "/return", Map.of("seen", "1", "words", "Which pills?"));
    desk.line().over();

    assertThat(desk.luz().get("/messages").body()).contains("Handed back by Luz Ramos");
    assertThat(desk.luz().get(message).body()).contains("Which pills?");
    desk.luz().post(message + "/role", Map.of("seen", "2", "to", "clinic_staff"));
    assertThat(staff.get("/messages").body()).contains("Refill", "Not read yet");
    assertThat(desk.rosa().get("/messages").body()).contains("No messages");
  }

  @Test
  void during_a_call_only_messages_of_its_caller_are_open() {
    desk.line().proven();
    var hers = desk.taken(desk.aboutHer());
    var nobodys = desk.taken(MessageDesk.refill());
    desk.line().over();
    desk.line().ring(CallerOnTheLine.ANOTHER_NUMBER);

    assertThat(desk.luz().get("/messages").body())
        .contains("Closed now")
        .doesNotContain("Cruz")
        .doesNotContain("Refill");
    assertThat(desk.luz().get(hers).status()).isEqualTo(403);
    assertThat(desk.luz().get(nobodys).status()).isEqualTo(403);
    assertThat(desk.rosa().get(nobodys).status()).isEqualTo(200);
  }

  @Test
  void another_clinics_message_is_not_there() {
    desk.line().proven();
    var message = desk.taken(desk.aboutHer());
    var stranger = desk.as(world.person(Role.NURSE, world.clinic("Lakeside Family Medicine")));
    var id = message.substring(message.lastIndexOf('/'));

    assertThat(stranger.get(message).status()).isEqualTo(404);
    assertThat(stranger.post(message + "/answer", answer("Yes.")).status()).isEqualTo(404);
    assertThat(desk.rosa().get("/messages/" + UUID.randomUUID() + id).status()).isEqualTo(404);
  }
}
