package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Scopes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A switch that rings for two clinics tells of one call with the numbers of both. */
@MalasakitTest
class RangElsewhereTest {

  private static final String CALLER = "(617) 555-0142";

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private Switchboard board;
  private Organization other;
  private String otherNumber;

  RangElsewhereTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void twoClinics() {
    board = Switchboard.in(beans, port, "Harbor Family Clinic");
    other = world.clinic("Mission Clinic");
    otherNumber = board.alsoFor(other);
  }

  @Test
  void told_again_it_stays_the_call_of_the_clinic_at_which_it_rang_first() {
    var first = board.rings("e-1", "");

    var again = rings("e-1", otherNumber);

    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(waiting(world.person(Role.SUPERVISOR, other))).isEmpty();
    assertThat(waiting(world.person(Role.SUPERVISOR, board.clinic())))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.line().own()).isNotEqualTo(otherNumber).contains("555");
          assertThat(call.line().other().orElseThrow().digits()).isEqualTo("16175550142");
        });
    assertThat(rings("e-1", "+12125550000").status()).as("a number of nobody's").isEqualTo(200);
    assertThat(rings("e-2", "+12125550000").status()).isEqualTo(400);
  }

  @Test
  void of_two_that_ring_at_the_same_moment_one_stands() throws Exception {
    for (int n = 0; n < 5; n++) {
      var id = "race-" + n;
      var together = new CyclicBarrier(2);
      var all =
          List.of(board.number(), otherNumber).stream()
              .<Callable<Client.Answer>>map(number ->
                  () -> {
                    together.await();
                    return rings(id, number);
                  })
              .toList();
      try (var threads = Executors.newFixedThreadPool(2)) {
        var answers = threads.invokeAll(all).stream().map(one -> one.resultNow()).toList();

        assertThat(answers).extracting(Client.Answer::status).containsExactlyInAnyOrder(200, 201);
        assertThat(bodies(answers)).hasSize(1);
      }
    }
  }

  private static Set<String> bodies(List<Client.Answer> answers) {
    return answers.stream().map(Client.Answer::body).collect(Collectors.toSet());
  }

  private Client.Answer rings(String id, String to) {
    return board.tell(
        "/api/calls",
        "{\"id\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(id, CALLER, to));
  }

  private List<Call> waiting(SignedIn person) {
    return Scopes.call(world.scopeOf(person), beans.getBean(NobodysCalls.class)::waiting);
  }
}
