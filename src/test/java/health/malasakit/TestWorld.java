package health.malasakit;

import health.malasakit.access.Accounts;
import health.malasakit.access.Invitations;
import health.malasakit.access.Memberships;
import health.malasakit.access.Organizations;
import health.malasakit.postgres.Home;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.SessionRepository;

/** Gives a test its {@link World}. No configuration by annotation, so that no scan finds it. */
class TestWorld {

  /** Where the keys of sealed secrets and anchors lie. */
  @Bean
  Home home() {
    return Home.at(Path.of("target", "test-secrets"));
  }

  @Bean
  @Primary
  PasswordEncoder hashedOnce(@Qualifier("argon2id") PasswordEncoder argon2id) {
    return new HashedOnce(argon2id);
  }

  @Bean
  World world(
      Organizations organizations,
      Accounts accounts,
      Memberships memberships,
      SessionRepository<?> sessions,
      Invitations invitations,
      JdbcClient jdbc) {
    return new World(organizations, accounts, memberships, sessions, invitations, jdbc);
  }
}
