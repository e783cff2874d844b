package health.malasakit.inquiries.redflags;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.inquiries.CallerOnTheLine;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whose emergency it is when she speaks with nobody, or the call came after it. */
@MalasakitTest
class TiedToACallTest {

  private static final String CHEST = "/red-flags/RF01/emergency";
  private static final String RED = "the emergency of another caller";

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  TiedToACallTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
  }

  @Test
  void the_only_caller_who_waits_is_whom_it_is_about() {
    line.client().post(line.call() + "/hold", Map.of());
    var place = emergency();

    line.client().post(line.call() + "/resumption", Map.of());

    assertThat(line.client().get(place).body())
        .contains(CallerOnTheLine.HER_NUMBER)
        .doesNotContain(RED, "Is this the emergency");
    assertThat(line.client().get("/red-flags").location()).isEqualTo(place);
  }

  @Test
  void of_several_who_wait_it_asks_which_and_none_of_them_is_an_answer() {
    line.proven();
    line.client().post(line.call() + "/hold", Map.of());
    var other = line.ring(CallerOnTheLine.ANOTHER_NUMBER);
    line.client().post(other + "/hold", Map.of());
    var first = idOf(line.call());

    assertThat(line.client().get("/red-flags").body()).contains("href=\"/red-flags/RF01\"");
    assertThat(line.client().get("/red-flags/RF01").body())
        .contains("Which caller needs help?", "None of them: Harbor Family Clinic")
        .contains("Harbor Family Clinic · (617) 555-0142 · María de la Cruz")
        .contains("Harbor Family Clinic · (617) 555-0199");
    var place = line.client().post(CHEST, Map.of("caller", first)).location();
    assertThat(line.client().get(place).body()).contains(CallerOnTheLine.HER_NUMBER);
    line.client().post(line.call() + "/resumption", Map.of());
    assertThat(line.client().get(place).body()).doesNotContain(RED);
    line.client().post(line.call() + "/hold", Map.of());
    assertThat(line.client().get(emergency()).body())
        .contains("It is this caller: Harbor Family Clinic · (617) 555-0199")
        .doesNotContain("value=\"" + CallerOnTheLine.ANOTHER_NUMBER);
  }

  @Test
  void while_several_wait_the_key_starts_the_emergency_of_the_caller_who_is_before_her() {
    var first = line.call();
    var hers = emergency();
    line.client().post(first + "/hold", Map.of());
    var other = line.ring(CallerOnTheLine.ANOTHER_NUMBER);
    line.client().post(other + "/hold", Map.of());

    var anywhere = line.client().get("/red-flags");
    assertThat(anywhere.status()).as("F9 does not lead to one of several").isEqualTo(200);
    assertThat(anywhere.body())
        .contains("About Harbor Family Clinic · (617) 555-0142. A sign that you choose now", hers)
        .contains("href=\"/red-flags/RF01\"");
    assertThat(line.client().get("/red-flags/strip").body()).contains(hers).doesNotContain("F9");

    var key = "/red-flags?caller=" + idOf(other);
    assertThat(line.client().get(other).body()).contains("href=\"" + key + "\" data-key=\"F9\"");
    assertThat(line.client().get(key).body())
        .contains("For Harbor Family Clinic · (617) 555-0199.")
        .contains("name=\"caller\" value=\"" + idOf(other) + "\"");
    var theirs =
        line.client()
            .post(CHEST, Map.of("clinic", line.clinic().slug(), "caller", idOf(other)))
            .location();
    assertThat(theirs).isNotEqualTo(hers);
    assertThat(line.client().get(theirs).body()).contains(CallerOnTheLine.ANOTHER_NUMBER);
    assertThat(line.client().get(key).location()).isEqualTo(theirs);
    assertThat(line.client().get("/red-flags?caller=" + idOf(first)).location()).isEqualTo(hers);
  }

  @Test
  void whose_line_breaks_while_the_signs_are_read_is_still_whom_it_is_about() {
    line.client().post(line.call() + "/hold", Map.of());
    line.client().post(line.ring(CallerOnTheLine.ANOTHER_NUMBER) + "/hold", Map.of());
    line.over();

    var sent = line.client().post(CHEST, Map.of("caller", idOf(line.call())));

    assertThat(sent.status()).isEqualTo(302);
    assertThat(line.client().get(sent.location()).body()).contains(CallerOnTheLine.HER_NUMBER);
  }

  @Test
  void with_whom_she_speaks_goes_before_the_page_that_she_looks_at() {
    var first = line.call();
    var hers = emergency();
    line.client().post(first + "/hold", Map.of());
    var other = line.ring(CallerOnTheLine.ANOTHER_NUMBER);

    var signs = line.client().get("/red-flags?caller=" + idOf(first));

    assertThat(signs.status()).isEqualTo(200);
    assertThat(signs.body()).contains("Another caller").doesNotContain("value=\"" + idOf(other));
    assertThat(line.client().get(emergency()).body()).contains(CallerOnTheLine.ANOTHER_NUMBER);
    assertThat(line.client().get("/red-flags").location()).isNotEqualTo(hers);
  }

  @Test
  void one_begun_before_its_call_is_given_to_it_by_one_key_and_is_that_calls_then() {
    line.over();
    var place = emergency();
    line.onCall(line.ring(CallerOnTheLine.HER_NUMBER));
    line.proven();
    var call = idOf(line.call());

    assertThat(line.client().get(place).body())
        .contains("Is this the emergency of the caller on the line?", "F7", call)
        .doesNotContain(RED);
    assertThat(line.client().get("/red-flags").body()).contains(place + "/call", call);
    var tied = line.client().post(place + "/call", Map.of("call", call));

    assertThat(tied.location()).isEqualTo(place);
    assertThat(line.client().get(place).body())
        .contains(CallerOnTheLine.HER_NUMBER, "María de la Cruz", "It is the caller")
        .doesNotContain("Is this the emergency", RED);
    assertThat(new Written(beans).acts(line.clinic(), "emergency"))
        .containsExactly("opened", "changed", "changed");
    line.client().post(place + "/closing", Map.of("outcome", "hotline"));
    assertThat(line.client().get(place).status()).as("it is of her call").isEqualTo(200);
  }

  @Test
  void nobody_else_ties_it_and_only_to_a_caller_of_hers_who_is_on_the_line() {
    line.over();
    var over = idOf(line.call());
    var place = emergency();
    line.onCall(line.ring(CallerOnTheLine.ANOTHER_NUMBER));
    var call = Map.of("call", idOf(line.call()));

    assertThat(line.colleague().post(place + "/call", call).status()).isEqualTo(403);
    assertThat(line.client().post(place + "/call", Map.of("call", over)).status()).isEqualTo(409);
    emergency();
    assertThat(line.client().post(place + "/call", call).body())
        .contains("You have another emergency open for this caller.");
  }

  @Test
  void one_opened_by_mistake_is_closed_while_another_caller_is_on_the_line() {
    var place = emergency();
    line.over();
    line.onCall(line.ring(CallerOnTheLine.ANOTHER_NUMBER));

    line.client().post(line.call() + "/hold", Map.of());
    line.client().post(line.call() + "/resumption", Map.of());
    var closed = line.client().post(place + "/closing", Map.of("outcome", "mistake"));
    var next = line.client().get(closed.location());

    assertThat(next.status()).isEqualTo(200);
    assertThat(next.body()).contains("Closed: Opened by mistake", line.call());
  }

  private String emergency() {
    return line.client().post(CHEST, Map.of("clinic", line.clinic().slug())).location();
  }

  private static String idOf(String call) {
    return call.substring(call.lastIndexOf('/') + 1);
  }
}
