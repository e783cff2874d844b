package health.malasakit.inquiries.outbound;

import static health.malasakit.inquiries.outbound.ToBeCalled.MOBILE;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.inquiries.Calls;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.speaking.Basis;
import health.malasakit.patients.speaking.NewRepresentative;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.patients.speaking.Speaking;
import health.malasakit.workqueue.NewPromise;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MalasakitTest
class RingsBackTest {

  private static final Map<String, String> HERSELF =
      Map.of("caller", "patient", "name", "María de la Cruz", "birthDate", "3/12/1985");

  private final ApplicationContext beans;
  private final int port;
  private ToBeCalled her;

  RingsBackTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void sheIsToBeCalled() {
    her = new ToBeCalled(beans, port, ToBeCalled.inTheMorning());
  }

  @Test
  void what_we_called_about_is_the_first_line_after_the_gate_and_is_closed_in_one_key() {
    var about = her.asked(Map.of());
    her.dial(about, MOBILE, "");
    her.said(about, "left_message");
    var call = ringsBack();
    assertThat(her.luz().get(call).body()).doesNotContain("A place on Friday");

    her.luz().post(call + "/caller", HERSELF);

    var page = her.luz().get(call).body();
    assertThat(page).contains("We called you about", "A place on Friday is free", "Luz Ramos");
    assertThat(page.indexOf("We called you about")).isLessThan(page.indexOf("Next visit"));
    assertThat(said(call, about).location()).isEqualTo(call);
    assertThat(her.luz().get(call).body()).doesNotContain("We called you about");
    assertThat(her.as(() -> callBack(about)).closed().orElseThrow().how())
        .isEqualTo(CallBack.How.RANG_BACK);
  }

  @Test
  void what_is_not_about_a_visit_waits_until_her_record_is_open() {
    var about = her.asked(Map.of("about", "other", "reason", "Her test from Monday"));
    her.dial(about, MOBILE, "");
    var call = her.said(about, "reached").location();
    her.luz().post(call + "/caller", HERSELF);
    assertThat(her.luz().get(call).body())
        .contains("We called you about", "Ask one thing more; then this can be told")
        .doesNotContain("Her test from Monday");
    assertThat(said(call, about).body()).contains("The caller is not proven far enough");
    assertThat(her.luz().get("/calls/to-call").body())
        .contains("María de la Cruz")
        .doesNotContain("Her test from Monday");

    her.luz().post(call + "/caller", with("fact", "zip", "value", "94607"));

    assertThat(her.luz().get(call).body()).contains("Her test from Monday");
    assertThat(her.luz().get("/calls/to-call").body()).contains("Her test from Monday");
    said(call, about);
    assertThat(her.as(() -> callBack(about)).closed().orElseThrow().how())
        .isEqualTo(CallBack.How.SPOKEN);
  }

  @Test
  void what_was_promised_is_kept_when_it_is_said_on_a_call_to_a_number_on_file() {
    var promises = beans.getBean(Promises.class);
    var clinic = her.board().clinic().id();
    var promised =
        her.as(() ->
            promises.make(
                new NewPromise(
                    clinic,
                    Optional.of(her.ana()),
                    "Ring her about Friday",
                    Promise.To.PATIENT,
                    Instant.now().plus(Duration.ofDays(1)),
                    ZoneOffset.UTC,
                    Scopes.current().account().orElseThrow())));
    var about = her.asked(Map.of("promise", promised.toString()));
    her.dial(about, MOBILE, "");
    var call = her.said(about, "reached").location();
    her.luz().post(call + "/caller", with("fact", "zip", "value", "94607"));

    said(call, about);

    assertThat(her.as(() -> promises.find(clinic, promised)).orElseThrow().status())
        .isInstanceOf(Promise.Status.Kept.class);
  }

  @Test
  void who_speaks_for_her_hears_of_visits_and_nothing_that_is_for_her_alone() {
    her.asked(Map.of("reason", "A place on Friday"));
    her.asked(Map.of("reason", "Something quiet", "confidential", "yes"));
    her.asked(Map.of("reason", "Her test from Monday", "about", "other"));
    rosaMay(Speaking.BOOK);
    var call = ringsBack();

    her.luz().post(call + "/caller", with("caller", "for_her", "speaker", "Rosa Reyes"));

    assertThat(her.luz().get(call).body())
        .contains("We are to call the patient about", "A place on Friday")
        .contains("Not told to this caller, whatever else matches")
        .contains("None booked")
        .doesNotContain("Ask one thing more; then this can be told")
        .doesNotContain("call you about")
        .doesNotContain("On the page of what may be heard")
        .doesNotContain("Something quiet")
        .doesNotContain("Her test from Monday");
  }

  @Test
  void who_speaks_for_her_and_may_hear_it_is_asked_one_thing_more_and_is_told_then() {
    her.asked(Map.of("reason", "Her test from Monday", "about", "other"));
    rosaMay(Speaking.BOOK, Speaking.ASK);
    var call = ringsBack();
    her.luz().post(call + "/caller", with("caller", "for_her", "speaker", "Rosa Reyes"));
    assertThat(her.luz().get(call).body())
        .contains("Ask one thing more; then this can be told")
        .doesNotContain("Her test from Monday");

    her.luz()
        .post(
            call + "/caller",
            with("caller", "for_her", "speaker", "Rosa Reyes", "fact", "zip", "value", "94607"));

    assertThat(her.luz().get(call).body())
        .contains("We are to call the patient about", "Her test from Monday");
  }

  @Test
  void a_caller_who_is_to_be_called_again_is_put_on_the_list_from_the_call() {
    var call = ringsBack();
    her.luz().post(call + "/caller", HERSELF);
    var form =
        her.luz()
            .get(call)
            .body()
            .replaceAll("(?s).*href=\"([^\"]*/to-call\\?call=[^\"]*)\".*", "$1");
    assertThat(her.luz().get(form).status()).isEqualTo(200);
    var id = call.substring(call.lastIndexOf('/') + 1);

    assertThat(her.asked(Map.of("call", id))).isEqualTo(call);
    assertThat(her.asked(Map.of("call", id, "reason", "Again"))).isEqualTo(call);

    var open = her.as(() -> beans.getBean(CallBacks.class).open());
    assertThat(open)
        .singleElement()
        .satisfies(one -> assertThat(one.matter().reason()).isEqualTo("A place on Friday is free"));
  }

  private void rosaMay(Speaking... what) {
    her.as(() ->
        beans
            .getBean(Representatives.class)
            .add(
                her.board().clinic().id(),
                her.ana(),
                new NewRepresentative(
                    "Rosa Reyes",
                    "sister",
                    Basis.PATIENTS_WORD,
                    Set.of(what),
                    "form seen",
                    "",
                    Optional.empty(),
                    Optional.empty())));
  }

  private String ringsBack() {
    var id = her.board().ring("(617) 555-0142");
    her.board().happens(id, "answered", ", \"extension\": \"204\"");
    var mine = her.as(() -> beans.getBean(Calls.class).mine().getFirst());
    return "/calls/" + mine.organization() + "/" + mine.id();
  }

  private Client.Answer said(String call, String about) {
    return her.luz().post(call + "/said", Map.of("about", id(about).toString()));
  }

  private CallBack callBack(String about) {
    return beans.getBean(CallBacks.class).get(id(about));
  }

  private static CallBackId id(String about) {
    return CallBackId.of(about.substring(about.lastIndexOf('/') + 1));
  }

  private static Map<String, String> with(String... pairs) {
    var form = new HashMap<>(HERSELF);
    for (int n = 0; n < pairs.length; n += 2) {
      form.put(pairs[n], pairs[n + 1]);
    }
    return form;
  }
}
