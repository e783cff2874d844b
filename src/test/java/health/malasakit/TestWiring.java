package health.malasakit;

import health.malasakit.access.Accounts;
import health.malasakit.access.Memberships;
import health.malasakit.access.Organizations;
import health.malasakit.postgres.DatabaseAddress;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.session.SessionRepository;

@TestConfiguration(proxyBeanMethods = false)
class TestWiring {

  @Bean
  DatabaseAddress databaseAddress() {
    return TestDatabase.address();
  }

  @Bean
  World world(
      Organizations organizations,
      Accounts accounts,
      Memberships memberships,
      SessionRepository<?> sessions) {
    return new World(organizations, accounts, memberships, sessions);
  }
}
