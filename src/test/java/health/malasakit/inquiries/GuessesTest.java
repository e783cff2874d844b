package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.SignedIn;
import health.malasakit.inquiries.gate.Answer;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.CallerKind;
import health.malasakit.inquiries.gate.Said;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.speaking.Speaking;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who does not know the answers rings again, and again, and asks for somebody else. */
@MalasakitTest
class GuessesTest {

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;
  private Guesser guesser;

  GuessesTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
    guesser = new Guesser(beans, line, port);
  }

  @Test
  void nine_wrong_answers_from_a_number_close_it_for_every_call_and_everybody() {
    guesser.wrong(Guesser.MAX - 1, Guesser.WRONG_NAME, CallerOnTheLine.HER_NUMBER);
    guesser.ringsAgain(CallerOnTheLine.HER_NUMBER);
    line.ask("patient", Guesser.WRONG_NAME);
    guesser.ringsAgain(CallerOnTheLine.HER_NUMBER);

    assertThat(guesser.page())
        .contains("Too many answers from this number did not match", "the number that we have on")
        .contains("come by with an ID")
        .doesNotContain("Compare", "one more time");
    line.ask("patient", Guesser.RIGHT);
    assertThat(guesser.openings()).isEqualTo(403);
    var colleague = guesser.another();
    var other = "/calls/" + line.clinic().id() + "/" + guesser.callOf(colleague);
    assertThat(guesser.as(colleague).get(other).body())
        .contains("Too many answers from this number");
    guesser.ringsAgain(CallerOnTheLine.ANOTHER_NUMBER);
    line.ask("patient", Guesser.RIGHT);
    assertThat(guesser.record()).as("who rings from elsewhere").isEqualTo(200);
  }

  @Test
  void the_day_over_it_is_compared_again_and_old_answers_count_no_more() {
    guesser.wrong(Guesser.MAX - 1, Guesser.WRONG_NAME, CallerOnTheLine.HER_NUMBER);
    guesser.hoursPass(25);
    guesser.wrong(Guesser.MAX - 1, Guesser.WRONG_NAME, CallerOnTheLine.HER_NUMBER);
    guesser.ringsAgain(CallerOnTheLine.HER_NUMBER);
    assertThat(guesser.page()).as("sixteen, but in two days").doesNotContain("Too many");

    line.ask("patient", Guesser.WRONG_NAME);
    guesser.hoursPass(23);
    guesser.ringsAgain(CallerOnTheLine.HER_NUMBER);
    assertThat(guesser.page()).contains("Too many answers from this number");
    guesser.hoursPass(2);
    guesser.ringsAgain(CallerOnTheLine.HER_NUMBER);
    line.ask("patient", Guesser.RIGHT);
    assertThat(guesser.record()).isEqualTo(200);
  }

  @Test
  void without_a_number_what_is_guessed_closes_and_not_the_telephone_of_everybody() {
    var rosa = line.patient("Rosa", "Reyes", LocalDate.of(1990, 5, 1), "(617) 555-0155");
    guesser.wrong(
        Guesser.MAX,
        Map.of("name", "María de la Cruz", "birthDate", "3/13/1985"),
        Guesser.WITHHELD);
    guesser.ringsAgain(Guesser.WITHHELD);

    line.ask("patient", Map.of("name", "de la Cruz, Maria", "birthDate", "3/12/1985"));
    assertThat(guesser.openings()).as("the name was guessed at").isEqualTo(403);
    assertThat(line.ask("patient", Guesser.RIGHT).body())
        .contains("Too many answers did not match today");
    line.ask("patient", Map.of("name", "Rosa Reyes", "birthDate", "5/1/1990"));
    assertThat(line.client().get("/openings?patient=" + rosa).status()).isEqualTo(200);
    guesser.ringsAgain(CallerOnTheLine.HER_NUMBER);
    line.ask("patient", Guesser.RIGHT);
    assertThat(guesser.record()).as("with a number").isEqualTo(200);
  }

  @Test
  void nobody_of_that_name_is_closed_in_the_same_words_as_somebody() {
    guesser.wrong(
        Guesser.MAX, Map.of("name", "Nobody Atall", "birthDate", "1/1/1960"), Guesser.WITHHELD);
    guesser.ringsAgain(Guesser.WITHHELD);

    assertThat(line.ask("patient", Map.of("name", "Nobody Atall", "birthDate", "1/2/1960")).body())
        .contains("Too many answers did not match today");
  }

  @Test
  void one_thing_more_about_a_patient_closes_from_whatever_number_and_she_may_still_book() {
    guesser.wrongFromEverywhere();
    guesser.ringsAgain("(617) 555-0191");

    assertThat(line.ask("patient", Guesser.RIGHT).status()).isEqualTo(302);
    assertThat(guesser.openings()).isEqualTo(200);
    assertThat(guesser.record()).isEqualTo(403);
    assertThat(guesser.page())
        .contains("Too many answers did not match today", "the number that we have on file")
        .doesNotContain("name=\"fact\"");
    var more = Map.of("candidate", line.ana().toString(), "fact", "zip", "value", "94607");
    line.ask("patient", more);
    assertThat(guesser.record()).as("one thing more alone").isEqualTo(403);
  }

  @Test
  void who_speaks_for_her_gets_no_further_either() {
    line.speaks("Rosa Santos", Set.of(Speaking.BOOK, Speaking.ASK));
    guesser.wrongFromEverywhere();
    guesser.ringsAgain("(617) 555-0191");
    var said = new HashMap<>(Guesser.RIGHT);
    said.put("speaker", "Rosa Santos");

    line.ask("for_her", said);

    assertThat(guesser.openings()).isEqualTo(200);
    assertThat(guesser.record()).isEqualTo(403);
    guesser.ringsAgain("(617) 555-0192");
    said.put("speaker", "Jo Reyes");
    line.ask("for_her", said);
    assertThat(guesser.openings()).as("a speaker who is not on file").isEqualTo(403);
  }

  @Test
  void of_several_calls_at_once_no_more_than_nine_answers_are_compared() throws Exception {
    guesser.wrong(Guesser.MAX - 1, Guesser.WRONG_NAME, CallerOnTheLine.HER_NUMBER);
    var people = IntStream.range(0, 6).mapToObj(n -> guesser.another()).toList();
    var calls = people.stream().map(guesser::callOf).toList();
    var together = new CyclicBarrier(calls.size());
    List<Callable<Answer>> all =
        IntStream.range(0, calls.size())
            .<Callable<Answer>>mapToObj(n ->
                () -> {
                  together.await();
                  return guessed(people.get(n), calls.get(n));
                })
            .toList();

    try (var threads = Executors.newFixedThreadPool(all.size())) {
      var answers = threads.invokeAll(all).stream().map(one -> one.resultNow()).toList();

      assertThat(answers).filteredOn(Answer.NoMatch.class::isInstance).hasSize(1);
      assertThat(answers).filteredOn(Answer.TooMany.class::isInstance).hasSize(5);
    }
  }

  private Answer guessed(SignedIn person, CallId call) {
    var said =
        new Said(CallerKind.PATIENT, Optional.empty(), "María Santos", "3/12/1985", "", "", "");
    return Scopes.call(
        beans.getBean(World.class).scopeOf(person),
        () -> beans.getBean(CallerChecks.class).check(line.clinic().id(), call, said));
  }
}
