package health.malasakit.messaging.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier;
import health.malasakit.TestCarrier.Says;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ConsentBasis;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.NewConsent;
import health.malasakit.messaging.Purpose;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger of texts: each goes out once, and what came of it stands there. */
@MalasakitTest
class TextsTest {

  private static final String NUMBER = "(617) 555-0188";
  private static final String TO = "+16175550188";

  private final World world;
  private final Texts texts;
  private final TextsLeft left;
  private final TextNumbers numbers;
  private final Consents consents;
  private final TransactionTemplate transactions;
  private final TestCarrier carrier;
  private final PatientId ana = new PatientId(UUID.randomUUID());
  private Organization clinic;
  private SignedIn luz;
  private String number;

  TextsTest(
      World world,
      Texts texts,
      TextsLeft left,
      TextNumbers numbers,
      Consents consents,
      TransactionTemplate transactions,
      TestCarrier carrier) {
    this.world = world;
    this.texts = texts;
    this.left = left;
    this.numbers = numbers;
    this.consents = consents;
    this.transactions = transactions;
    this.carrier = carrier;
  }

  @BeforeEach
  void aClinicThatSends() {
    carrier.reset();
    clinic = world.clinic("Harbor Family Clinic");
    luz = world.person(Role.SUPERVISOR, clinic);
    number = world.textNumber();
    as(() -> {
      numbers.set(clinic.id(), number);
      return true;
    });
  }

  @Test
  void what_the_carrier_takes_is_handed_over_with_each_step_kept() {
    var before = carrier.to(TO).size();

    var sent = send("code/1");

    assertThat(sent.state()).isEqualTo(TextState.HANDED_OVER);
    assertThat(carrier.to(TO)).hasSize(before + 1);
    assertThat(carrier.to(TO).getLast().form()).containsEntry("From", number);
    assertThat(as(() -> texts.history(clinic.id(), sent.id())).stream().map(SentText::state))
        .containsExactly(TextState.SENDING, TextState.HANDED_OVER);
  }

  @Test
  void what_it_refuses_or_does_not_answer_stands_so() {
    carrier.says(TO, Says.no(21610));
    var refused = send("code/1");
    carrier.says(TO, new Says(503, ""));
    var doubt = send("code/2");

    assertThat(refused.state()).isEqualTo(TextState.REFUSED);
    assertThat(WhyDeclined.of(refused.reason())).isEqualTo(WhyDeclined.STOPPED);
    assertThat(doubt.state()).isEqualTo(TextState.IN_DOUBT);
    assertThat(as(() -> texts.find(clinic.id(), doubt.id())).orElseThrow().reason())
        .isEqualTo("http-503");
  }

  @Test
  void of_many_with_one_key_one_goes_out() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var begun =
          threads.invokeAll(
              IntStream.range(0, 8)
                  .<java.util.concurrent.Callable<Boolean>>mapToObj(n -> this::begins)
                  .toList());
      assertThat(begun.stream().filter(TextsTest::done)).hasSize(1);
    }
  }

  private boolean begins() {
    try {
      as(() -> texts.begin(text("code/1")));
      return true;
    } catch (Refused no) {
      assertThat(no.code()).isEqualTo("text.known");
      return false;
    }
  }

  private static boolean done(Future<Boolean> one) {
    return one.resultNow();
  }

  @Test
  void who_ends_between_sending_and_the_answer_leaves_it_in_doubt_and_unsent() throws SQLException {
    var sent = carrier.to(TO).size();
    var begun = as(() -> texts.begin(text("code/1")));
    assertThat(stands(begun).state()).isEqualTo(TextState.SENDING);

    aMinuteAgo(begun);

    assertThat(stands(begun).state()).isEqualTo(TextState.IN_DOUBT);
    assertThat(left.noteAll()).isPositive();
    assertThat(left.note(clinic.id())).as("and said once").isZero();
    assertThat(stands(begun).reason()).isEqualTo("interrupted");
    assertThat(as(() -> texts.history(clinic.id(), begun.id()))).hasSize(2);
    assertThat(carrier.to(TO)).hasSize(sent);
  }

  @Test
  void nothing_is_handed_over_while_a_transaction_is_open() {
    var begun = as(() -> texts.begin(text("code/1")));

    assertThatThrownBy(
            () -> as(() -> transactions.execute(status -> texts.handOver(begun, "123456"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(stands(begun).state()).isEqualTo(TextState.SENDING);
  }

  @Test
  void who_said_stop_gets_no_text_whichever_patient_has_the_number() {
    said(new PatientId(UUID.randomUUID()), ConsentAnswer.REVOKED);
    refused("text.stopped", () -> send("code/1"));
    said(new PatientId(UUID.randomUUID()), ConsentAnswer.GIVEN);
    assertThat(send("code/2").state()).isEqualTo(TextState.HANDED_OVER);

    said(ana, ConsentAnswer.REFUSED);

    refused("text.stopped", () -> send("code/3"));
  }

  @Test
  void without_a_gateway_or_a_number_it_is_said() {
    carrier.away();
    refused("text.not_connected", () -> send("code/1"));
    carrier.reset();
    as(() -> {
      numbers.set(clinic.id(), "");
      return true;
    });
    refused("text.no_number", () -> send("code/1"));
    refused(
        "text.number",
        () ->
            as(() -> {
              numbers.set(clinic.id(), "555-01");
              return true;
            }));
  }

  @Test
  void another_clinic_sees_nothing_of_it() {
    var sent = send("code/1");
    var other = world.clinic("Other");
    var hers = world.person(Role.SUPERVISOR, other);

    assertThat(Scopes.call(world.scopeOf(hers), () -> texts.find(clinic.id(), sent.id())))
        .isEmpty();
  }

  private static void refused(String code, Supplier<?> act) {
    assertThatThrownBy(act::get)
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.code()).isEqualTo(code));
  }

  private SentText send(String key) {
    return as(() -> texts.handOver(texts.begin(text(key)), "Harbor: 123456"));
  }

  private SentText stands(Texts.Begun begun) {
    return as(() -> texts.find(clinic.id(), begun.id())).orElseThrow();
  }

  private NewText text(String key) {
    return new NewText(clinic.id(), ana, NewText.Purpose.CODE, key, Phone.of(NUMBER));
  }

  private void said(PatientId patient, ConsentAnswer answer) {
    var basis = patient.equals(ana) ? ConsentBasis.SPOKEN : ConsentBasis.REPLY;
    var line =
        new NewConsent(
            Channel.TEXT, NUMBER, Purpose.CARE, answer, basis, "STOP", "", LocalDate.EPOCH);
    as(() -> {
      consents.record(clinic.id(), patient, line);
      return true;
    });
  }

  private static void aMinuteAgo(Texts.Begun begun) throws SQLException {
    try (var above = TestDatabase.superuser(TestDatabase.address());
        var older =
            above.prepareStatement(
                "update messaging.outgoing set since = since - interval '61 seconds' where outgoing_id = ?")) {
      older.setObject(1, begun.id().value());
      assertThat(older.executeUpdate()).isEqualTo(1);
    }
  }

  private <T> T as(Supplier<T> work) {
    return Scopes.call(world.scopeOf(luz), work::get);
  }
}
