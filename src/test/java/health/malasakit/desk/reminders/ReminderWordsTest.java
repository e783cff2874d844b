package health.malasakit.desk.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.messaging.Channel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderWordsTest {

  /** The numbers are Twilio's. */
  @ParameterizedTest
  @CsvSource({
    "30003, the telephone is off",
    "30004, the telephone is off",
    "30005, the telephone is off",
    "30008, the telephone is off",
    "30006, it is a landline",
    "21610, answered STOP",
    "30007, tell its administrator",
    "30034, tell its administrator",
    "unreachable, it is tried again"
  })
  void why_a_text_did_not_reach_her_says_what_to_do(String code, String part) {
    assertThat(ReminderWords.why(Channel.TEXT, code)).contains(part);
  }
}
