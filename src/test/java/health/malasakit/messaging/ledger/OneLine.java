package health.malasakit.messaging.ledger;

import health.malasakit.TestCarrier;
import health.malasakit.TestCarrier.Says;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.messaging.Basis;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.texts.NewText;
import health.malasakit.messaging.texts.TextReceipt;
import health.malasakit.messaging.texts.TextReceipts;
import health.malasakit.messaging.texts.Texts;
import health.malasakit.scheduling.told.ToldPractice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A line that is brought to a state, and to which one thing happens then. */
final class OneLine {

  /** Where it stands. */
  enum Stands {
    PLANNED,
    HELD,
    SENDING,
    HANDED_OVER,
    DELIVERED,
    FAILED,
    NOT_THERE,
    REFUSED,
    DECLINED,
    CANCELLED,
    IN_DOUBT
  }

  /** What happens to it. */
  enum Happening {
    /** It is due, and has to wait. */
    WAIT,
    /** It is due, and may go. */
    SEND,
    /** It is due, and may not be told. */
    FORBID,
    /** The visit moved or was cancelled. */
    KILL,
    /** The gateway takes it. */
    ACCEPT,
    /** The gateway does not take it. */
    DECLINE,
    /** Nobody knows what the gateway did. */
    LOSE,
    /** The carrier says that it has it. */
    SAYS_SENT,
    /** The carrier says that it arrived. */
    ARRIVE,
    /** The carrier says that it did not. */
    FAIL,
    /** The run looks at what was refused. */
    FOLLOW,
    /** A person sends it again. */
    AGAIN,
    /** A person told her, and another whose page is older sends it again. */
    TOLD_AGAIN
  }

  private static final Says BUSY = Says.no(20429);

  private final ApplicationContext beans;
  private final ToldPractice clinic;
  private final OrganizationId organization;
  private final PatientId ana;
  private final Phone number;
  private Entry line;
  private Texts.@Nullable Begun begun;

  OneLine(ApplicationContext beans) {
    this.beans = beans;
    clinic = new ToldPractice(beans);
    clinic.sends(false); // so that nobody else sends what is due here
    organization = clinic.practice().organization();
    var written = ToldPractice.number();
    number = Phone.of(written);
    ana = clinic.patient("Ana", written, "en");
    line = fresh();
  }

  /** What becomes of it; {@code -} when it stays as it is. */
  String after(Stands stands, Happening what) {
    line = fresh();
    begun = null;
    change(() -> bean(EntryStore.class).add(line));
    bring(stands);
    var before = state();
    happens(what);
    var after = state();
    return after.equals(before) ? "-" : after;
  }

  private void bring(Stands stands) {
    switch (stands) {
      case PLANNED -> {}
      case HELD -> happens(Happening.WAIT);
      case SENDING -> happens(Happening.SEND);
      case HANDED_OVER -> inTurn(Happening.SEND, Happening.ACCEPT);
      case DELIVERED -> inTurn(Happening.SEND, Happening.ACCEPT, Happening.ARRIVE);
      case FAILED -> inTurn(Happening.SEND, Happening.ACCEPT, Happening.FAIL);
      case NOT_THERE -> {
        inTurn(Happening.SEND, Happening.LOSE);
        notThere();
      }
      case REFUSED -> happens(Happening.FORBID);
      case DECLINED -> inTurn(Happening.SEND, Happening.DECLINE);
      case CANCELLED -> happens(Happening.KILL);
      case IN_DOUBT -> inTurn(Happening.SEND, Happening.LOSE);
    }
    Objects.requireNonNull(state());
  }

  private void inTurn(Happening... all) {
    List.of(all).forEach(this::happens);
  }

  private void happens(Happening what) {
    switch (what) {
      case WAIT -> becomes("held", "hours");
      case SEND -> send();
      case FORBID -> becomes("refused", "said_no");
      case KILL -> becomes("cancelled", "changed");
      case ACCEPT -> handedOver(Says.YES);
      case DECLINE -> handedOver(BUSY);
      case LOSE -> handedOver(new Says(503, ""));
      case SAYS_SENT -> hears("sent");
      case ARRIVE -> hears("delivered");
      case FAIL -> hears("undelivered");
      case FOLLOW -> clinic.practice().run(() -> bean(Following.class).follow(organization));
      case AGAIN -> unlessRefused(ledger -> ledger.again(line.id()));
      case TOLD_AGAIN -> {
        unlessRefused(ledger -> ledger.settle(line.id(), "told"));
        unlessRefused(ledger -> ledger.again(line.id()));
      }
    }
  }

  private void becomes(String state, String reason) {
    var next = new EntryStore.Change(state, reason, line.dueAt(), Instant.now());
    change(() -> bean(EntryStore.class).change(line, next));
  }

  /** As the run does: what is unsent is taken alone, and written down as on its way. */
  private void send() {
    change(() -> {
      var mine = bean(EntryStore.class).alone(organization, List.of(line.id()), Instant.now());
      mine.forEach(this::out);
      return mine.size();
    });
  }

  private void out(Entry one) {
    var text =
        new NewText(
            organization, ana, NewText.Purpose.VISIT, Basis.CONSENT, "visit/" + one.id(), number);
    begun = bean(Texts.class).begin(text);
    bean(EntryStore.class).out(one, begun.id().value(), "", Instant.now());
  }

  private void handedOver(Says answer) {
    if (begun != null) {
      bean(TestCarrier.class).says(number.e164().orElseThrow(), answer);
      clinic.practice().run(() -> bean(Texts.class).handOver(begun, "x"));
    }
  }

  private void hears(String word) {
    if (begun != null) {
      var receipt = TextReceipt.of("SM1", word, "30003").orElseThrow();
      bean(TextReceipts.class).told(organization, begun.id(), receipt);
    }
  }

  /** As the gateway's list has it after ten minutes. */
  private void notThere() {
    change(() ->
        bean(org.springframework.jdbc.core.simple.JdbcClient.class)
            .sql(
                "update messaging.outgoing set state = 'failed', reason = 'not-at-gateway' where outgoing_id = :id")
            .param("id", Objects.requireNonNull(begun).id().value())
            .update());
  }

  private void unlessRefused(Consumer<Ledger> act) {
    try {
      clinic.practice().run(() -> act.accept(bean(Ledger.class)));
    } catch (Refused notThis) {
      // Then it stays as it is, which the table says.
    }
  }

  private String state() {
    return clinic.practice().ask(() -> bean(Ledger.class).get(line.id())).state().code();
  }

  private Entry fresh() {
    var now = Instant.now();
    return new Entry(
        organization,
        EntryId.next(),
        ana,
        UUID.randomUUID(),
        1,
        Step.DAY,
        Channel.TEXT,
        Entry.Urgency.USUAL,
        EntryState.PLANNED,
        "",
        now.minusSeconds(1),
        now.minusSeconds(1),
        now.plus(Duration.ofDays(1)),
        now,
        0,
        "",
        Optional.empty());
  }

  private <T> T bean(Class<T> type) {
    return beans.getBean(type);
  }

  private <T> void change(Supplier<T> work) {
    clinic
        .practice()
        .run(() -> bean(TransactionTemplate.class).executeWithoutResult(status -> work.get()));
  }
}
