package health.malasakit;

import health.malasakit.postgres.DatabaseAddress;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A whole application of its own in this JVM, on a free port; closing it is an orderly stop. */
public final class Node implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Node(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts a node.
   *
   * @param settings as in application.yaml
   * @param more beans of the test, for example reactions
   */
  public static Node start(
      DatabaseAddress address, Map<String, Object> settings, Class<?>... more) {
    Map<String, Object> all = new HashMap<>(Map.of("server.port", 0));
    all.putAll(settings);
    var spring = new SpringApplication(Application.class, TestWorld.class);
    spring.addPrimarySources(java.util.List.of(more));
    spring.setDefaultProperties(all);
    spring.setRegisterShutdownHook(false);
    spring.addInitializers(context -> {
      // Before the application's own settings, which would win over defaults.
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new org.springframework.core.env.MapPropertySource("node", all));
      ((GenericApplicationContext) context).registerBean(DatabaseAddress.class, () -> address);
    });
    return new Node(spring.run());
  }

  /** Where it listens. */
  public int port() {
    var server = ((WebServerApplicationContext) context).getWebServer();
    return java.util.Objects.requireNonNull(server).getPort();
  }

  /** All beans of this node. */
  public ApplicationContext beans() {
    return context;
  }

  /** A bean of this node. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** A bean of this node, of several of its kind the one of this name. */
  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  /** Publishes an event, inside whatever transaction the caller has. */
  public void publish(Object event) {
    context.publishEvent(event);
  }

  @Override
  public void close() {
    context.close();
  }
}
