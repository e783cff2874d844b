package health.malasakit.inquiries.voicemail;

import static health.malasakit.inquiries.voicemail.EarlySwitch.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.Node;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.inquiries.Switchboard;
import health.malasakit.kernel.Scopes;
import health.malasakit.postgres.DatabaseAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The sound of a call may come before anything is told of the call. */
@MalasakitTest
class EarlyVoicemailTest {

  private static final String CALLER = "(617) 555-0142";

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private EarlySwitch machine;
  private Switchboard board;
  private SignedIn luz;

  EarlyVoicemailTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aClinicWithASwitch() {
    machine = new EarlySwitch(beans, port, "Harbor Family Clinic");
    board = machine.board();
    luz = world.person(Role.SUPERVISOR, board.clinic());
  }

  private String seen(String page) {
    return Client.on(port).as(world.cookieOf(luz)).get(page).body();
  }

  private String voicemails() {
    return seen("/calls/voicemail");
  }

  private String sound(String id) {
    return seen("/calls/voicemail/" + board.clinic().id() + "/" + id + "/audio");
  }

  @Test
  void sound_and_then_the_ring_are_one_missed_call_with_a_voicemail() {
    var sent = machine.json("", 440);
    assertThat(sent.status()).isEqualTo(202);
    assertThat(voicemails()).contains("No voicemail waits.");

    assertThat(board.rings(machine.id(), CALLER).status()).isEqualTo(201);

    assertThat(voicemails())
        .contains("Missed call, left a voicemail", CALLER, "/" + idOf(sent) + "\"");
    assertThat(sound(idOf(sent))).startsWith("RIFF");
    assertThat(machine.waiting()).isZero();
  }

  @Test
  void sent_twice_and_once_more_after_the_ring_it_is_the_same_one() {
    var first = machine.json("", 440);
    var second = machine.bytes();
    board.rings(machine.id(), CALLER);
    var third = machine.bytes();

    assertThat(List.of(first.status(), second.status(), third.status()))
        .containsExactly(202, 202, 201);
    assertThat(List.of(idOf(second), idOf(third))).containsOnly(idOf(first));
    assertThat(machine.callsAndVoicemails()).containsExactly(1, 1);
  }

  @Test
  void without_a_ring_the_dialled_number_says_whose_it_is_after_a_quarter_of_an_hour() {
    var sent = machine.bytes("X-Call-To", board.number());
    machine.later("14 minutes");
    assertThat(voicemails()).contains("No voicemail waits.");

    machine.later("2 minutes");

    assertThat(voicemails()).contains("Number withheld", "/" + idOf(sent) + "\"");
    assertThat(idOf(machine.bytes())).isEqualTo(idOf(sent));
    assertThat(machine.callsAndVoicemails()).containsExactly(1, 1);
  }

  @Test
  void a_ring_after_that_says_who_rang_and_makes_no_second_call() {
    machine.json(board.number(), 440);
    machine.later("16 minutes");

    assertThat(board.rings(machine.id(), CALLER).status()).isEqualTo(200);

    assertThat(voicemails()).contains(CALLER, "Spanish").doesNotContain("Number withheld");
    assertThat(machine.callsAndVoicemails()).containsExactly(1, 1);
  }

  @Test
  void who_rang_may_be_said_with_the_sound() {
    machine.bytes(
        "X-Call-To", "<sip:" + board.number() + "@switch.example>", "X-Call-From", CALLER);
    machine.later("16 minutes");

    assertThat(voicemails()).contains(CALLER, "0:01 min");
  }

  @Test
  void without_ring_and_number_it_is_given_up_after_a_day_and_the_administrator_is_told() {
    machine.json("", 440);
    machine.later("23 hours");
    assertThat(machine.waiting()).isEqualTo(1);

    machine.later("2 hours");
    machine.look();

    assertThat(machine.waiting()).isZero();
    luz = world.person(Role.ADMINISTRATOR, board.clinic());
    assertThat(seen("/clinics/" + board.clinic().slug() + "/telephones"))
        .contains("A voicemail was given up", "Manila switch: came");
    luz = world.person(Role.ADMINISTRATOR, world.clinic("Three Lakes Orthopedics"));
    assertThat(seen("/clinics/" + board.clinic().slug() + "/telephones"))
        .doesNotContain("given up");
  }

  @Test
  void a_number_that_is_no_clinics_of_this_system_is_refused_and_nothing_is_kept() {
    var other = Switchboard.in(beans, port, "Three Lakes Orthopedics");

    for (var to : List.of(other.number(), "front desk")) {
      var answer = machine.json(to, 440);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("\"field\":\"to\"").doesNotContain(to);
    }
    assertThat(machine.waiting()).isZero();
    board.rings(machine.id(), CALLER);
    assertThat(seen("/calls")).as("it did not end in a voicemail").contains("Rings");
  }

  @Test
  void once_the_call_rang_a_number_makes_no_difference() {
    board.rings(machine.id(), CALLER);

    assertThat(machine.json("front desk", 440).status()).isEqualTo(201);
  }

  @Test
  void beyond_a_hundred_megabytes_there_is_no_room_until_a_call_rings() {
    machine.fill("full", 20 * 1024 * 1024 - 1, 5);

    var refused = machine.json(board.number(), 440);

    assertThat(refused.status()).isEqualTo(507);
    assertThat(refused.body()).contains("100 MB", "\"field\":\"audio\"");
    assertThat(board.rings("full-1", CALLER).status()).isEqualTo(201);
    assertThat(machine.json(board.number(), 440).status()).isEqualTo(202);
  }

  @Test
  void beyond_a_thousand_small_ones_there_is_no_room_either() {
    machine.fill("small", 12, 1000);

    assertThat(machine.bytes().status()).isEqualTo(507);
  }

  @Test
  void nobody_but_who_works_for_its_system_sees_it() {
    machine.json("", 440);
    var other = new EarlySwitch(beans, port, "Three Lakes Orthopedics");
    var transactions = beans.getBean(TransactionTemplate.class);
    var all = beans.getBean(JdbcClient.class).sql("select count(*) from inquiries.early_voicemail");

    var asLuz =
        Scopes.call(
            world.scopeOf(luz),
            () -> transactions.execute(status -> all.query(Integer.class).single()));

    assertThat(machine.waiting()).isEqualTo(1);
    assertThat(other.waiting()).isZero();
    assertThat(asLuz).isZero();
    other.board().rings(machine.id(), CALLER);
    assertThat(machine.waiting()).as("the same name at another switch").isEqualTo(1);
  }

  @Test
  void of_two_nodes_that_hear_ring_and_sound_at_once_one_joins_them() {
    try (var second = Node.start(beans.getBean(DatabaseAddress.class), Map.of())) {
      var ports = List.of(port, second.port());
      assertThat(machine.bytes().status()).isEqualTo(202);

      var statuses =
          IntStream.range(0, 24)
              .parallel()
              .mapToObj(n -> told(ports.get(n % 2), n / 2 % 3 == 2))
              .toList();

      assertThat(statuses).isSubsetOf(200, 201, 202);
      assertThat(machine.callsAndVoicemails()).containsExactly(1, 1);
      assertThat(machine.waiting()).isZero();
    }
  }

  private int told(int node, boolean ring) {
    return (ring ? machine.rings(node) : machine.bytes(node)).status();
  }
}
