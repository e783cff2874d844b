package health.malasakit.inquiries.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.access.Role;
import health.malasakit.inquiries.messages.Message.Mark;
import health.malasakit.inquiries.messages.Message.Status;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {

  private static final Instant NOW = Instant.parse("2026-11-24T14:00:00Z");
  private static final Mark ROSA = new Mark(AccountId.next(), NOW);
  private static final Message TAKEN =
      new Message(
          OrganizationId.next(),
          MessageId.next(),
          new Message.From(Optional.empty(), Optional.empty(), "Ana Reyes"),
          new Wanted(
              "nurse",
              "My foot is swollen.",
              "(617) 555-0142",
              "after 3",
              Wanted.MayLeave.NO,
              "",
              NOW.plusSeconds(3600)),
          Role.NURSE,
          new Mark(AccountId.next(), NOW),
          Optional.empty(),
          new Status.Open(),
          1);
  private static final Map<String, UnaryOperator<Message>> ACTS =
      Map.of(
          "read", message -> message.read(ROSA),
          "answer", message -> message.answer(ROSA, "Come today at 4."),
          "return", message -> message.handBack(ROSA, "Which foot?"),
          "pass", message -> message.passTo(Role.CLINIC_STAFF),
          "tell", message -> message.done(ROSA),
          "reopen", Message::reopened);
  private static final Map<String, Message> STATES =
      Map.of(
          "unread", TAKEN,
          "read", TAKEN.read(ROSA),
          "answered", TAKEN.answer(ROSA, "Yes."),
          "handed_back", TAKEN.handBack(ROSA, "Who?"),
          "done", TAKEN.answer(ROSA, "Yes.").done(ROSA));

  @ParameterizedTest
  @CsvSource({
    "unread, read, read",
    "unread, answer, answered",
    "unread, return, handed_back",
    "unread, pass, unread",
    "unread, tell, message.open",
    "unread, reopen, unread",
    "read, read, read",
    "read, answer, answered",
    "read, return, handed_back",
    "read, pass, unread",
    "read, tell, message.open",
    "read, reopen, read",
    "answered, read, answered",
    "answered, answer, answered",
    "answered, return, message.answered",
    "answered, pass, message.answered",
    "answered, tell, done",
    "answered, reopen, answered",
    "handed_back, read, handed_back",
    "handed_back, answer, message.handed_back",
    "handed_back, return, message.handed_back",
    "handed_back, pass, unread",
    "handed_back, tell, done",
    "handed_back, reopen, handed_back",
    "done, read, done",
    "done, answer, message.done",
    "done, return, message.done",
    "done, pass, message.done",
    "done, tell, done",
    "done, reopen, answered",
  })
  void each_state_takes_each_act_or_says_why_not(String state, String act, String becomes) {
    assertThat(tried(STATES.get(state), ACTS.get(act))).isEqualTo(becomes);
  }

  private static String tried(Message message, UnaryOperator<Message> act) {
    try {
      return act.apply(message).state();
    } catch (Refused no) {
      return no.code();
    }
  }

  @Test
  void an_answer_without_words_is_no_answer() {
    assertThatThrownBy(() -> TAKEN.answer(ROSA, " "))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.field()).contains("words"));
  }

  @Test
  void a_refill_for_no_pharmacy_and_a_message_without_a_way_back_are_asked_again() {
    assertThatThrownBy(() -> wanted("refill", "(617) 555-0142", ""))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.field()).contains("pharmacy"));
    assertThatThrownBy(() -> wanted("bill", " ", ""))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.field()).contains("number"));
    assertThat(wanted("bill", "(617) 555-0142", "CVS").pharmacy()).isEmpty();
  }

  private static Wanted wanted(String kind, String number, String pharmacy) {
    return new Wanted(kind, "Words.", number, "", Wanted.MayLeave.YES, pharmacy, NOW);
  }

  @Test
  void what_was_said_is_printed_nowhere() {
    assertThat(TAKEN.toString() + TAKEN.wanted() + TAKEN.from())
        .doesNotContain("foot")
        .doesNotContain("Ana")
        .doesNotContain("555");
  }
}
