package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Ledger;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Visit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A visit that was booked for the wrong patient, who was told of it. */
@MalasakitTest
class AnothersVisitTest {

  private final ApplicationContext beans;
  private final int port;
  private ToldPractice clinic;
  private String number;
  private PatientId ana;
  private PatientId bea;

  AnothersVisitTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aClinicThatTells() {
    clinic = new ToldPractice(beans);
    number = ToldPractice.number();
    ana = clinic.patient("Ana", number, "en");
    bea = clinic.patient("Bea", ToldPractice.number(), "en");
  }

  @Test
  void whoever_was_told_hears_from_a_person_that_it_is_not_hers() {
    var visit = told();
    give(visit, bea);

    var line = notHers(visit, 2);
    assertThat(line.patient()).isEqualTo(ana);
    assertThat(line.open()).isTrue();
    assertThat(line.mayGoAgain()).isFalse();
    clinic.send();
    assertThat(clinic.texts(number)).as("nothing more by itself").hasSize(1);
    assertThat(Client.on(port).as(clinic.cookie()).get("/reminders").body())
        .contains("another patient's: call, and say so", "Told by telephone");
  }

  @Test
  void who_was_not_told_yet_hears_nothing() {
    var visit = clinic.book(ana, clinic.inDays(5, 11));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    give(visit, bea);

    var all = clinic.planned(visit.id(), Step.BOOKED, 2);
    assertThat(all)
        .filteredOn(one -> one.patient().equals(ana))
        .extracting(Entry::state)
        .containsOnly(EntryState.CANCELLED);
    clinic.send();
    assertThat(clinic.texts(number)).isEmpty();
  }

  @Test
  void when_it_is_hers_after_all_nobody_calls_her() {
    var visit = told();
    give(visit, bea);
    notHers(visit, 2);
    give(visit, ana);

    clinic.planned(visit.id(), Step.DAY, 3);
    assertThat(notHers(visit, 2).state()).isEqualTo(EntryState.CANCELLED);
    assertThat(clinic.lines(visit.id()))
        .filteredOn(one -> one.version() == 3)
        .extracting(Entry::step)
        .as("she knows it")
        .doesNotContain(Step.BOOKED);
  }

  @Test
  void given_away_once_more_she_hears_of_it_once_more() {
    var visit = told();
    give(visit, bea);
    notHers(visit, 2);
    give(visit, ana);
    clinic.planned(visit.id(), Step.DAY, 3);
    give(visit, bea);

    var line = notHers(visit, 3);
    assertThat(line.version()).isEqualTo(3);
    assertThat(line.open()).isTrue();
  }

  @Test
  void hers_again_at_another_time_it_is_told_anew() {
    var visit = told();
    give(visit, bea);
    notHers(visit, 2);
    var later = clinic.practice.wanted(bea, clinic.reyes, clinic.followUp, clinic.inDays(5, 15));
    clinic.practice.ask(() -> clinic.bean(Bookings.class).moveNow(visit.id(), later, 2, ""));
    give(visit, ana);

    clinic.planned(visit.id(), Step.BOOKED, 4);
  }

  @Test
  void who_was_told_by_telephone_hears_of_it_too() {
    var never = clinic.unasked("Cleo", ToldPractice.number(), "en");
    var visit = clinic.book(never, clinic.inDays(5, 13));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();
    var refused = clinic.line(visit.id(), Step.BOOKED);
    clinic.practice.run(() -> clinic.bean(Ledger.class).settle(refused.id(), "told"));
    give(visit, bea);

    assertThat(notHers(visit, 2).patient()).isEqualTo(never);
  }

  private Visit told() {
    var visit = clinic.book(ana, clinic.inDays(5, 11));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();
    clinic.texts(number, 1);
    return visit;
  }

  private void give(Visit visit, PatientId right) {
    clinic.practice.ask(() -> clinic.bean(Bookings.class).giveTo(visit.id(), right, ""));
  }

  private Entry notHers(Visit visit, int version) {
    List<Entry> all = clinic.planned(visit.id(), Step.CANCELLED, version);
    return all.stream()
        .filter(one -> one.step() == Step.CANCELLED && one.version() == version)
        .findFirst()
        .orElseThrow();
  }
}
