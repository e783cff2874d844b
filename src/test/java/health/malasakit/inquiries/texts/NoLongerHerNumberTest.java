package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.Patients;
import health.malasakit.patients.SafeContact;
import health.malasakit.patients.SafeContacts;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.reach.NumberWord;
import health.malasakit.patients.reach.NumberWords;
import health.malasakit.patients.speaking.NewRepresentative;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitStatus;
import health.malasakit.scheduling.Visits;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Whoever holds a phone that is not safe or not hers any more does and learns nothing of a visit.
 */
@MalasakitTest
class NoLongerHerNumberTest {

  private static final String SAFE = "(212) 555-0188";

  private final ApplicationContext beans;
  private final Visits visits;
  private final int port;
  private TextedVisits texted;
  private TextedClinic clinic;
  private Practice practice;
  private PatientId ana;
  private Visit visit;

  NoLongerHerNumberTest(ApplicationContext beans, Visits visits, @LocalServerPort int port) {
    this.beans = beans;
    this.visits = visits;
    this.port = port;
  }

  @BeforeEach
  void aVisitThatWasTold() {
    texted = new TextedVisits(beans, port);
    clinic = texted.clinic;
    practice = texted.practice;
    ana = texted.ana;
    visit = texted.booked(ana, at(9));
    texted.named.name(ana, visit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X", "C", "R", "1", "2", "3"})
  void another_number_is_the_only_safe_one(String said) {
    safe(Optional.empty(), SAFE);

    clinic.texts(said);

    nothingIsDoneOrSaid();
  }

  @Test
  void it_is_safe_at_other_hours_only() {
    var zone = ZoneId.of("Etc/UTC");
    var other = LocalTime.now(zone).getHour() < 12 ? LocalTime.of(20, 0) : LocalTime.of(1, 0);
    safe(Optional.of(new SafeContact.Hours(other, other.plusHours(1), zone)), clinic.hers());

    clinic.texts("X");

    nothingIsDoneOrSaid();
  }

  @Test
  void it_is_marked_as_wrong() {
    practice.run(() ->
        beans
            .getBean(NumberWords.class)
            .say(practice.organization(), ana, Phone.of(clinic.hers()), NumberWord.WRONG));

    clinic.texts("X");

    nothingIsDoneOrSaid();
  }

  @Test
  void it_is_on_her_file_no_more() {
    change(ContactUse.FORMER);

    clinic.texts("X");

    nothingIsDoneOrSaid();
  }

  @Test
  void it_is_that_of_somebody_who_speaks_for_her_alone() {
    change(ContactUse.FORMER);
    practice.ask(() ->
        beans
            .getBean(Representatives.class)
            .add(
                practice.organization(),
                ana,
                NewRepresentative.parent("Luis Reyes", "father", clinic.hers())));

    clinic.texts("X");

    nothingIsDoneOrSaid();
  }

  @Test
  void on_a_shared_number_nobody_hears_that_there_is_a_visit() {
    clinic.patient("Ben", "Reyes", "en");
    safe(Optional.empty(), SAFE);

    clinic.texts("X");

    nothingIsDoneOrSaid();
  }

  @Test
  void what_was_cancelled_from_there_before_is_taken_back_by_a_person() {
    clinic.texts("X");
    assertThat(clinic.answers()).hasSize(1);
    safe(Optional.empty(), SAFE);

    clinic.texts("UNDO");

    assertThat(stands()).isInstanceOf(VisitStatus.Cancelled.class);
    assertThat(clinic.answers()).hasSize(1);
    assertThat(clinic.luz().get("/texts").body()).contains("About a visit");
  }

  @Test
  void a_digit_after_a_list_picks_nothing_there() {
    texted.named.name(ana, visit, texted.booked(ana, at(14)));
    clinic.texts("X");
    assertThat(clinic.answers()).hasSize(1);
    safe(Optional.empty(), SAFE);

    clinic.texts("1");

    assertThat(stands()).isInstanceOf(VisitStatus.Booked.class);
    assertThat(clinic.answers()).hasSize(1);
    assertThat(clinic.luz().get("/texts").body()).contains("About a visit");
  }

  @Test
  void a_safe_number_answers_as_before() {
    safe(Optional.empty(), clinic.hers());

    clinic.texts("X");

    assertThat(stands()).isInstanceOf(VisitStatus.Cancelled.class);
    assertThat(clinic.answers()).singleElement().asString().contains("is cancelled");
  }

  @Test
  void stop_help_and_danger_are_answered_whoever_writes() {
    safe(Optional.empty(), SAFE);

    clinic.texts("HELP");
    clinic.texts("STOP");
    clinic.texts("I cant breathe");

    assertThat(clinic.answers()).hasSize(3);
    assertThat(clinic.answers().get(1)).contains("No more texts");
    assertThat(clinic.answers().getLast()).contains("911", "988");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_visit_that_is_over_was_answered_too_late(boolean shared) {
    if (shared) {
      clinic.patient("Ben", "Reyes", "en");
    }
    clinic.in(jdbc ->
        jdbc.sql(
                """
                update scheduling.visit set local_start = local_start - interval '60 days',
                       starts_at = starts_at - interval '60 days', ends_at = ends_at - interval '60 days'
                 where id = :id
                """)
            .param("id", visit.id().value())
            .update());

    clinic.texts("X");
    clinic.texts("R");

    nothingIsDoneOrSaid();
  }

  private void nothingIsDoneOrSaid() {
    assertThat(stands()).isInstanceOf(VisitStatus.Booked.class);
    assertThat(clinic.ids("select confirmation_id from scheduling.confirmation")).isEmpty();
    assertThat(clinic.ids("select act_id from inquiries.text_act")).isEmpty();
    assertThat(clinic.answers()).isEmpty();
    assertThat(clinic.luz().get("/texts").body()).contains("About a visit");
  }

  private void safe(Optional<SafeContact.Hours> hours, String number) {
    var only = new SafeContact(List.of(number), List.of(), hours, "");
    practice.run(() -> beans.getBean(SafeContacts.class).set(practice.organization(), ana, only));
  }

  /** Her phone is used otherwise from now on. */
  private void change(ContactUse use) {
    var patients = beans.getBean(Patients.class);
    practice.run(() -> {
      var her = patients.find(practice.organization(), ana).orElseThrow();
      var phone = new PatientPhone(use, Phone.of(clinic.hers()));
      patients.correct(
          practice.organization(),
          ana,
          her.version(),
          her.facts().edit().phones(List.of(phone)).done());
    });
  }

  private VisitStatus stands() {
    return practice.ask(() -> visits.get(visit.id())).status();
  }

  private LocalDateTime at(int hour) {
    return practice.next(DayOfWeek.MONDAY).plusWeeks(1).atTime(hour, 0);
  }
}
