package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.scheduling.told.ToldPractice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A clinic says in the midst of a run that nothing more goes out. */
@MalasakitTest
class SwitchedOffTest {

  private final ApplicationContext beans;

  SwitchedOffTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @Test
  void what_was_taken_up_and_is_not_written_down_stays_where_it_is() {
    var clinic = new ToldPractice(beans);
    var ana = clinic.patient("Ana", ToldPractice.number(), "en");
    var visit = clinic.book(ana, clinic.inDays(5, 9));
    var line =
        clinic.planned(visit.id(), Step.BOOKED, 1).stream()
            .filter(one -> one.step() == Step.BOOKED)
            .toList()
            .getFirst();
    clinic.due(visit.id(), Step.BOOKED);

    clinic.switchedOff();
    int changed =
        Scopes.call(
            Scope.job(line.organization(), "messages"),
            () -> beans.getBean(Sending.class).send(line.organization(), List.of(line.id())));

    assertThat(changed).isZero();
    var stands =
        Scopes.call(
            Scope.job(line.organization(), "messages"),
            () -> beans.getBean(Ledger.class).ofVisit(line.organization(), visit.id().value()));
    assertThat(stands)
        .as("reminders to come may have been stopped meanwhile; what was due was not")
        .filteredOn(one -> one.step() == Step.BOOKED)
        .allMatch(one -> one.state() == EntryState.PLANNED);
  }
}
