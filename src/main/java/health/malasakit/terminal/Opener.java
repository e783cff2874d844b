package health.malasakit.terminal;

import health.malasakit.postgres.Availability;
import health.malasakit.postgres.DatabaseAddress;
import health.malasakit.postgres.Databases;
import health.malasakit.postgres.Home;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

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
    try (var databases = databases()) {
      return on(databases, work);
    }
  }

  /** The same on a database that is open and stays so. */
  <T> T on(Databases databases, Function<ApplicationContext, T> work) {
    try (var context =
        started(databases, databases::restarting, WebApplicationType.NONE, Map.of())) {
      return work.apply(context);
    }
  }

  /** The application as a server. */
  ConfigurableApplicationContext serving(
      Databases databases, Availability availability, Map<String, Object> settings) {
    return started(databases, availability, WebApplicationType.SERVLET, settings);
  }

  private ConfigurableApplicationContext started(
      Databases databases,
      Availability availability,
      WebApplicationType type,
      Map<String, Object> settings) {
    Ahead.useFor(application, type, new Ahead.Settings(settings, environment));
    var spring = new SpringApplication(application);
    spring.setMainApplicationClass(application);
    spring.setWebApplicationType(type);
    spring.setLazyInitialization(type == WebApplicationType.NONE);
    spring.setLogStartupInfo(false);
    spring.setRegisterShutdownHook(false);
    var home = home();
    spring.addInitializers(context -> {
      // First, because application.yaml would win over defaults.
      var sources = context.getEnvironment().getPropertySources();
      sources.addFirst(new MapPropertySource("terminal", settings));
      var beans = (GenericApplicationContext) context;
      beans.registerBean(DatabaseAddress.class, databases::address);
      beans.registerBean(Availability.class, () -> availability);
      beans.registerBean(Home.class, () -> home);
    });
    return spring.run();
  }
}
