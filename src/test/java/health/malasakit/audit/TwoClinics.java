package health.malasakit.audit;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.access.Membership;
import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.access.Role;
import health.malasakit.guards.Catalog;
import health.malasakit.guards.Crowd;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A person who may do everything in her clinic, and another clinic that has one id for every kind
 * of thing; how many lines each has of what was asked for and not found.
 */
record TwoClinics(Node node, JdbcClient superuser, Organization mine, UUID other, Client client) {

  static final UUID THEIRS = new UUID(9, 9);

  private static final String MISSED =
      "select count(*) from audit.line where organization_id = :clinic and act = 'not-found'";

  static TwoClinics start() throws SQLException {
    var address = TestDatabase.migrated();
    var node = Node.start(address, Map.of("malasakit.jobs.enabled", "false"));
    var superuser =
        JdbcClient.create(new SingleConnectionDataSource(TestDatabase.superuser(address), true));
    var other = Crowd.oneRowEach(superuser, 1).fill(new Catalog(superuser).tables()).getFirst();
    superuser
        .sql(
            "select format('update %s set %I = $1', relation, id_column) from access.findable"
                + " where subject <> 'clinic'")
        .query(String.class)
        .list()
        .forEach(update -> superuser.sql(update.replace("$1", "?")).param(THEIRS).update());
    var world = node.bean(World.class);
    var mine = world.clinic("Lakeside Family Medicine");
    var person = world.person(Role.SUPERVISOR, mine);
    Scopes.run(
        Scope.job(mine.id(), "test"),
        () ->
            Stream.of(Role.values())
                .forEach(role ->
                    node.bean(Organizations.class)
                        .admit(new Membership(mine.id(), person.account(), role))));
    var client = Client.on(node.port()).as(world.cookieOf(person));
    return new TwoClinics(node, superuser, mine, other, client);
  }

  void close() {
    node.close();
  }

  String slugThere() {
    return superuser
        .sql("select slug from access.organization where organization_id = :other")
        .param("other", other)
        .query(String.class)
        .single();
  }

  long missedHere() {
    return missed(mine.id().value());
  }

  long missedThere() {
    return missed(other);
  }

  long missed(UUID clinic) {
    return superuser.sql(MISSED).param("clinic", clinic).query(Long.class).single();
  }

  /** What an answer says, apart from what differs each time. */
  static String shape(Client.Answer answer) {
    return answer
        .body()
        .replaceAll("(name=\"(_csrf|requestId)\" value|content)=\"[^\"]*\"", "")
        .replaceAll("\\d\\d:\\d\\d", "")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
  }
}
