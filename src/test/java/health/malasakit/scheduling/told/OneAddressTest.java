package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.TestPost;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.scheduling.VisitId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** One telephone and one mailbox are one, however two files write them. */
@MalasakitTest
class OneAddressTest {

  private final ApplicationContext beans;
  private ToldPractice clinic;

  OneAddressTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @BeforeEach
  void aClinicThatTells() {
    clinic = new ToldPractice(beans);
  }

  @Test
  void a_number_that_two_files_write_and_use_in_two_ways_is_one_message() {
    var number = ToldPractice.number();
    var ana = clinic.patient("Ana", number, "en");
    var bea = withLandline("Bea", number.replace("(", "").replace(") ", "-"));

    var lines = told(ana, bea);

    assertThat(clinic.texts(number, 1)).hasSize(1).first().asString().contains("1) Ana", "2) Bea");
    assertThat(lines)
        .allSatisfy(visit ->
            assertThat(clinic.line(visit, Step.THREE_DAYS).state())
                .isEqualTo(EntryState.HANDED_OVER));
  }

  @Test
  void capitals_make_no_other_mailbox() {
    var written = "Ana." + ToldPractice.number().replaceAll("\\D", "") + "@Example.org";
    var small = written.toLowerCase(Locale.ROOT);

    told(clinic.byEmail("Ana", written), clinic.byEmail("Bea", small));

    var post = clinic.bean(TestPost.class);
    assertThat(post.to(written).size() + post.to(small).size()).isEqualTo(1);
  }

  private PatientId withLandline(String given, String written) {
    var facts =
        PersonFacts.named(PatientName.official(given, "Cruz"))
            .edit()
            .phones(List.of(new PatientPhone(ContactUse.HOME, Phone.of(written))))
            .zone(clinic.practice().site().zone())
            .done();
    var patient =
        clinic
            .practice()
            .ask(() ->
                clinic
                    .bean(Patients.class)
                    .register(clinic.practice().organization(), NewPatient.saidByCaller(facts)));
    clinic.says(patient, written, ConsentAnswer.GIVEN);
    return patient;
  }

  /** Both have a visit on one day, and are asked in one round whether they come. */
  private List<VisitId> told(PatientId one, PatientId other) {
    var first = clinic.book(one, clinic.inDays(5, 9)).id();
    var second = clinic.book(other, clinic.inDays(5, 10)).id();
    clinic.planned(first, Step.THREE_DAYS, 1);
    clinic.planned(second, Step.THREE_DAYS, 1);
    clinic.due(first, Step.THREE_DAYS);
    clinic.due(second, Step.THREE_DAYS);
    clinic.send();
    return List.of(first, second);
  }
}
