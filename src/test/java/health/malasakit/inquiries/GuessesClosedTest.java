package health.malasakit.inquiries;

import static health.malasakit.inquiries.codes.CodeOnTheLine.above;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.inquiries.outbound.ToBeCalled;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What is offered to a caller whom nobody compares any more, and who opens it again. */
@MalasakitTest
class GuessesClosedTest {

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;
  private Guesser guesser;

  GuessesClosedTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
    guesser = new Guesser(beans, line, port);
  }

  @Test
  void who_leads_opens_it_again_with_a_reason_that_is_kept() {
    guesser.wrongFromEverywhere();
    guesser.ringsAgain("(617) 555-0191");
    assertThat(line.client().get("/calls/closings").body())
        .as("a caller is on the line")
        .doesNotContain("de la Cruz");
    var list = line.colleague().get("/calls/closings").body();
    assertThat(list).contains("One thing more about a patient: María de la Cruz");
    var id = first("/calls/closings/([0-9a-f-]{36})/reopening", list);
    var place = "/calls/closings/" + id + "/reopening";

    assertThat(
            guesser
                .as(guesser.another())
                .post(place, Map.of("reason", "An honest mistake"))
                .status())
        .isEqualTo(403);
    assertThat(line.colleague().post(place, Map.of()).status()).isEqualTo(422);
    assertThat(line.colleague().post(place, Map.of("reason", "She moved")).status()).isEqualTo(302);

    line.ask("patient", Guesser.RIGHT);
    assertThat(guesser.record()).isEqualTo(200);
    assertThat(line.colleague().post(place, Map.of("reason", "Again")).status()).isEqualTo(404);
    var audited =
        "select count(*) from audit.line where act = 'guess-reopened' and subject_id = ?::uuid";
    assertThat(above(audited, id)).isEqualTo(1);
  }

  @Test
  void she_is_called_back_at_the_number_on_file_and_proven_there() {
    guesser.wrongFromEverywhere();
    guesser.wrong(Guesser.MAX, Guesser.WRONG_NAME, CallerOnTheLine.HER_NUMBER);
    guesser.ringsAgain(CallerOnTheLine.HER_NUMBER);

    var nobody = onFile("Nobody Atall", "1/2/1960");
    var nobodyToCall = toCall();
    var somebody = onFile("María de la Cruz", "3/12/1985");

    assertThat(somebody.location()).isEqualTo(nobody.location());
    assertThat(line.client().get(somebody.location()).body())
        .contains("If what was said fits somebody on file")
        .doesNotContain("Cruz");
    assertThat(nobodyToCall).isZero();
    assertThat(toCall()).isEqualTo(1);
    assertThat(guesser.openings()).as("nothing is open in this call").isEqualTo(403);
    weCall();
    line.ask("patient", Guesser.RIGHT);
    assertThat(guesser.record()).isEqualTo(200);
  }

  @Test
  void while_the_caller_can_be_asked_nobody_is_called_back_instead() {
    assertThat(onFile("María de la Cruz", "3/12/1985").status()).isEqualTo(409);
    guesser.wrong(Guesser.IN_A_CALL, Guesser.WRONG_NAME, CallerOnTheLine.HER_NUMBER);
    assertThat(onFile("María de la Cruz", "3/12/1985").status()).isEqualTo(302);
  }

  @Test
  void neither_the_number_nor_what_was_said_is_kept() {
    guesser.wrong(Guesser.MAX, Guesser.WRONG_NAME, CallerOnTheLine.HER_NUMBER);
    guesser.wrong(Guesser.MAX, Guesser.WRONG_NAME, Guesser.WITHHELD);

    for (var table : List.of("wrong_answer", "gate_closing")) {
      var said =
          "select count(*) from inquiries." + table + " t where concat(t.about, ' ', t.mark) ~* ?";
      assertThat(above(said, "5550142|santos|cruz|1985")).as(table).isZero();
    }
  }

  private Client.Answer onFile(String name, String born) {
    return line.client().post(line.call() + "/on-file", Map.of("name", name, "birthDate", born));
  }

  private int toCall() {
    return above(
        "select count(*) from inquiries.call_back where patient_id = ?", line.ana().value());
  }

  private void weCall() {
    line.over();
    var id = first("/calls/to-call/([0-9a-f-]{36})", line.client().get("/calls/to-call").body());
    var toCall = "/calls/to-call/" + id;
    var zone = ToBeCalled.inTheMorning().orElseThrow().getId();
    line.client().post(toCall + "/zone", Map.of("zone", zone));
    line.client().post(toCall + "/dialling", Map.of("number", "16175550100"));
    line.onCall(line.client().post(toCall + "/results", Map.of("result", "reached")).location());
  }

  private static String first(String pattern, String body) {
    return Pattern.compile(pattern)
        .matcher(body)
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError(pattern))
        .group(1);
  }
}
