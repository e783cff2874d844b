package health.malasakit;

import health.malasakit.postgres.DatabaseAddress;
import java.util.HashMap;
import java.util.Map;

/** Two whole applications on one database of their own. */
public final class TwoNodes implements AutoCloseable {

  /** So that a test need not wait a minute for what happens every minute. */
  static final Map<String, String> HURRIED =
      Map.of(
          "malasakit.events.again-after", "400ms",
          "malasakit.jobs.poll", "100ms",
          "malasakit.jobs.heartbeat", "1s",
          "logging.level.org.springframework.aop.interceptor", "off",
          "logging.level.health.malasakit.kernel.events", "off");

  private final DatabaseAddress address;
  private final Node first;
  private final Node second;

  private TwoNodes(DatabaseAddress address, Node first, Node second) {
    this.address = address;
    this.first = first;
    this.second = second;
  }

  /** Starts them; {@code more} are beans of the test on both. */
  public static TwoNodes start(Class<?>... more) {
    var address = TestDatabase.migrated();
    var first = Node.start(address, Map.copyOf(HURRIED), more);
    try {
      return new TwoNodes(address, first, Node.start(address, Map.copyOf(HURRIED), more));
    } catch (RuntimeException failed) {
      first.close();
      throw failed;
    }
  }

  /**
   * A third in a JVM of its own, to be killed. It asks for work ten times as often as the others:
   * three that ask equally often can keep step, and the third would never come to any.
   */
  public OtherNode third(Class<?>... more) {
    var eager = new HashMap<>(HURRIED);
    eager.put("malasakit.jobs.poll", "10ms");
    return OtherNode.start(address, eager, more);
  }

  public DatabaseAddress address() {
    return address;
  }

  public Node first() {
    return first;
  }

  public Node second() {
    return second;
  }

  @Override
  public void close() {
    first.close();
    second.close();
  }
}
