package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.patients.speaking.Speaking;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who was known for her visits and then says three things that are wrong. */
@MalasakitTest
class ClosedAfterProvenTest {

  private static final Map<String, String> NAMED =
      Map.of("name", "María de la Cruz", "birthDate", "3/12/1985");
  private static final String SHUT = "Nothing more can be told in this call";

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;
  private VisitsOfHer visits;

  ClosedAfterProvenTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
    visits = VisitsOfHer.booked(beans, line, "She asked");
  }

  @Test
  void nothing_is_drawn_or_opened_any_more_in_this_call() {
    line.ask("patient", NAMED);
    assertThat(line.client().get(line.call()).body()).contains("/visits/" + visits.visit);
    assertThat(status("/visits/" + visits.visit)).isEqualTo(200);

    wrongMore(3, "patient");

    assertThat(line.client().get(line.call()).body())
        .contains(SHUT, "value=\"not_proven\" selected")
        .doesNotContain("María de la Cruz", "/visits/", "/openings?patient=", "name=\"fact\"")
        .doesNotContain("?who=patient", "?who=for_her");
    assertThat(status("/visits/" + visits.visit)).isEqualTo(403);
    assertThat(status("/openings?patient=" + line.ana())).isEqualTo(403);
    assertThat(status(line.page())).isEqualTo(403);
    assertThat(line.client().get("/days/" + visits.site() + "/" + visits.day()).body())
        .doesNotContain("María de la Cruz");
    var search = line.client().post("/search", Map.of("q", "de la cruz 1985")).location();
    assertThat(line.client().get(search).body()).doesNotContain("María de la Cruz");
    line.ask("patient", NAMED);
    assertThat(status("/openings?patient=" + line.ana())).as("another answer").isEqualTo(403);
  }

  @Test
  void the_same_total_closes_it_for_another_person_and_for_who_speaks_for_her() {
    line.speaks("Rosa Santos", Set.of(Speaking.BOOK, Speaking.ASK));
    var forHer = new HashMap<>(NAMED);
    forHer.put("speaker", "Rosa Santos");
    line.ask("for_her", forHer);
    wrongMore(2, "for_her");
    assertThat(status("/openings?patient=" + line.ana())).as("two").isEqualTo(200);

    line.ask("patient", Map.of("name", "Nobody Atall", "birthDate", "1/1/1960"));

    assertThat(line.client().get(line.call()).body()).contains(SHUT).doesNotContain("María");
    assertThat(status("/openings?patient=" + line.ana())).isEqualTo(403);
  }

  @Test
  void what_was_done_before_stays_done_and_fills_the_write_up() {
    line.ask("patient", NAMED);
    var cancelled =
        line.client()
            .post(
                "/visits/" + visits.visit + "/cancellation",
                Map.of("version", "1", "by", "patient", "reason", "She is away"));
    assertThat(cancelled.status()).isLessThan(400);

    wrongMore(3, "patient");

    assertThat(line.client().get(line.call()).body())
        .contains(SHUT, "value=\"cancel\" selected", "value=\"done\" selected")
        .doesNotContain("María de la Cruz");
    assertThat(line.colleague().get("/visits/" + visits.visit).body()).contains("She is away");
  }

  private void wrongMore(int times, String caller) {
    var more = Map.of("candidate", line.ana().toString(), "fact", "zip", "value", "94611");
    for (int n = 0; n < times; n++) {
      assertThat(line.ask(caller, more).status()).isEqualTo(200);
    }
  }

  private int status(String place) {
    return line.client().get(place).status();
  }
}
