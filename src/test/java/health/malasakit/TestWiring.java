package health.malasakit;

import health.malasakit.postgres.DatabaseAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The application on the database that all tests share. */
@Import(TestWorld.class)
class TestWiring {

  @Bean
  DatabaseAddress databaseAddress() {
    return TestDatabase.address();
  }

  @Bean
  OpenCalls openCalls() {
    return new OpenCalls();
  }

  @Bean
  TestCarrier testCarrier() {
    return new TestCarrier();
  }

  @Bean
  TestPost testPost() {
    return new TestPost();
  }
}
