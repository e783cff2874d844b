package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.TestPost;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ConsentBasis;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.NewConsent;
import health.malasakit.messaging.Purpose;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.messaging.mail.MailSenders;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientEmail;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What a clinic's word about its files covers, and what it does not. */
@MalasakitTest
class FilesSpokenForTest {

  private final ApplicationContext beans;
  private final int port;
  private ToldPractice clinic;
  private Client luz;
  private String page;
  private String hers;
  private int hour = 9;

  FilesSpokenForTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aClinicThatTells() {
    clinic = new ToldPractice(beans);
    luz = Client.on(port).as(clinic.cookie());
    page = "/clinics/" + clinic.slug() + "/reached";
    hers = "ana." + ToldPractice.number().replaceAll("\\D", "") + "@example.org";
    clinic.bean(TestPost.class).reset();
    clinic
        .practice()
        .run(() ->
            clinic
                .bean(MailSenders.class)
                .set(
                    clinic.practice().organization(),
                    new MailSenders.Typed("Lakeside", "desk@lakeside.example.org", "")));
  }

  @Test
  void an_e_mail_at_work_needs_her_own_yes() {
    var ana = mailedAt(new PatientEmail(ContactUse.WORK, hers));
    attest();
    assertThat(told(ana).reason()).isEqualTo("no_basis");

    says(ana);
    told(ana);
    assertThat(mails()).isEqualTo(1);
  }

  @Test
  void her_own_comes_before_that_of_her_work_whatever_the_alphabet_says() {
    var ana =
        mailedAt(
            new PatientEmail(ContactUse.WORK, "a" + hers), new PatientEmail(ContactUse.HOME, hers));
    attest();
    says(ana);
    told(ana);
    assertThat(mails()).isEqualTo(1);
  }

  @Test
  void one_that_no_mail_server_takes_is_no_address() {
    var ana = mailedAt(new PatientEmail(ContactUse.HOME, "jos\u00e9@example.org"));
    attest();
    assertThat(told(ana).reason()).isEqualTo("no_address");
  }

  @Test
  void what_came_into_a_file_later_is_covered_only_when_the_clinic_says_it_again() {
    attest();
    var number = ToldPractice.number();
    var ben = clinic.unasked("Ben", number, "en");
    assertThat(told(ben).reason()).isEqualTo("no_basis");
    assertThat(luz.get(page).body()).contains("The patient was never asked");

    attest();
    told(ben);
    assertThat(clinic.texts(number, 1)).hasSize(1);
  }

  @Test
  void who_wanted_no_e_mails_from_the_sender_before_gets_none() {
    var ana = mailedAt(new PatientEmail(ContactUse.HOME, hers));
    var typed = ToldPractice.number() + "\n" + hers.toUpperCase(Locale.ROOT) + ", 2025";
    assertThat(luz.post(page + "/opt-outs", Map.of("numbers", typed)).status()).isEqualTo(302);
    assertThat(luz.get(page).body()).contains("2 numbers and addresses taken over on");
    luz.post(page + "/attestation", Map.of("by", "Dr. Reyes"));

    assertThat(told(ana).reason()).isEqualTo("unsubscribed");
    assertThat(luz.get("/reminders").body())
        .contains("Whoever has this e-mail address wanted none");
    says(ana);
    told(ana);
    assertThat(mails()).as("she said yes after that").isEqualTo(1);
  }

  @Test
  void a_mistyped_address_is_set_right_as_a_number_is() {
    var ana = mailedAt(new PatientEmail(ContactUse.HOME, hers));
    luz.post(page + "/opt-outs", Map.of("numbers", hers));
    luz.post(page + "/attestation", Map.of("by", "Dr. Reyes"));
    var mistyped = page + "/mistyped";

    assertThat(luz.post(mistyped, Map.of("number", hers, "words", " ")).body())
        .contains("Write down what was said.");
    assertThat(luz.post(mistyped, Map.of("number", hers, "words", "Another Ana")).status())
        .isEqualTo(302);
    assertThat(luz.get(mistyped).body()).contains(hers, "Another Ana");
    assertThat(luz.post(mistyped, Map.of("number", hers, "words", "again")).body())
        .contains("No e-mail is kept from this address now.");
    told(ana);
    assertThat(mails()).isEqualTo(1);
  }

  private void attest() {
    luz.post(page + "/no-opt-outs", Map.of("noneBy", "Dr. Reyes"));
    assertThat(luz.post(page + "/attestation", Map.of("by", "Dr. Reyes")).status()).isEqualTo(302);
  }

  private PatientId mailedAt(PatientEmail... emails) {
    var facts =
        PersonFacts.named(PatientName.official("Ana", "Cruz"))
            .edit()
            .emails(Arrays.asList(emails))
            .zone(clinic.practice().site().zone())
            .done();
    return clinic
        .practice()
        .ask(() ->
            clinic
                .bean(Patients.class)
                .register(clinic.practice().organization(), NewPatient.saidByCaller(facts)));
  }

  /** Yes to every e-mail about her care. */
  private void says(PatientId patient) {
    var yes =
        new NewConsent(
            Channel.EMAIL,
            "",
            Purpose.CARE,
            ConsentAnswer.GIVEN,
            ConsentBasis.SPOKEN,
            "May we write to you about your visits?",
            "",
            LocalDate.now(ZoneOffset.ofHours(14)));
    clinic
        .practice()
        .run(() ->
            clinic.bean(Consents.class).record(clinic.practice().organization(), patient, yes));
  }

  private Entry told(PatientId patient) {
    var visit = clinic.book(patient, clinic.inDays(5, hour++));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();
    return clinic.line(visit.id(), Step.BOOKED);
  }

  private int mails() {
    return clinic.bean(TestPost.class).to(hers).size();
  }
}
