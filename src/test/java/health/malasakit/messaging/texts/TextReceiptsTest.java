package health.malasakit.messaging.texts;

import static health.malasakit.messaging.texts.TextClinic.form;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier;
import health.malasakit.TestCarrier.Says;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What the carrier tells of texts, over HTTP. */
@MalasakitTest
@RecordApplicationEvents
class TextReceiptsTest {

  private final ApplicationContext beans;
  private final Texts texts;
  private final TextReceipts receipts;
  private final int port;
  private TextClinic clinic;

  TextReceiptsTest(
      ApplicationContext beans, Texts texts, TextReceipts receipts, @LocalServerPort int port) {
    this.beans = beans;
    this.texts = texts;
    this.receipts = receipts;
    this.port = port;
  }

  @BeforeEach
  void aClinicThatSends() {
    clinic = new TextClinic(beans, port);
  }

  @Test
  void a_receipt_says_that_it_arrived_and_the_text_says_where_to_tell_it() {
    var sent = clinic.sent("code/1");

    assertThat(clinic.carrier().to(TextClinic.TO).getLast().form())
        .containsEntry("StatusCallback", TestCarrier.OURS + clinic.door(sent.id()));
    assertThat(clinic.told(sent.id(), "sent", "").status()).isEqualTo(204);
    assertThat(clinic.told(sent.id(), "delivered", "").status()).isEqualTo(204);
    assertThat(clinic.told(sent.id(), "delivered", "").status()).as("twice").isEqualTo(204);
    assertThat(clinic.told(sent.id(), "sent", "").status()).as("late").isEqualTo(204);

    assertThat(clinic.history(sent.id()))
        .extracting(SentText::state)
        .containsExactly(TextState.SENDING, TextState.HANDED_OVER, TextState.DELIVERED);
    assertThat(clinic.stands(sent.id()).state()).isEqualTo(TextState.DELIVERED);
  }

  @Test
  void each_change_is_told_to_whoever_follows_the_text(ApplicationEvents events) {
    var sent = clinic.sent("code/1");
    var arrived = TextReceipt.of("SM1", "delivered", "").orElseThrow();

    receipts.told(clinic.clinic().id(), sent.id(), arrived);
    receipts.told(clinic.clinic().id(), sent.id(), arrived);

    assertThat(events.stream(TextSettled.class).filter(one -> one.text().equals(sent.id())))
        .extracting(TextSettled::state)
        .containsExactly(TextState.HANDED_OVER, TextState.DELIVERED);
  }

  @Test
  void what_did_not_arrive_has_the_carriers_reason() {
    var sent = clinic.sent("code/1");

    clinic.told(sent.id(), "undelivered", "30005");

    assertThat(clinic.stands(sent.id()).state()).isEqualTo(TextState.FAILED);
    assertThat(clinic.stands(sent.id()).reason()).isEqualTo("30005");
  }

  @Test
  void a_receipt_before_the_answer_of_the_hand_over_is_not_lost() {
    var begun = clinic.as(() -> texts.begin(clinic.text("code/1")));

    clinic.told(begun.id(), "delivered", "");
    clinic.as(() -> texts.handOver(begun, "Harbor: 123456"));

    assertThat(clinic.history(begun.id()))
        .extracting(SentText::state)
        .containsExactly(TextState.SENDING, TextState.DELIVERED);
  }

  @Test
  void a_receipt_settles_a_doubt() {
    clinic.carrier().says(TextClinic.TO, new Says(503, ""));
    var doubt = clinic.sent("code/1");
    assertThat(doubt.state()).isEqualTo(TextState.IN_DOUBT);

    clinic.told(doubt.id(), "sent", "");

    assertThat(clinic.stands(doubt.id()).state()).isEqualTo(TextState.HANDED_OVER);
  }

  @Test
  void what_the_gateway_did_not_sign_is_refused_and_changes_nothing() {
    var sent = clinic.sent("code/1");
    var door = clinic.door(sent.id());
    var form = form("delivered", "");
    var carrier = clinic.carrier();

    assertThat(clinic.post(door, form).status()).isEqualTo(403);
    assertThat(clinic.post(door, form, carrier.signed(door, Map.of())).status())
        .as("another form")
        .isEqualTo(403);
    assertThat(clinic.post(door, form, carrier.signed(door + "/1", form)).status())
        .as("another address")
        .isEqualTo(403);
    var much = new HashMap<>(form);
    much.put("Body", "x".repeat(70_000));
    assertThat(clinic.post(door, much, carrier.signed(door, much)).status()).isEqualTo(413);
    assertThat(clinic.stands(sent.id()).state()).isEqualTo(TextState.HANDED_OVER);
  }

  @Test
  void of_another_clinics_text_it_is_not_there() {
    var sent = clinic.sent("code/1");
    var path = "/api/texts/receipts/" + UUID.randomUUID() + "/" + sent.id();
    var form = form("delivered", "");

    assertThat(clinic.post(path, form, clinic.carrier().signed(path, form)).status())
        .isEqualTo(404);
    assertThat(clinic.stands(sent.id()).state()).isEqualTo(TextState.HANDED_OVER);
  }
}
