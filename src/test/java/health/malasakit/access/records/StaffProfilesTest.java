package health.malasakit.access.records;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@MalasakitTest
class StaffProfilesTest {

  private static final Duration YEAR = Duration.ofDays(366);
  private static final String HERS = "+12125550123";
  private static final String OTHER = "+12125550177";

  private final World world;
  private final StaffProfiles profiles;
  private final ApplicationContext beans;
  private final TransactionTemplate inOne;

  StaffProfilesTest(
      World world, StaffProfiles profiles, ApplicationContext beans, TransactionTemplate inOne) {
    this.world = world;
    this.profiles = profiles;
    this.beans = beans;
    this.inOne = inOne;
  }

  @Test
  void what_she_said_twice_and_then_left_standing_for_a_year_is_compared_for_good() {
    var reader = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    says(reader, YEAR, HERS);
    says(reader, YEAR.minusMinutes(20), OTHER);
    says(reader, YEAR.minusMinutes(25), HERS);

    says(reader, Duration.ZERO, "");

    assertThat(profiles.everSaid(reader.account()))
        .extracting(StaffProfile::phone)
        .containsExactly(HERS, "");
  }

  @Test
  void a_slip_stays_a_slip_whatever_she_says_afterwards() {
    var reader = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    says(reader, YEAR, HERS);
    says(reader, YEAR.minusHours(3), OTHER);
    says(reader, YEAR.minusHours(3).minusMinutes(5), HERS);
    says(reader, Duration.ofDays(1), HERS);

    says(reader, Duration.ZERO, "");

    assertThat(profiles.everSaid(reader.account()))
        .extracting(StaffProfile::phone)
        .containsExactly(HERS, "");
  }

  @Test
  void what_stood_for_an_hour_in_two_parts_only_was_a_slip_twice() {
    var reader = world.person(Role.SCHEDULER, world.clinic("Lakeside Family Medicine"));
    says(reader, Duration.ofHours(9), OTHER);
    says(reader, Duration.ofHours(9).minusMinutes(40), HERS);
    says(reader, Duration.ofHours(5), OTHER);
    says(reader, Duration.ofHours(5).minusMinutes(40), HERS);

    assertThat(profiles.everSaid(reader.account()))
        .extracting(StaffProfile::phone)
        .containsExactly(HERS);
  }

  @Test
  void who_said_nothing_is_known_to_the_privacy_officer() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var silent = world.person(Role.SCHEDULER, clinic);
    var vague = world.person(Role.SCHEDULER, clinic);
    var known = world.person(Role.SCHEDULER, clinic);
    var before = world.person(Role.SCHEDULER, clinic);
    var slipped = world.person(Role.SCHEDULER, clinic);
    says(vague, Duration.ZERO, "");
    says(known, Duration.ZERO, HERS);
    says(before, Duration.ofHours(1), HERS);
    says(before, Duration.ZERO, "");
    says(slipped, Duration.ofMinutes(59), HERS);
    says(slipped, Duration.ZERO, "");

    Scopes.run(
        Scope.job(clinic.id(), "test"),
        () ->
            assertThat(profiles.unknownIn(clinic.id()))
                .containsExactlyInAnyOrder(silent.account(), vague.account(), slipped.account()));
  }

  private void says(SignedIn reader, Duration ago, String phone) {
    var then = SaidBefore.by(ago, beans);
    var profile = new StaffProfile(reader.account(), "Luz", "Ramos", Optional.empty(), phone, "");
    Scopes.run(world.scopeOf(reader), () -> inOne.executeWithoutResult(tx -> then.set(profile)));
  }
}
