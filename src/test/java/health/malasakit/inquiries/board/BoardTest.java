package health.malasakit.inquiries.board;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.inquiries.CallDoor;
import health.malasakit.inquiries.CallEvent;
import health.malasakit.inquiries.NobodysCalls;
import health.malasakit.inquiries.Ring;
import health.malasakit.inquiries.Switchboard;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MalasakitTest
class BoardTest {

  private final World world;
  private final Board board;
  private final CallDoor door;
  private final ApplicationContext beans;
  private final int port;
  private Switchboard phone;
  private SignedIn lead;

  BoardTest(
      World world,
      Board board,
      CallDoor door,
      ApplicationContext beans,
      @LocalServerPort int port) {
    this.world = world;
    this.board = board;
    this.door = door;
    this.beans = beans;
    this.port = port;
  }

  /**
   * Of today: two answered, one of them in time; two rang off, one at once; voicemail; one rings.
   */
  @BeforeEach
  void aMorning() {
    phone = Switchboard.in(beans, port, "Harbor Family Clinic");
    lead = world.person(Role.SUPERVISOR, phone.clinic());
    var now = Instant.now();
    rings("soon", "es", now);
    happens("soon", "answered", now.plusSeconds(5));
    happens("soon", "transferred", now.plusSeconds(50));
    happens("soon", "answered", now.plusSeconds(60));
    rings("late", "en", now);
    happens("late", "answered", now.plusSeconds(40));
    rings("gone", "es", now);
    happens("gone", "abandoned", now.plusSeconds(30));
    rings("short", "es", now);
    happens("short", "abandoned", now.plusSeconds(2));
    rings("voice", "es", now);
    happens("voice", "voicemail", now.plusSeconds(25));
    rings("waits", "", now);
    phone.happens(phone.ring("(617) 555-0142"), "abandoned", "");
  }

  @Test
  void each_number_counts_what_its_definition_says() {
    var all = all();

    assertThat(all.today().offered()).isEqualTo(6);
    assertThat(all.today().answered()).isEqualTo(2);
    assertThat(all.today().counted()).as("answered, or rang off after 20 s").isEqualTo(3);
    assertThat(all.today().serviceLevel()).isEqualTo(OptionalInt.of(33));
    assertThat(all.today().abandoned()).as("without the one after 2 s").isEqualTo(1);
    assertThat(all.today().abandonment()).isEqualTo(OptionalInt.of(17));
    assertThat(all.missed()).as("that of another day too").isEqualTo(4);
    assertThat(language("en").today().answered()).isEqualTo(1);
    assertThat(language("es").today().offered()).isEqualTo(4);
  }

  @Test
  void who_hung_up_before_an_answer_rang_off_whichever_word_told_it() {
    var now = Instant.now();
    rings("off", "es", now);
    happens("off", "ended", now.plusSeconds(30));
    happens("voice", "ended", now.plusSeconds(40));

    assertThat(all().today().offered()).isEqualTo(7);
    assertThat(all().today().abandoned()).isEqualTo(2);
    assertThat(all().today().counted()).isEqualTo(4);
  }

  @Test
  void who_is_rung_back_was_not_answered() {
    var luz = world.person(Role.CUSTOMER_SERVICE, phone.clinic());
    var missed =
        Scopes.call(world.scopeOf(luz), () -> beans.getBean(NobodysCalls.class).missed()).stream()
            .filter(call -> call.telephone().orElseThrow().outsideId().startsWith("gone"))
            .findFirst()
            .orElseThrow();

    var taken =
        client(luz)
            .post("/calls/" + missed.organization() + "/" + missed.id() + "/taking", Map.of());

    assertThat(taken.status()).isEqualTo(302);
    assertThat(all().missed()).isEqualTo(3);
    assertThat(all().today().serviceLevel()).isEqualTo(OptionalInt.of(33));
  }

  @Test
  void the_numbers_agree_with_the_lists_they_lead_to() {
    var page = client(lead).get("/calls/board").body();
    var lists = client(lead).get("/calls").body();

    assertThat(page)
        .contains("href=\"/calls#calls-waiting\">3<", "href=\"/calls#calls-missed\">4<")
        .contains("33 %", "1 / 3", "17 %", "1 / 6", "Harbor Family Clinic", "Spanish")
        .contains("Answered within 20 seconds");
    assertThat(count(lists, "waiting")).isEqualTo("3");
    assertThat(count(lists, "missed")).isEqualTo("4");
  }

  @Test
  void who_speaks_is_shown_with_the_clinic_whose_call_it_is() {
    phone.seated(Role.CUSTOMER_SERVICE, "204");
    phone.happens(phone.ring("(617) 555-0143"), "answered", ", \"extension\": \"204\"");

    var team = client(lead).get("/calls/board").body().replaceAll("(?s).*id=\"team\"", "");

    assertThat(team).contains("On a call", " · Harbor Family Clinic<");
  }

  @Test
  void only_who_leads_reads_it_and_of_her_clinics_alone() {
    var luz = world.person(Role.CUSTOMER_SERVICE, phone.clinic());
    var elsewhere = world.person(Role.SUPERVISOR, world.clinic("Three Lakes Orthopedics"));

    assertThat(client(luz).get("/calls/board").status()).isEqualTo(403);
    assertThat(client(elsewhere).get("/calls/board").body())
        .contains("No call today")
        .doesNotContain("Harbor Family Clinic");
  }

  private static String count(String page, String list) {
    return page.replaceAll(
        "(?s).*id=\"calls-" + list + "\">[^<]*</h2><span class=\"count\">(\\d+)<.*", "$1");
  }

  private Figures all() {
    return lines().stream().map(Board.Line::figures).reduce(Figures.NONE, Figures::plus);
  }

  private Figures language(String tag) {
    return lines().stream()
        .filter(line -> line.language().equals(tag))
        .map(Board.Line::figures)
        .findFirst()
        .orElseThrow();
  }

  private List<Board.Line> lines() {
    return Scopes.call(world.scopeOf(lead), board::lines);
  }

  private Client client(SignedIn person) {
    return Client.on(port).as(world.cookieOf(person));
  }

  /**
   * In the future rather than in the past, which may be yesterday; so not over HTTP, where nothing
   * is later than its arrival.
   */
  private void rings(String id, String language, Instant at) {
    var to = Phone.of(phone.number());
    door.rang(
        door.showing(phone.token()).orElseThrow(),
        new Ring(id + phone.number(), Optional.empty(), to, "", language, at));
  }

  private void happens(String id, String event, Instant at) {
    door.heard(
        door.showing(phone.token()).orElseThrow(),
        id + phone.number(),
        new CallEvent(CallEvent.Kind.of(event).orElseThrow(), at, "", ""));
  }
}
