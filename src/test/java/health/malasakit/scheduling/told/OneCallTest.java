package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Visit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Steps of one visit that are not told for one reason are one call; told together, one text. */
@MalasakitTest
class OneCallTest {

  private final ApplicationContext beans;
  private final int port;
  private ToldPractice clinic;
  private Client luz;
  private Visit visit;

  OneCallTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aPatientWhoWantsNoTexts() {
    clinic = new ToldPractice(beans);
    luz = Client.on(port).as(clinic.cookie());
    var number = ToldPractice.number();
    var ana = clinic.patient("Ana", number, "en");
    clinic.says(ana, number, ConsentAnswer.REFUSED);
    visit = clinic.book(ana, clinic.inDays(10, 9));
    clinic.planned(visit.id(), Step.BOOKED, 1);
  }

  @Test
  void she_stands_in_the_list_once_and_one_call_settles_all_that_was_not_told() {
    refused(Step.BOOKED);
    refused(Step.THREE_DAYS);
    assertThat(calls()).isEqualTo(1);

    var act = "/reminders/" + clinic.line(visit.id(), Step.THREE_DAYS).id() + "/settlement";
    assertThat(luz.post(act, Map.of("how", "told")).status()).isEqualTo(302);
    assertThat(calls()).isZero();
    assertThat(clinic.lines(visit.id())).noneMatch(Entry::open);
  }

  @Test
  void the_next_step_is_a_call_of_its_own() {
    refused(Step.BOOKED);
    var act = "/reminders/" + clinic.line(visit.id(), Step.BOOKED).id() + "/settlement";
    luz.post(act, Map.of("how", "told"));
    refused(Step.DAY);
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void what_is_due_together_is_told_once() {
    var number = ToldPractice.number();
    var bea = clinic.patient("Bea", number, "en");
    var hers = clinic.book(bea, clinic.inDays(12, 9));
    clinic.planned(hers.id(), Step.BOOKED, 1);
    clinic.due(hers.id(), Step.BOOKED, Step.THREE_DAYS, Step.DAY);
    clinic.send();

    assertThat(clinic.texts(number, 1)).singleElement().asString().doesNotContain("2)");
    assertThat(clinic.lines(hers.id()))
        .filteredOn(one -> one.state() == EntryState.CANCELLED)
        .extracting(Entry::reason)
        .containsExactly("overtaken", "overtaken");
  }

  private void refused(Step step) {
    clinic.due(visit.id(), step);
    clinic.send();
    assertThat(clinic.line(visit.id(), step).reason()).isEqualTo("said_no");
  }

  private int calls() {
    return luz.get("/reminders").body().split("/settlement\"", -1).length - 1;
  }
}
