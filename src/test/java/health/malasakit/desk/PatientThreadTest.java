package health.malasakit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.coverage.Basis;
import health.malasakit.coverage.Policies;
import health.malasakit.coverage.PolicyFacts;
import health.malasakit.coverage.Programme;
import health.malasakit.coverage.Subscriber;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.workqueue.NewPromise;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What happened with a patient stands on her page, promises and coverage too. */
@MalasakitTest
class PatientThreadTest {

  private final World world;
  private final Patients patients;
  private final Policies policies;
  private final Promises promises;
  private final Organization clinic;
  private final SignedIn luz;
  private final Client browser;
  private PatientId ana;

  PatientThreadTest(
      World world,
      Patients patients,
      Policies policies,
      Promises promises,
      @LocalServerPort int port) {
    this.world = world;
    this.patients = patients;
    this.policies = policies;
    this.promises = promises;
    this.clinic = world.clinic("Harbor Family Clinic");
    this.luz = world.person(Role.SUPERVISOR, clinic);
    this.browser = Client.on(port).as(world.cookieOf(luz));
    this.ana = PatientId.next();
  }

  @BeforeEach
  void register() {
    var facts = PersonFacts.named(PatientName.official("Ana", "Reyes"));
    ana =
        Scopes.call(
            world.scopeOf(luz),
            () -> patients.register(clinic.id(), NewPatient.saidByCaller(facts)));
  }

  @Test
  void a_coverage_is_entered_corrected_and_taken_off_and_each_says_what_changed() {
    Scopes.run(
        world.scopeOf(luz),
        () -> {
          var first = policies.enter(clinic.id(), ana, facts("Bluewater Health", "PPO", "A1"));
          var second =
              policies.correct(clinic.id(), ana, first, facts("Bluewater Health", "PPO", "B2"));
          policies.remove(clinic.id(), ana, second);
        });

    assertThat(page("?only=coverage"))
        .contains("wrote down a coverage", "Bluewater Health, Commercial, PPO, A1")
        .contains("corrected a coverage", "Member ID: A1 \u2192 B2")
        .contains("A coverage was taken off the file")
        .doesNotContain("Plan: PPO");
    assertThat(page("?only=promise")).doesNotContain("wrote down a coverage");
  }

  @Test
  void who_may_only_add_coverage_is_led_to_no_correction_and_refused_one() {
    var id =
        Scopes.call(
            world.scopeOf(luz), () -> policies.enter(clinic.id(), ana, facts("Blue", "PPO", "A1")));
    var address = "/patients/" + clinic.slug() + "/" + ana + "/coverage/" + id;
    var scheduler = browser.as(world.cookieOf(world.person(Role.SCHEDULER, clinic)));

    assertThat(page("")).contains(address);
    assertThat(browser.get(address).status()).isEqualTo(200);
    assertThat(scheduler.get("/patients/" + clinic.slug() + "/" + ana).body())
        .contains("Blue", "/coverage/new")
        .doesNotContain(address);
    assertThat(scheduler.get(address).status()).isEqualTo(403);
  }

  @Test
  void a_promise_is_made_and_kept() {
    Scopes.run(
        world.scopeOf(luz),
        () -> {
          var id =
              promises.make(
                  new NewPromise(
                      clinic.id(),
                      Optional.of(ana),
                      "Call her back about the form",
                      Promise.To.PATIENT,
                      Instant.now().plusSeconds(3600),
                      ZoneId.of("America/New_York"),
                      luz.account()));
          promises.keep(clinic.id(), id);
        });

    var thread = page("?only=promise");
    assertThat(thread.substring(thread.indexOf("id=\"thread\"")))
        .containsSubsequence("kept a promise", "Call her back about the form", "promised");
  }

  @Test
  void a_coverage_without_a_last_day_is_open_ended() {
    Scopes.run(
        world.scopeOf(luz), () -> policies.enter(clinic.id(), ana, facts("Blue", "PPO", "A1")));

    assertThat(page("")).contains("since Thu 1 Jan 2026, open-ended").doesNotContain("2026 - <");
  }

  @Test
  void the_echo_of_a_date_opened_by_hand_leads_home() {
    var answer = browser.get("/promises/due");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.location()).endsWith("/");
  }

  @Test
  void the_echo_of_a_date_is_a_whole_page_for_who_opens_its_address_by_hand() {
    var address = "/promises/due?clinic=" + clinic.slug();

    assertThat(browser.get(address).body())
        .contains("<!doctype html>", "No day and hour were typed", "/promises/new?clinic=");
    assertThat(browser.get(address + "&day=12/1/2026&hour=17:00").body())
        .contains("<!doctype html>", "17:00");
    assertThat(browser.get(address + "&day=12/1/2026&hour=17:00", "HX-Request", "true").body())
        .contains("17:00")
        .doesNotContain("<!doctype html>", "<h1>");
    assertThat(browser.get("/promises/due?clinic=nowhere").status()).isEqualTo(404);
  }

  @Test
  void a_payer_that_is_its_own_programme_is_named_once() {
    var facts = facts("Commercial", "Gold", "A1");
    Scopes.run(world.scopeOf(luz), () -> policies.enter(clinic.id(), ana, facts));

    assertThat(page(""))
        .contains("Commercial, Gold, A1", "<p class=\"small\">Gold")
        .doesNotContain("Commercial, Commercial");
  }

  private String page(String only) {
    return browser.get("/patients/" + clinic.slug() + "/" + ana + only).body();
  }

  private static PolicyFacts facts(String payer, String plan, String member) {
    return new PolicyFacts(
        payer,
        Programme.COMMERCIAL,
        Optional.empty(),
        plan,
        member,
        Subscriber.SELF,
        "",
        1,
        Optional.of(LocalDate.of(2026, 1, 1)),
        Optional.empty(),
        Basis.CARD);
  }
}
