package health.malasakit.inquiries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Recurring;
import health.malasakit.kernel.Scopes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where Malasakit decides who answers. */
@MalasakitTest
class SwitchToldTest {

  private final World world;
  private final Telephones telephones;
  private final ApplicationContext beans;
  private final int port;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger answer = new AtomicInteger(204);
  private final AtomicBoolean endless = new AtomicBoolean();
  private HttpServer telephoneSwitch;
  private Switchboard board;
  private SignedIn luz;
  private Client client;

  SwitchToldTest(
      World world, Telephones telephones, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.telephones = telephones;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void malasakitDecides() throws IOException {
    telephoneSwitch =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    telephoneSwitch.createContext(
        "/calls",
        told -> {
          heard.add(
              told.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + new String(told.getRequestBody().readAllBytes(), UTF_8));
          if (endless.get()) {
            told.sendResponseHeaders(200, 0);
            told.getResponseBody().write('.');
            told.getResponseBody().flush();
            return;
          }
          told.sendResponseHeaders(answer.get(), -1);
          told.close();
        });
    telephoneSwitch.start();
    board = Switchboard.in(beans, port, "Harbor Family Clinic");
    luz = board.seated(Role.CUSTOMER_SERVICE, "204");
    client = Client.on(port).as(world.cookieOf(luz));
    assertThat(decide("http://127.0.0.1:" + telephoneSwitch.getAddress().getPort() + "/calls"))
        .isEqualTo(302);
  }

  @AfterEach
  void stop() {
    telephoneSwitch.stop(0);
  }

  @Test
  void the_switch_is_told_who_took_the_call_with_a_word_that_it_knows() {
    var id = board.ring("(617) 555-0142");

    var place = taken();

    await().untilAsserted(() -> assertThat(heard).hasSize(1));
    assertThat(heard.getFirst())
        .startsWith("Bearer " + telephones.outgoing(theSystem()) + " ")
        .contains("\"id\":\"" + id + "\"", "\"extension\":\"204\"");
    await()
        .untilAsserted(() -> assertThat(reactedTo(place)).as("once, and not again").isEqualTo(1));
  }

  @Test
  void a_switch_that_does_not_connect_is_told_to_her_on_the_page() {
    answer.set(503);
    board.ring("(617) 555-0142");

    var place = taken();

    await()
        .untilAsserted(() ->
            assertThat(client.get(place).body()).contains("The switch did not connect this call."));
    assertThat(heard).hasSize(1);
  }

  @Test
  void what_was_lost_before_the_switch_heard_is_told_again_and_not_once_the_call_is_over() {
    board.ring("(617) 555-0142");
    var place = taken();
    await().untilAsserted(() -> assertThat(reactedTo(place)).isEqualTo(1));

    lost(place);
    again();
    await().untilAsserted(() -> assertThat(reactedTo(place)).isEqualTo(1));
    assertThat(heard).hasSize(2);

    client.post(place + "/end", Map.of());
    lost(place);
    again();
    await().untilAsserted(() -> assertThat(reactedTo(place)).isEqualTo(1));
    assertThat(heard).hasSize(2);
  }

  /** As when a node ends between the commit and its reaction, ten minutes ago. */
  private void lost(String place) {
    beans
        .getBean(JdbcClient.class)
        .sql(
            """
            with done as (
              delete from kernel.event_publication_archive
               where listener_id like '%SwitchReactions%' and serialized_event like '%' || :call || '%'
              returning id, listener_id, event_type, serialized_event
            )
            insert into kernel.event_publication (id, listener_id, event_type, serialized_event, publication_date,
                                                  status)
            select id, listener_id, event_type, serialized_event, now() - interval '10 minutes', 'PUBLISHED'
              from done
            """)
        .param("call", place.substring(place.lastIndexOf('/') + 1))
        .update();
    assertThat(reactedTo(place)).isZero();
  }

  /** What a job of any node does every quarter of a minute. */
  private void again() {
    beans.getBean("eventsAgain", Recurring.class).work().run();
  }

  @Test
  void who_sits_nowhere_reads_that_the_switch_cannot_find_her() {
    client.post("/calls/seat", Map.of("extension", ""));
    board.ring("(617) 555-0142");

    var place = taken();

    await()
        .untilAsserted(
            () -> assertThat(client.get(place).body()).contains("does not know where you sit"));
    assertThat(heard).isEmpty();
  }

  @Test
  void a_switch_whose_answer_never_ends_holds_nobody_up() {
    endless.set(true);
    board.ring("(617) 555-0142");

    var place = taken();

    await()
        .untilAsserted(() -> assertThat(reactedTo(place)).as("told, and done with").isEqualTo(1));
  }

  private String taken() {
    client.post("/calls/availability", Map.of("state", "available"));
    var call =
        Scopes.call(world.scopeOf(luz), beans.getBean(NobodysCalls.class)::waiting).getFirst();
    var place = "/calls/" + call.organization() + "/" + call.id();
    client.post(place + "/taking", Map.of());
    return place;
  }

  private int reactedTo(String place) {
    return beans
        .getBean(JdbcClient.class)
        .sql(
            """
            select count(*) from kernel.event_publication_archive
             where listener_id like '%SwitchReactions%' and serialized_event like '%' || :call || '%'
            """)
        .param("call", place.substring(place.lastIndexOf('/') + 1))
        .query(Integer.class)
        .single();
  }

  private int decide(String webhook) {
    var administrator =
        Client.on(port).as(world.cookieOf(world.person(Role.ADMINISTRATOR, board.clinic())));
    return administrator
        .post(
            "/clinics/" + board.clinic().slug() + "/telephones/" + theSystem().id() + "/webhook",
            Map.of("webhook", webhook))
        .status();
  }

  private TelephoneSystem theSystem() {
    return Scopes.call(world.scopeOf(luz), () -> telephones.of(board.clinic().id())).getFirst();
  }
}
