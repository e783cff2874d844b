package health.malasakit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.MalasakitTest;
import health.malasakit.Visitor;
import health.malasakit.World;
import health.malasakit.audit.AuditLines;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@MalasakitTest
class PeopleTest {

  private final World world;
  private final People people;
  private final FactorResets resets;
  private final SecondFactors factors;
  private final Accounts accounts;
  private final AuditLines lines;
  private final int port;

  PeopleTest(
      World world,
      People people,
      FactorResets resets,
      SecondFactors factors,
      Accounts accounts,
      AuditLines lines,
      @LocalServerPort int port) {
    this.world = world;
    this.people = people;
    this.resets = resets;
    this.factors = factors;
    this.accounts = accounts;
    this.lines = lines;
    this.port = port;
  }

  @Test
  void an_administrator_invites_a_person_and_hands_over_her_link() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var visitor = visitor(world.person(Role.ADMINISTRATOR, clinic));
    visitor.get("/people/" + clinic.slug() + "/new");
    var email = "ana-" + UUID.randomUUID() + "@example.org";

    var answer =
        visitor.post(
            "/people/" + clinic.slug(),
            Map.of(
                "name",
                "Ana Cruz",
                "email",
                email,
                "roles",
                "scheduler",
                "country",
                "PH",
                "zone",
                "Asia/Manila"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("/password/");
    assertThat(visitor.get("/people").body()).contains("Ana Cruz", "Invited", "Scheduler");
  }

  @Test
  void a_supervisor_neither_makes_nor_touches_an_administrator() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var supervisor = world.person(Role.SUPERVISOR, clinic);
    var scheduler = world.person(Role.SCHEDULER, clinic);
    var administrator = world.person(Role.ADMINISTRATOR, clinic);

    Scopes.run(
        world.scopeOf(supervisor),
        () -> {
          people.setRoles(clinic.id(), scheduler.account(), Set.of(Role.BILLING));
          assertThatThrownBy(() ->
                  people.setRoles(clinic.id(), scheduler.account(), Set.of(Role.ADMINISTRATOR)))
              .isInstanceOf(Refused.class);
          assertThatThrownBy(() -> people.newPassword(clinic.id(), administrator.account()))
              .isInstanceOf(Refused.class);
          assertThatThrownBy(() -> people.newPassword(clinic.id(), supervisor.account()))
              .isInstanceOf(Refused.class);
        });
  }

  @Test
  void whoever_loses_her_last_role_can_no_longer_come_in() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var other = world.clinic("Harbor Pediatrics");
    var both = world.person(Role.SCHEDULER, clinic, other);
    var hers = visitor(both);
    var administrator = world.person(Role.ADMINISTRATOR, clinic, other);

    Scopes.run(
        world.scopeOf(administrator),
        () -> {
          people.disable(clinic.id(), both.account());
          assertThat(hers.get("/nothing").statusCode()).isEqualTo(404);
          assertThat(hers.get("/").statusCode()).isEqualTo(200);
          people.disable(other.id(), both.account());
        });

    assertThat(Visitor.location(hers.get("/"))).startsWith("/sign-in");
  }

  @Test
  void a_factor_is_taken_away_by_one_person_and_another_and_never_by_oneself() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var supervisor = world.person(Role.SUPERVISOR, clinic);
    var second = world.person(Role.SUPERVISOR, clinic);
    var luz = world.person(Role.SCHEDULER, clinic);
    factors.newRecoveryCodes(luz.account());

    Scopes.run(
        world.scopeOf(supervisor),
        () -> {
          resets.ask(clinic.id(), luz.account());
          var waiting = resets.waiting(clinic.id()).getFirst();
          assertThatThrownBy(() -> resets.confirm(clinic.id(), waiting.id()))
              .hasMessageContaining("Another person");
        });
    assertThat(factors.of(luz.account()).recoveryCodesLeft()).isEqualTo(10);
    Scopes.run(
        world.scopeOf(second),
        () -> resets.confirm(clinic.id(), resets.waiting(clinic.id()).getFirst().id()));

    assertThat(factors.of(luz.account()).recoveryCodesLeft()).isZero();
  }

  @Test
  void a_factor_that_is_taken_away_is_written_down_wherever_she_works() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var other = world.clinic("Harbor Pediatrics");
    var luz = world.person(Role.SCHEDULER, clinic, other);
    Scopes.run(
        world.scopeOf(world.person(Role.SUPERVISOR, clinic, other)),
        () -> resets.ask(clinic.id(), luz.account()));

    var second = world.person(Role.SUPERVISOR, clinic);
    Scopes.run(
        world.scopeOf(second),
        () -> resets.confirm(clinic.id(), resets.waiting(clinic.id()).getFirst().id()));

    for (var one : List.of(clinic, other)) {
      assertThat(resetsIn(one)).as(one.name()).containsExactly(second.account());
    }
  }

  /** Who confirmed resets, as the log of this clinic has it. */
  private List<AccountId> resetsIn(Organization clinic) {
    return Scopes.call(
        world.scopeOf(world.person(Role.PRIVACY_OFFICER, clinic)),
        () ->
            lines
                .between(clinic.id(), Instant.EPOCH, AuditLines.endOf(Instant.now().plusSeconds(9)))
                .lines()
                .stream()
                .filter(line -> line.act().equals("confirmed-factor-reset"))
                .flatMap(line -> line.account().stream())
                .toList());
  }

  @Test
  void people_of_another_clinic_are_not_there() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var other = world.clinic("Harbor Pediatrics");
    var stranger = world.person(Role.SCHEDULER, other);
    var visitor = visitor(world.person(Role.ADMINISTRATOR, clinic));

    assertThat(visitor.get("/people/" + other.slug()).statusCode()).isEqualTo(404);
    assertThat(visitor.get("/people/" + clinic.slug() + "/" + stranger.account()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void an_e_mail_has_one_account() {
    var account =
        new Account(
            AccountId.next(),
            "Mia-" + UUID.randomUUID() + "@example.org",
            "Mia",
            "PH",
            ZoneId.of("Asia/Manila"));
    accounts.add(account, World.PASSWORD);

    assertThatThrownBy(() -> world.invited(account.email().toUpperCase(java.util.Locale.ROOT)))
        .hasMessageContaining("already");
  }

  private Visitor visitor(SignedIn person) {
    return new Visitor(port, world.cookieOf(person));
  }
}
