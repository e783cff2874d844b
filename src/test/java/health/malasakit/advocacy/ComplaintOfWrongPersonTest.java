package health.malasakit.advocacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A complaint was recorded in a call whose caller turns out to be another person. */
@MalasakitTest
class ComplaintOfWrongPersonTest {

  private static final String UNSEEN = "Something that you cannot see";
  private static final String MISPLACED = "The caller had been taken for another person";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private Grievances at;
  private SignedIn rosa;
  private PatientId wrong;
  private PatientId right;
  private Client luz;
  private String call;

  ComplaintOfWrongPersonTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aClinic() {
    at = new Grievances(beans, port);
    rosa = at.person(Role.ADVOCATE);
    wrong = born("Ana", "Cruz", LocalDate.of(1985, 3, 12));
    right = born("Anna", "Kruse", LocalDate.of(1985, 4, 1));
  }

  @Test
  void who_may_see_it_moves_it_and_no_page_of_a_patient_keeps_a_line() {
    speaks(Role.SUPERVISOR);
    var item = complain("clinic");
    var page = notHer();

    assertThat(luz.get(page).body())
        .contains("A complaint was recorded at", "Ask who is")
        .doesNotContain(Grievances.WORDS, "Cruz", UNSEEN);
    proven("Anna Kruse", "4/1/1985");
    var settling = settling();
    settling.put("apart", item.substring(item.lastIndexOf('/') + 1));
    assertThat(luz.post(page, settling).location()).isEqualTo(call);
    luz.post(call + "/wrap-up", Map.of("reason", "other", "outcome", "done", "note", "Told."));

    assertThat(at.client(rosa).get(item).body())
        .contains("Anna Kruse", "moved it to the person it is about")
        .doesNotContain("Ana Cruz");
    assertThat(luz.get(patient(right)).body()).doesNotContain("omplaint was", "moved a complaint");
    assertThat(luz.get(patient(wrong)).body())
        .contains("moved a call from here")
        .doesNotContain("omplaint was", "moved a complaint");
    assertThat(luz.get("/mixups").body()).doesNotContain("omplaint was");
  }

  @Test
  void who_may_not_see_it_reads_that_there_is_something_and_whoever_sees_to_it_says_whose_it_is() {
    speaks(Role.CUSTOMER_SERVICE);
    var item = complain("clinic");
    var page = notHer();

    assertThat(luz.get(page).body())
        .contains(UNSEEN)
        .doesNotContain("complaint was recorded", Grievances.WORDS);
    proven("Anna Kruse", "4/1/1985");
    luz.post(page, settling());

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(at.client(rosa).get("/complaints").body()).contains(MISPLACED));
    assertThat(at.client(rosa).get(item).body())
        .contains(MISPLACED, "Ana Cruz", "value=\"" + right + "\"")
        .doesNotContain("value=\"" + wrong + "\"");
    assertThat(moves(item, wrong).status()).isEqualTo(422);
    assertThat(moves(item, right).status()).isEqualTo(302);
    assertThat(at.client(rosa).get(item).body())
        .contains("Anna Kruse", "moved it to the person it is about")
        .doesNotContain(MISPLACED, "Ana Cruz");
  }

  @Test
  void whoever_sees_to_what_names_the_recorder_is_told_too() {
    speaks(Role.CUSTOMER_SERVICE);
    var lead = at.person(Role.SUPERVISOR);
    var item = complain("me");

    assertThat(luz.get(notHer()).body()).contains(UNSEEN);

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(at.client(lead).get(item).body()).contains(MISPLACED));
  }

  @Test
  void whom_it_names_reads_nothing_of_it_when_the_call_is_hers_now() {
    speaks(Role.SUPERVISOR);
    var first = luz;
    var lead = at.person(Role.SUPERVISOR);
    complain(Grievances.colleague(lead));
    first.post(call + "/parking", Map.of());
    var page = notHer();

    assertThat(first.get(page).body()).contains("A complaint was recorded at");
    assertThat(at.client(lead).get(page).body())
        .doesNotContain("A complaint was recorded at", UNSEEN);
  }

  private void speaks(Role role) {
    luz = at.client(at.person(role));
    call = luz.post("/calls", Map.of("direction", "in")).location();
    proven("Ana Cruz", "3/12/1985");
  }

  private void proven(String name, String born) {
    luz.post(call + "/caller", Map.of("caller", "patient", "name", name, "birthDate", born));
  }

  /** Address of the complaint. */
  private String complain(String about) {
    var more =
        Map.of(
            "call", call.substring(call.lastIndexOf('/') + 1),
            "patient", wrong.toString(),
            "whose", wrong.toString());
    var recorded = luz.post("/complaints", at.form("manner", about, more));
    assertThat(recorded.status()).as(recorded.body()).isEqualTo(302);
    return Grievances.item(recorded.location());
  }

  /** Address at which it is said what becomes of what was done. */
  private String notHer() {
    luz.post(call + "/wrong-person", Map.of("patient", wrong));
    return luz.get(call).body().replaceAll("(?s).*href=\"(/mixups/[^\"]*/call)\".*", "$1");
  }

  private static Map<String, String> settling() {
    return new HashMap<>(Map.of("slip", "mine", "told", "nothing"));
  }

  private Client.Answer moves(String item, PatientId whose) {
    var version =
        at.client(rosa)
            .get(item)
            .body()
            .replaceAll("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1");
    return at.client(rosa)
        .post(item + "/patient", Map.of("version", version, "patient", whose.toString()));
  }

  private PatientId born(String given, String family, LocalDate day) {
    var facts = PersonFacts.named(PatientName.official(given, family)).edit().born(day).done();
    return Scopes.call(
        world.scopeOf(at.person(Role.SUPERVISOR)),
        () ->
            beans
                .getBean(Patients.class)
                .register(at.clinic().id(), NewPatient.saidByCaller(facts)));
  }

  private String patient(PatientId who) {
    return "/patients/" + at.clinic().slug() + "/" + who;
  }
}
