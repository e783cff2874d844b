package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Scopes;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** More missed calls stand in a clinic than any list shows. */
@MalasakitTest
class NobodysCallsTest {

  private static final int MISSED = 620;

  private final World world;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final ApplicationContext beans;
  private final int port;
  private Switchboard board;
  private SignedIn luz;
  private Client client;

  NobodysCallsTest(
      World world,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      ApplicationContext beans,
      @LocalServerPort int port) {
    this.world = world;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void twoDaysOfMissedCalls() {
    board = Switchboard.in(beans, port, "Harbor Family Clinic");
    luz = board.seated(Role.SUPERVISOR, "204");
    client = Client.on(port).as(world.cookieOf(luz));
    Scopes.run(world.scopeOf(luz), () -> transactions.executeWithoutResult(status -> miss()));
  }

  /** Each four to a second, as switches tell them, the latest an hour ago. */
  private void miss() {
    jdbc.sql(
            """
            insert into inquiries.call (organization_id, call_id, direction, other_number, other_digits, started_at,
                                        abandoned_at, state)
            select :organization, gen_random_uuid(), 'in', '(617) 555-0142', '16175550142', at, at, 'missed'
              from generate_series(1, :missed) n,
                   lateral (select date_trunc('second', now()) - interval '1 hour' - n / 4 * interval '1 second' as at)
            """)
        .param("organization", board.clinic().id().value())
        .param("missed", MISSED)
        .update();
  }

  @Test
  void a_caller_who_rings_is_offered_however_many_calls_were_missed() {
    client.post("/calls/availability", Map.of("state", "available"));
    board.ring("(617) 555-0143");

    assertThat(client.get("/calls/strip").body())
        .contains("1 call waits: Harbor Family Clinic", "F2");
    assertThat(client.get("/calls").body())
        .contains("(617) 555-0143", "id=\"calls-waiting\"", "<span class=\"count\">620</span>");
    assertThat(client.get("/calls/board").body())
        .contains("href=\"/calls#calls-waiting\">1<", "href=\"/calls#calls-missed\">620<");
  }

  @Test
  void every_missed_call_is_reached_page_by_page_once() {
    var seen = new HashSet<String>();
    var page = client.get("/calls").body();
    int lines = 0;
    for (int pages = 0; pages < 20; pages++) {
      var links =
          Pattern.compile("href=\"(/calls/[0-9a-f-]{36}/[0-9a-f-]{36})\"")
              .matcher(page)
              .results()
              .map(found -> found.group(1))
              .toList();
      lines += links.size();
      seen.addAll(links);
      var more = Pattern.compile("href=\"(/calls/missed\\?before=[0-9a-f-]{36})\"").matcher(page);
      if (!more.find()) {
        break;
      }
      page = client.get(more.group(1)).body();
    }

    assertThat(seen).hasSize(MISSED);
    assertThat(lines).isEqualTo(MISSED);
  }

  @Test
  void where_the_list_ends_it_says_so() {
    assertThat(client.get("/calls/missed?before=" + CallId.next()).body())
        .contains("No missed call further back");
    assertThat(client.get("/calls/missed?before=no-id").status()).isEqualTo(422);
  }
}
