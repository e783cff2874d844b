package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier;
import health.malasakit.TestCarrier.Says;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Channel;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.told.ToldPractice;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A gateway that takes what it is told and answers nothing that can be read. */
@MalasakitTest
class UnansweredTest {

  private static final int PATIENTS = 24;

  private final ApplicationContext beans;
  private final Unanswered unanswered;
  private ToldPractice clinic;
  private List<String> numbers;

  UnansweredTest(ApplicationContext beans, Unanswered unanswered) {
    this.beans = beans;
    this.unanswered = unanswered;
  }

  @BeforeEach
  void aClinicThatTells() {
    clinic = new ToldPractice(beans);
    numbers = IntStream.range(0, PATIENTS).mapToObj(n -> ToldPractice.number()).toList();
  }

  @AfterEach
  void theGatewayIsThereAgain() {
    unanswered.handed(Channel.TEXT, true);
  }

  @Test
  void not_everybody_is_in_doubt_because_of_it() {
    answers(new Says(503, ""));
    var visits = IntStream.range(0, PATIENTS).mapToObj(this::visit).toList();
    clinic.send();

    var lines = visits.stream().map(this::line).toList();
    var doubt = lines.stream().filter(one -> one.state() == EntryState.IN_DOUBT).toList();
    assertThat(doubt.size())
        .as("a few are enough, and as many as were on their way just then")
        .isBetween(Unanswered.IN_A_ROW, Unanswered.IN_A_ROW + 7);
    assertThat(lines)
        .filteredOn(one -> !doubt.contains(one))
        .extracting(Entry::state, Entry::reason)
        .containsOnly(tuple(EntryState.HELD, "unreachable"));

    answers(Says.YES);
    unanswered.handed(Channel.TEXT, true);
    visits.forEach(visit -> clinic.due(visit.id(), Step.BOOKED));
    clinic.send();
    assertThat(visits.stream().map(this::line).map(Entry::state))
        .containsOnly(EntryState.HANDED_OVER, EntryState.IN_DOUBT);
    assertThat(visits.stream().map(this::line))
        .filteredOn(one -> one.state() == EntryState.IN_DOUBT)
        .as("what is in doubt is not sent again")
        .hasSameSizeAs(doubt);
  }

  @Test
  void what_waits_for_it_waits_since_the_first_time_and_its_history_says_so_once() {
    IntStream.range(0, Unanswered.IN_A_ROW).forEach(n -> unanswered.handed(Channel.TEXT, false));
    var visit = visit(0);
    clinic.send();
    var held = line(visit);
    assertThat(held.reason()).isEqualTo("unreachable");

    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();

    var again = line(visit);
    assertThat(again.since()).isEqualTo(held.since());
    assertThat(again.dueAt()).as("it was looked at").isAfter(beans.getBean(Clock.class).instant());
    assertThat(history(again)).containsExactly("planned", "held");
  }

  private List<String> history(Entry line) {
    var lists = beans.getBean(LedgerLists.class);
    return clinic
        .practice()
        .ask(() -> lists.history(line.organization(), List.of(line.id())))
        .stream()
        .map(EntryStep::state)
        .toList();
  }

  @Test
  void one_answer_is_enough_to_go_on() {
    IntStream.range(1, Unanswered.IN_A_ROW).forEach(n -> unanswered.handed(Channel.TEXT, false));
    assertThat(unanswered.until(Channel.TEXT)).isEmpty();
    unanswered.handed(Channel.TEXT, false);
    assertThat(unanswered.until(Channel.TEXT)).isPresent();
    assertThat(unanswered.until(Channel.EMAIL)).as("e-mails go on").isEmpty();
    unanswered.handed(Channel.TEXT, true);
    assertThat(unanswered.until(Channel.TEXT)).isEmpty();
  }

  private void answers(Says answer) {
    var carrier = beans.getBean(TestCarrier.class);
    numbers.forEach(one -> carrier.says(Phone.of(one).e164().orElseThrow(), answer));
  }

  private Visit visit(int nth) {
    var patient = clinic.patient("Ana", numbers.get(nth), "en");
    var visit = clinic.book(patient, clinic.inDays(5 + nth / 6, 9 + nth % 6));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    return visit;
  }

  private Entry line(Visit visit) {
    return clinic
        .practice()
        .ask(() -> beans.getBean(Ledger.class).ofVisit(visit.organization(), visit.id().value()))
        .stream()
        .filter(one -> one.step() == Step.BOOKED)
        .findFirst()
        .orElseThrow();
  }
}
