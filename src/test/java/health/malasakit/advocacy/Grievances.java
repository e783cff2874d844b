package health.malasakit.advocacy;

import health.malasakit.Client;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Scopes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A clinic at which people complain. */
final class Grievances {

  static final String WORDS = "The nurse laughed at my mother.";

  private final ApplicationContext beans;
  private final World world;
  private final int port;
  private final Organization clinic;

  Grievances(ApplicationContext beans, int port) {
    this(beans, port, beans.getBean(World.class).clinic("Harbor Family Clinic"));
  }

  Grievances(ApplicationContext beans, int port, Organization clinic) {
    this.beans = beans;
    this.world = beans.getBean(World.class);
    this.port = port;
    this.clinic = clinic;
  }

  Organization clinic() {
    return clinic;
  }

  SignedIn person(Role role) {
    return world.person(role, clinic);
  }

  Client client(SignedIn person) {
    return Client.on(port).as(world.cookieOf(person));
  }

  /**
   * A complaint of some kind about something, with more fields; gives the address of its receipt.
   */
  String record(SignedIn by, String kind, String about, Map<String, String> more) {
    return client(by).post("/complaints", form(kind, about, more)).location();
  }

  Map<String, String> form(String kind, String about, Map<String, String> more) {
    var form = new HashMap<String, String>();
    form.put("clinic", clinic.id().toString());
    form.put("kind", kind);
    form.put("about", about);
    form.put("words", WORDS);
    form.put("way", "spoken");
    form.put("requestId", UUID.randomUUID().toString());
    form.putAll(more);
    return form;
  }

  /** The complaint of a receipt. */
  static String item(String receipt) {
    return receipt.replaceFirst("/receipt.*", "");
  }

  static String colleague(SignedIn person) {
    return "colleague:" + person.accountUuid();
  }

  /** How many rows of a table a person reads with any SQL. */
  long rows(SignedIn asking, String table) {
    return Scopes.call(
        world.scopeOf(asking),
        () ->
            Objects.requireNonNull(
                beans
                    .getBean(TransactionTemplate.class)
                    .execute(status ->
                        beans
                            .getBean(JdbcClient.class)
                            .sql("select count(*) from advocacy." + table)
                            .query(Long.class)
                            .single())));
  }

  /** How many rows of a table a person changes with any SQL. */
  int changed(SignedIn asking) {
    return Scopes.call(
        world.scopeOf(asking),
        () ->
            Objects.requireNonNull(
                beans
                    .getBean(TransactionTemplate.class)
                    .execute(status ->
                        beans
                            .getBean(JdbcClient.class)
                            .sql("update advocacy.complaint set version = version + 1")
                            .update())));
  }
}
