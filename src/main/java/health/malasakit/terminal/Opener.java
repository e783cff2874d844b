package health.malasakit.terminal;

import health.malasakit.postgres.DatabaseAddress;
import health.malasakit.postgres.Databases;
import health.malasakit.postgres.Home;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Opens the database of the home and the application on it.
 *
 * @param application the Spring application
 * @param environment the variables of the process
 */
record Opener(Class<?> application, Map<String, String> environment) {

  Home home() {
    return Home.of(environment);
  }

  /** The database; whoever opens it closes it after everything that uses it has ended. */
  Databases databases() {
    var databases = Databases.open(home(), environment);
    databases.embedded().ifPresent(postgres -> postgres.closedByCaller());
    return databases;
  }

  /** Does work with the application, which listens nowhere and makes only what the work needs. */
  <T> T with(Function<ApplicationContext, T> work) {
    try (var databases = databases();
        var context =
            started(
                databases.address(),
                WebApplicationType.NONE,
                Map.of("spring.main.lazy-initialization", true))) {
      return work.apply(context);
    }
  }

  /** The application as a server. */
  ConfigurableApplicationContext serving(DatabaseAddress address, Map<String, Object> settings) {
    return started(address, WebApplicationType.SERVLET, settings);
  }

  private ConfigurableApplicationContext started(
      DatabaseAddress address, WebApplicationType type, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("spring.main.log-startup-info", false);
    var spring = new SpringApplication(application);
    spring.setWebApplicationType(type);
    spring.setRegisterShutdownHook(false);
    spring.setDefaultProperties(all);
    spring.addInitializers(context ->
        ((GenericApplicationContext) context).registerBean(DatabaseAddress.class, () -> address));
    return spring.run();
  }
}
