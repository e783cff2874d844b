package health.malasakit;

import health.malasakit.access.Accounts;
import health.malasakit.access.Memberships;
import health.malasakit.access.Organizations;
import org.springframework.context.annotation.Bean;
import org.springframework.session.SessionRepository;

/** Gives a test its {@link World}. No configuration by annotation, so that no scan finds it. */
class TestWorld {

  @Bean
  World world(
      Organizations organizations,
      Accounts accounts,
      Memberships memberships,
      SessionRepository<?> sessions) {
    return new World(organizations, accounts, memberships, sessions);
  }
}
