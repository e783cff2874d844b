package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ConsentBasis;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.NewConsent;
import health.malasakit.messaging.Purpose;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.messaging.texts.NumberStops;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Several have a number that was closed, and one of them asks for texts again. */
@MalasakitTest
class OpenedForOneTest {

  private static final String WHY = "opened_for_another";

  private static final String CLOSED =
      """
      insert into messaging.number_stop (organization_id, stop_id, digits, closed, source, at, heard, words)
      values (:organization, :id, :digits, true, 'reply', :at, '', '')
      """;

  private final ApplicationContext beans;
  private final int port;
  private ToldPractice clinic;
  private Client luz;
  private String number;
  private String page;
  private PatientId ana;
  private PatientId ben;
  private int hour = 9;

  OpenedForOneTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void twoWithOneNumberAndFilesThatTheClinicSpokeFor() {
    clinic = new ToldPractice(beans);
    luz = Client.on(port).as(clinic.cookie());
    page = "/clinics/" + clinic.slug() + "/reached";
    number = ToldPractice.number();
    ana = clinic.unasked("Ana", number, "en");
    ben = clinic.unasked("Ben", number, "en");
  }

  @Test
  void of_a_number_of_the_list_of_before_only_she_is_told_who_asked_for_it() {
    imported();
    attest();

    opens(ana);

    assertThat(told(ana).state()).isEqualTo(EntryState.HANDED_OVER);
    assertThat(told(ben).reason()).isEqualTo(WHY);
    assertThat(luz.get("/reminders").body()).contains("somebody else who has it asked for texts");
    assertThat(luz.get(page).body()).contains("somebody else who has it asked for texts");

    clinic.says(ben, number, ConsentAnswer.GIVEN);
    assertThat(told(ben).state()).as("his own yes").isEqualTo(EntryState.HANDED_OVER);
  }

  @Test
  void nor_is_who_came_later_or_said_yes_before_it_was_closed_whatever_the_clinic_attests() {
    clinic.says(ben, number, ConsentAnswer.GIVEN);
    imported();
    opens(ana);
    var cora = clinic.unasked("Cora", number, "en");
    attest();

    assertThat(told(cora).reason()).isEqualTo(WHY);
    assertThat(told(ben).reason()).isEqualTo(WHY);
  }

  @Test
  void an_answer_of_the_telephone_itself_counts_for_all_and_a_mistyped_import_for_nothing() {
    attest();
    stops(NumberStops.Source.REPLY);
    opens(ana);
    assertThat(told(ben).reason()).isEqualTo(WHY);

    stops(NumberStops.Source.IMPORT);
    correct();
    assertThat(told(ben).reason()).as("a list set right opens nothing more").isEqualTo(WHY);

    stops(NumberStops.Source.REPLY);
    assertThat(told(ben).reason()).isEqualTo("stopped");
    start();
    assertThat(told(ben).state()).isEqualTo(EntryState.HANDED_OVER);
  }

  @Test
  void a_number_that_was_only_mistyped_in_the_list_is_as_it_was() {
    imported();
    attest();
    correct();

    assertThat(told(ben).state()).isEqualTo(EntryState.HANDED_OVER);
  }

  @Test
  void a_yes_of_the_day_before_it_was_closed_in_the_night_is_none_of_after_it() {
    var zone = clinic.practice.site().zone().orElseThrow();
    var day = LocalDate.now(zone).minusDays(2);
    closed(day.atTime(0, 30).atZone(zone));
    opens(ana);
    says(ben, day.minusDays(1));
    assertThat(told(ben).reason()).isEqualTo(WHY);

    says(ben, day);
    assertThat(told(ben).state()).isEqualTo(EntryState.HANDED_OVER);
  }

  /** By the telephone itself. */
  private void closed(ZonedDateTime at) {
    clinic.practice.run(() ->
        clinic
            .bean(TransactionTemplate.class)
            .executeWithoutResult(status ->
                clinic
                    .bean(JdbcClient.class)
                    .sql(CLOSED)
                    .param("organization", clinic.practice.organization().value())
                    .param("id", Ids.next())
                    .param("digits", phone().digits())
                    .param("at", at.toOffsetDateTime())
                    .update()));
  }

  private void says(PatientId who, LocalDate on) {
    var yes =
        new NewConsent(
            Channel.TEXT,
            number,
            Purpose.CARE,
            ConsentAnswer.GIVEN,
            ConsentBasis.WRITTEN,
            "May we write to you about your visits?",
            "",
            on);
    clinic.practice.run(
        () -> clinic.bean(Consents.class).record(clinic.practice.organization(), who, yes));
  }

  private void imported() {
    assertThat(luz.post(page + "/opt-outs", Map.of("numbers", number)).status()).isEqualTo(302);
  }

  private void attest() {
    luz.post(page + "/no-opt-outs", Map.of("noneBy", "Dr. Reyes"));
    assertThat(luz.post(page + "/attestation", Map.of("by", "Dr. Reyes")).status()).isEqualTo(302);
  }

  private void opens(PatientId who) {
    var opening = "/patients/" + clinic.slug() + "/" + who + "/numbers/opening";
    var words = "Please text me about my visits again.";
    var said = Map.of("number", phone().digits(), "heard", "spoken", "words", words, "on", "");
    assertThat(luz.post(opening, said).status()).isEqualTo(302);
  }

  private void stops(NumberStops.Source source) {
    clinic.practice.run(() ->
        clinic.bean(NumberStops.class).close(clinic.practice.organization(), phone(), source));
  }

  private void start() {
    clinic.practice.run(() ->
        clinic
            .bean(NumberStops.class)
            .reopen(clinic.practice.organization(), phone(), NumberStops.Source.REPLY));
  }

  private void correct() {
    clinic.practice.run(() ->
        clinic
            .bean(NumberStops.class)
            .correctImport(clinic.practice.organization(), phone(), "Two figures were swapped"));
  }

  private Phone phone() {
    return Phone.of(number);
  }

  private Entry told(PatientId patient) {
    var visit = clinic.book(patient, clinic.inDays(5, hour++));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();
    return clinic.line(visit.id(), Step.BOOKED);
  }
}
