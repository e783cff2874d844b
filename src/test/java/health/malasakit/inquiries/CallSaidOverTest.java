package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who says that a call is over hangs up nothing at the switch: the caller may hear her still. */
@MalasakitTest
class CallSaidOverTest {

  private static final Map<String, String> DONE =
      Map.of("reason", "bill", "outcome", "done", "note", "Told her.");

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;
  private String another;

  CallSaidOverTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void sheSaysThatItIsOver() {
    line = new CallerOnTheLine(beans, port);
    var pia = line.patient("Pia", "Reyes", LocalDate.of(1990, 5, 2), "(617) 555-0177");
    another = "/patients/" + line.clinic().slug() + "/" + pia;
    line.proven();
    line.client().post(line.call() + "/end", Map.of());
  }

  @Test
  void until_the_telephone_says_so_other_records_stay_closed() {
    assertThat(states()).containsExactly(CallState.WRITING);
    assertThat(line.client().get(line.call()).body())
        .contains("You said that this call is over", "Speak again");
    assertThat(line.client().get(line.page()).status()).isEqualTo(200);
    assertThat(line.client().get(another).status()).isEqualTo(403);

    line.over();

    assertThat(line.client().get(another).status()).isEqualTo(200);
    assertThat(line.client().get(line.call()).body())
        .doesNotContain("You said that this call is over");
  }

  @Test
  void a_later_word_of_the_telephone_brings_the_call_back() {
    line.happens(line.call(), "held");
    assertThat(states()).containsExactly(CallState.HELD);
    line.happens(line.call(), "resumed");
    assertThat(states()).containsExactly(CallState.TALKING);
    assertThat(line.client().get(another).status()).isEqualTo(403);

    line.over();
    assertThat(states()).containsExactly(CallState.WRITING);
  }

  @Test
  void she_may_speak_again_herself() {
    line.client().post(line.call() + "/resumption", Map.of());

    assertThat(states()).containsExactly(CallState.TALKING);
  }

  @Test
  void writing_it_up_opens_nothing_sooner() {
    assertThat(line.client().post(line.call() + "/wrap-up", DONE).status()).isEqualTo(302);

    assertThat(line.client().get(another).status()).isEqualTo(403);
    line.over();
    assertThat(line.client().get(another).status()).isEqualTo(200);
  }

  @Test
  void two_minutes_later_it_is_over() {
    saidBefore("90 seconds");
    assertThat(line.client().get(another).status()).isEqualTo(403);
    saidBefore("121 seconds");

    assertThat(line.client().get(another).status()).isEqualTo(200);
  }

  @Test
  void her_next_call_takes_its_place() {
    var next = line.ring(CallerOnTheLine.ANOTHER_NUMBER);
    assertThat(line.client().get(line.page()).status()).isEqualTo(403);

    line.over(next);

    assertThat(line.client().get(another).status()).isEqualTo(200);
  }

  @Test
  void the_button_says_what_it_does() {
    line.onCall(line.ring(CallerOnTheLine.ANOTHER_NUMBER));

    assertThat(line.client().get(line.call()).body())
        .contains("Call is over<kbd aria-hidden=\"true\">e</kbd>")
        .doesNotContain("Hang up<");
  }

  private List<CallState> states() {
    return line.as(() -> beans.getBean(Calls.class).mine().stream().map(Call::state).toList());
  }

  private void saidBefore(String time) {
    line.as(() ->
        beans
            .getBean(TransactionTemplate.class)
            .execute(status ->
                beans
                    .getBean(JdbcClient.class)
                    .sql(
                        """
                        update inquiries.call
                           set started_at = now() - interval '1 hour', answered_at = now() - interval '1 hour',
                               owned_at = now() - interval '1 hour',
                               said_over_at = now() - cast(:time as interval)
                         where call_id = cast(:call as uuid)
                        """)
                    .param("time", time)
                    .param("call", line.call().replaceAll(".*/", ""))
                    .update()));
  }
}
