package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.workqueue.Promises;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A call was written up in one tab, and is sent again from another. */
@MalasakitTest
class SecondTabTest {

  private static final String FIRST = "Statement of May is right.";
  private static final String SECOND = "Asks for a payment plan.";
  private static final Map<String, String> BILL =
      Map.of("reason", "bill", "outcome", "done", "note", FIRST);

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  SecondTabTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallIsWrittenUp() {
    line = new CallerOnTheLine(beans, port);
    line.proven();
    line.client().post(line.call() + "/wrap-up", BILL);
  }

  @Test
  void one_that_lacks_something_is_told_that_it_was_written_up_and_keeps_what_was_typed() {
    var again = line.client().post(line.call() + "/wrap-up", Map.of("note", SECOND));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body())
        .contains("This call was written up already: ", "nothing was overwritten")
        .contains("What you typed here", SECOND, FIRST)
        .doesNotContain("What it was about</dt>");
    stands();
  }

  @Test
  void a_whole_one_is_not_saved_twice_and_not_lost() {
    var promised =
        Map.of(
            "reason", "refill",
            "outcome", "promised",
            "note", SECOND,
            "promise", "Send the plan",
            "day", "12/31",
            "hour", "15:00",
            "keeper", line.luz().account().toString());

    var again = line.client().post(line.call() + "/wrap-up", promised);

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body())
        .contains("This call was written up already: ", SECOND, "Send the plan · 12/31 15:00")
        .contains("What you promised here is on no list yet");
    var promises = beans.getBean(Promises.class);
    assertThat(line.as(() -> promises.about(line.clinic().id(), line.ana()))).isEmpty();
    stands();
  }

  @Test
  void a_promise_without_its_day_is_told_the_same() {
    var again =
        line.client()
            .post(
                line.call() + "/wrap-up",
                Map.of("reason", "bill", "outcome", "promised", "promise", "Send the plan"));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("This call was written up already: ", "Send the plan");
  }

  @Test
  void the_same_form_sent_twice_is_one_write_up_and_no_trouble() {
    line.over();
    line.onCall(line.ring(CallerOnTheLine.HER_NUMBER));
    var once =
        Map.of(
            "reason",
            "bill",
            "outcome",
            "done",
            "note",
            SECOND,
            "requestId",
            UUID.randomUUID().toString());

    line.client().post(line.call() + "/wrap-up", once);

    assertThat(line.client().post(line.call() + "/wrap-up", once).location())
        .isEqualTo(line.call());
  }

  @Test
  void who_never_had_the_call_is_told_nothing_of_it() {
    var other = line.colleague().post(line.call() + "/wrap-up", Map.of("note", SECOND));

    assertThat(other.status()).isBetween(400, 499);
    assertThat(other.body()).doesNotContain("This call was written up already");
  }

  private void stands() {
    assertThat(line.client().get(line.call()).body()).contains(FIRST).doesNotContain(SECOND);
  }
}
