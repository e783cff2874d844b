package health.malasakit.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One clinic does not open a country for another, nor sign its administrator out. */
@MalasakitTest
class CountriesOfSeveralClinicsTest {

  private final World world;
  private final WorkCountries countries;
  private final Organizations organizations;
  private final FactorResets resets;
  private final int port;
  private final Organization clinic;
  private final Organization other;

  CountriesOfSeveralClinicsTest(
      World world,
      WorkCountries countries,
      Organizations organizations,
      FactorResets resets,
      @LocalServerPort int port) {
    this.world = world;
    this.countries = countries;
    this.organizations = organizations;
    this.resets = resets;
    this.port = port;
    this.clinic = world.clinic("Lakeside Family Medicine");
    this.other = world.clinic("Harbor Pediatrics");
  }

  @Test
  void who_manages_people_in_one_of_her_clinics_takes_a_country_away_and_adds_none() {
    var luz = world.person(Role.SCHEDULER, clinic, other);
    var here = client(world.person(Role.SUPERVISOR, clinic));
    var everywhere = client(world.person(Role.SUPERVISOR, clinic, other));
    assertThat(here.post(of(luz), said("PH", "US")).status()).as("from any to two").isEqualTo(302);

    var wider = here.post(of(luz), said("PH", "US", "CA"));
    assertThat(wider.status()).isEqualTo(422);
    assertThat(wider.body())
        .contains("id=\"countries-error\"", "by who manages people in each of them");
    assertThat(countries.of(luz.account())).containsExactlyInAnyOrder("PH", "US");

    assertThat(here.post(of(luz), said("PH")).status()).isEqualTo(302);
    assertThat(here.post(of(luz), said("US")).status()).as("one for another").isEqualTo(422);
    assertThat(countries.of(luz.account())).containsExactly("PH");

    assertThat(everywhere.post(of(luz), said("PH", "US")).status()).isEqualTo(302);
    assertThat(countries.of(luz.account())).containsExactlyInAnyOrder("PH", "US");
  }

  @Test
  void her_page_says_who_adds_a_country_and_offers_none_to_who_may_not() {
    var luz = world.person(Role.SCHEDULER, clinic, other);
    var here = client(world.person(Role.SUPERVISOR, clinic));
    assertThat(here.get(page(luz)).body()).as("still any").contains("id=\"more\"");
    here.post(of(luz), said("PH"));

    assertThat(here.get(page(luz)).body())
        .contains("one is added by who manages people in each of her clinics")
        .doesNotContain("id=\"more\"");
    assertThat(client(world.person(Role.SUPERVISOR, clinic, other)).get(page(luz)).body())
        .contains("id=\"more\"")
        .doesNotContain("one is added by who manages people in each");
  }

  @Test
  void a_supervisor_does_not_sign_out_the_administrator_of_another_clinic() {
    var luz = world.person(Role.SCHEDULER, clinic);
    Scopes.run(
        Scope.job(other.id(), "test-world"),
        () -> organizations.admit(new Membership(other.id(), luz.account(), Role.ADMINISTRATOR)));
    var hers = client(luz);
    var supervisor = client(world.person(Role.SUPERVISOR, clinic));

    assertThat(supervisor.post(of(luz), said("US")).status()).isEqualTo(403);

    assertThat(hers.get("/").status()).isEqualTo(200);
    assertThat(countries.of(luz.account())).isEmpty();
    assertThat(supervisor.get(page(luz)).body())
        .contains("Only an administrator may change this", "only an administrator there may sign")
        .doesNotContain(of(luz), "For her</h2>");
    assertThat(client(world.person(Role.ADMINISTRATOR, clinic)).post(of(luz), said("US")).status())
        .as("of this clinic alone")
        .isEqualTo(403);
    var both = client(world.person(Role.ADMINISTRATOR, clinic, other));
    assertThat(both.post(of(luz), said("US")).status()).isEqualTo(302);
  }

  @Test
  void what_opens_all_of_her_clinics_is_for_who_manages_people_in_each() {
    var luz = world.person(Role.SCHEDULER, clinic, other);
    var hers = client(luz);
    for (var role : List.of(Role.SUPERVISOR, Role.ADMINISTRATOR)) {
      var here = client(world.person(role, clinic));
      assertThat(here.post(page(luz) + "/password", Map.of()).status()).isEqualTo(403);
      assertThat(here.get(page(luz)).body())
          .contains("open that one too", "For her</h2>")
          .doesNotContain(page(luz) + "/password", page(luz) + "/reset\"");
    }
    var supervisor = client(world.person(Role.SUPERVISOR, clinic));
    assertThat(supervisor.post(page(luz) + "/reset", Map.of()).status()).isEqualTo(403);

    var everywhere = client(world.person(Role.SUPERVISOR, clinic, other));
    assertThat(everywhere.post(page(luz) + "/password", Map.of()).status()).isEqualTo(200);
    assertThat(everywhere.post(page(luz) + "/reset", Map.of()).status()).isEqualTo(302);
    var ana = world.person(Role.NAVIGATOR, clinic, other);
    var mixed = world.person(Role.SUPERVISOR, clinic);
    Scopes.run(
        Scope.job(other.id(), "test-world"),
        () -> organizations.admit(new Membership(other.id(), mixed.account(), Role.ADMINISTRATOR)));
    assertThat(client(mixed).post(page(ana) + "/reset", Map.of()).status()).isEqualTo(302);
    assertThat(supervisor.post(page(luz) + "/sign-out", Map.of()).status()).isEqualTo(302);
    assertThat(hers.get("/").status()).isNotEqualTo(200);
  }

  @Test
  void who_stands_above_a_team_has_no_form_of_roles_that_would_be_refused() {
    var officer = world.person(Role.PRIVACY_OFFICER, clinic);
    var luz = world.person(Role.SCHEDULER, clinic);
    var supervisor = client(world.person(Role.SUPERVISOR, clinic));

    assertThat(supervisor.get(page(officer)).body())
        .contains("Privacy officer", "stands above a team")
        .doesNotContain(page(officer) + "/roles");
    assertThat(supervisor.get(page(luz)).body()).contains(page(luz) + "/roles");
  }

  @Test
  void who_administers_another_clinic_is_not_signed_out_from_here() {
    var luz = world.person(Role.SCHEDULER, clinic);
    Scopes.run(
        Scope.job(other.id(), "test-world"),
        () -> organizations.admit(new Membership(other.id(), luz.account(), Role.ADMINISTRATOR)));
    var hers = client(luz);
    var supervisor = client(world.person(Role.SUPERVISOR, clinic));

    assertThat(supervisor.post(page(luz) + "/sign-out", Map.of()).status()).isEqualTo(403);
    assertThat(supervisor.post(page(luz) + "/password", Map.of()).status()).isEqualTo(403);
    var here = world.person(Role.ADMINISTRATOR, clinic);
    Scopes.run(
        Scope.job(other.id(), "test-world"),
        () -> organizations.admit(new Membership(other.id(), here.account(), Role.SUPERVISOR)));
    for (var act : List.of("/password", "/sign-out", "/reset")) {
      assertThat(client(here).post(page(luz) + act, Map.of()).status())
          .as("an administrator here who is a supervisor there: " + act)
          .isIn(403, 404);
    }

    assertThat(hers.get("/").status()).isEqualTo(200);
  }

  @Test
  void a_reset_that_was_asked_for_before_she_came_to_another_clinic_is_not_confirmed_after() {
    var luz = world.person(Role.SCHEDULER, clinic);
    var asks = client(world.person(Role.SUPERVISOR, clinic));
    assertThat(asks.post(page(luz) + "/reset", Map.of()).status()).isEqualTo(302);
    var second = world.person(Role.SUPERVISOR, clinic);
    var reset =
        Scopes.call(world.scopeOf(second), () -> resets.waiting(clinic.id()).getFirst().id());
    Scopes.run(
        Scope.job(other.id(), "test-world"),
        () -> organizations.admit(new Membership(other.id(), luz.account(), Role.ADMINISTRATOR)));

    var confirmation = "/people/" + clinic.slug() + "/resets/" + reset + "/confirmation";
    assertThat(client(second).post(confirmation, Map.of()).status()).isEqualTo(403);
  }

  @Test
  void who_invites_somebody_who_has_an_account_reads_that_the_chosen_country_was_not_saved() {
    var luz = world.person(Role.SCHEDULER, other);
    var there = client(world.person(Role.SUPERVISOR, other));
    assertThat(invited(luz, "US"))
        .contains("The country you chose was not saved: United States.", "any is taken at sign-in");
    there.post("/people/" + other.slug() + "/" + luz.account() + "/countries", said("PH"));

    assertThat(invited(luz, "US"))
        .contains("not saved: United States.", "She may work from: Philippines.");
    assertThat(invited(luz, "PH")).contains("signs in as before").doesNotContain("not saved");
    assertThat(countries.of(luz.account())).containsExactly("PH");
  }

  private String invited(SignedIn person, String country) {
    var form =
        Map.of(
            "name", "Luz Ramos",
            "email", person.account() + "@example.org",
            "country", country,
            "zone", "Asia/Manila",
            "roles", "scheduler");
    return client(world.person(Role.ADMINISTRATOR, clinic))
        .post("/people/" + clinic.slug(), form)
        .body();
  }

  private Client client(SignedIn person) {
    return Client.on(port).as(world.cookieOf(person));
  }

  private String page(SignedIn person) {
    return "/people/" + clinic.slug() + "/" + person.account();
  }

  private String of(SignedIn person) {
    return page(person) + "/countries";
  }

  private static Map<String, List<String>> said(String... codes) {
    return Map.of("countries", List.of(codes));
  }
}
