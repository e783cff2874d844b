package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.SafeContact;
import health.malasakit.patients.SafeContacts;
import health.malasakit.patients.reach.NumberWord;
import health.malasakit.patients.reach.NumberWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A person answers no phone by text at which a patient may not be reached. */
@MalasakitTest
class AnswerRulesTest {

  private final ApplicationContext beans;
  private final int port;
  private TextedClinic clinic;
  private PatientId ana;

  AnswerRulesTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aPatient() {
    clinic = new TextedClinic(beans, port);
    ana = clinic.patient("Ana", "Reyes", "en");
  }

  @Test
  void a_person_sends_no_text_where_it_is_not_safe() {
    safe("(212) 555-0188");
    clinic.texts("When is it?");

    var refused = answer(Map.of("despite", "yes"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("by these no text goes to this number now", "Call from the page of the patient.")
        .contains("On Monday.");
    assertThat(clinic.answers()).isEmpty();
    safe(clinic.hers());
    assertThat(answer(Map.of()).status()).isEqualTo(302);
    assertThat(clinic.answers()).hasSize(1);
  }

  @Test
  void a_person_answers_a_number_that_is_marked_as_wrong_when_she_knows_it() {
    word(NumberWord.WRONG);
    clinic.texts("Who are you?");

    var refused = answer(Map.of());

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("this number is marked as wrong", "I know, and text all the same", "On Monday.");
    assertThat(clinic.answers()).isEmpty();
    assertThat(answer(Map.of("despite", "yes")).status()).isEqualTo(302);
    assertThat(clinic.answers()).hasSize(1);
  }

  private Client.Answer answer(Map<String, String> more) {
    var form = new HashMap<>(Map.of("seen", "2", "words", "On Monday."));
    form.putAll(more);
    return clinic.luz().post(clinic.page() + "/answer", form);
  }

  private void safe(String number) {
    var only = new SafeContact(List.of(number), List.of(), Optional.empty(), "");
    clinic
        .practice()
        .run(() -> beans.getBean(SafeContacts.class).set(clinic.clinic().id(), ana, only));
  }

  private void word(NumberWord word) {
    clinic
        .practice()
        .run(() ->
            beans
                .getBean(NumberWords.class)
                .say(clinic.clinic().id(), ana, Phone.of(clinic.hers()), word));
  }
}
