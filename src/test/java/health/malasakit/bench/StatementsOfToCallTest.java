package health.malasakit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.TestDatabase;
import health.malasakit.inquiries.outbound.ToBeCalled;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom to call costs as many questions to the database for many as for one. */
class StatementsOfToCallTest {

  private static final int MANY = 8;

  @Test
  void a_long_list_asks_no_more_than_a_short_one() {
    try (var node = Node.start(TestDatabase.migrated(), Map.of(), Recorder.class)) {
      var her = new ToBeCalled(node.beans(), node.port(), ToBeCalled.inTheMorning());
      her.asked(Map.of());
      her.luz().get("/calls/to-call");
      var client = her.luz();
      var one = asked(client, 1);
      IntStream.range(1, MANY).forEach(n -> her.asked(Map.of("reason", "Matter " + n)));

      assertThat(asked(client, MANY)).isLessThanOrEqualTo(one);
    }
  }

  private static long asked(Client client, int lines) {
    var steps =
        Recorder.during(() ->
            assertThat(client.get("/calls/to-call").body().split("href=\"/calls/to-call/", -1))
                .hasSize(lines + 1));
    var all =
        steps.stream()
            .filter(
                step -> step instanceof Recorder.Step.Ask ask && !ask.sql().contains("savepoint"))
            .count();
    System.out.printf("To call, %d lines: %d statements%n", lines, all);
    return all;
  }
}
