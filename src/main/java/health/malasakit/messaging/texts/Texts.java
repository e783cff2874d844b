package health.malasakit.messaging.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.Handed;
import health.malasakit.messaging.Permission;
import health.malasakit.messaging.Purpose;
import health.malasakit.messaging.Use;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What goes out as a text: it is written down as on its way, then handed over while no connection
 * to the database is held, then written down what came of it. Who ends in between leaves it in
 * doubt, and nothing sends it again.
 */
@Component
public class Texts {

  private final TextStore store;
  private final TextNumbers numbers;
  private final GatewayDoor door;
  private final SettlingStore settling;
  private final NumberStops stops;
  private final Consents consents;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Texts(
      TextStore store,
      TextNumbers numbers,
      GatewayDoor door,
      SettlingStore settling,
      NumberStops stops,
      Consents consents,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.numbers = numbers;
    this.door = door;
    this.settling = settling;
    this.stops = stops;
    this.consents = consents;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A text that is written down and not handed over yet. */
  public record Begun(TextId id, OrganizationId organization, String from, String to) {

    @Override
    public String toString() {
      return "Begun[" + id + "]";
    }
  }

  /**
   * Writes down that a text goes out. Nothing goes out until {@link #handOver}, after this
   * transaction.
   *
   * @throws Refused conflict, code {@code text.not_connected} without a gateway, {@code
   *     text.no_number} when the clinic sends from no number, {@code text.stopped} when somebody
   *     behind this number wants no texts, {@code text.known} when one with this key was begun;
   *     invalid, code {@code text.to}, for a number that no carrier could have assigned
   */
  @Transactional
  public Begun begin(NewText text) {
    if (!numbers.isConnected()) {
      throw Refused.conflict("text.not_connected");
    }
    var from =
        numbers
            .of(text.organization())
            .flatMap(Phone::e164)
            .orElseThrow(() -> Refused.conflict("text.no_number"));
    var to = text.to().e164().orElseThrow(() -> Refused.invalid("text.to"));
    if (isStopped(text)) {
      throw Refused.conflict("text.stopped");
    }
    var id = TextId.next();
    if (!store.add(id, text, new TextStore.Line(from, to), clock.instant())) {
      throw Refused.conflict("text.known");
    }
    return new Begun(id, text.organization(), from, to);
  }

  /** Whether nothing goes out to this number: she said so, or somebody who has it answered STOP. */
  @Transactional(readOnly = true)
  public boolean isStopped(NewText text) {
    var use = new Use(Channel.TEXT, text.to().written(), Purpose.CARE);
    return consents.may(text.organization(), text.patient(), use) instanceof Permission.Not
        || isStopped(text.organization(), text.to());
  }

  /** Whether somebody who has this number answered STOP; of what a patient said, nothing. */
  @Transactional(readOnly = true)
  public boolean isStopped(OrganizationId organization, Phone number) {
    return stops.stands(organization, List.of(number)).values().stream()
        .anyMatch(NumberStand::closed);
  }

  /**
   * Hands it over. Takes up to eight seconds, in which the database is not needed.
   *
   * @param body what it says, which is kept nowhere
   */
  public SentText handOver(Begun begun, String body) {
    requireNoTransaction();
    var handed = door.hand(begun, body);
    var next = after(begun.id(), handed, clock.instant());
    var carrier = handed instanceof Handed.Accepted yes ? yes.carrierId() : "";
    transactions.executeWithoutResult(
        status -> settling.ofSending(begun.organization(), next, carrier));
    return next;
  }

  static void requireNoTransaction() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A text is handed over outside of any transaction");
    }
  }

  static SentText after(TextId id, Handed handed, Instant now) {
    return switch (handed) {
      case Handed.Accepted yes -> new SentText(id, TextState.HANDED_OVER, "", now);
      case Handed.Declined no -> new SentText(id, TextState.REFUSED, no.code(), now);
      case Handed.InDoubt unknown -> new SentText(id, TextState.IN_DOUBT, unknown.code(), now);
    };
  }

  /** One of the ledger, as it is now. */
  @Transactional(readOnly = true)
  public Optional<SentText> find(OrganizationId organization, TextId id) {
    return store.find(organization, id).map(one -> one.at(clock.instant()));
  }

  /** How many texts of a purpose were begun for a number of this clinic since a moment. */
  @Transactional(readOnly = true)
  public int begunFor(NewText text, Instant since) {
    return text.to().e164().map(to -> store.count(text, to, since)).orElse(0);
  }

  /** What came of a text, in the order in which it happened. */
  @Transactional(readOnly = true)
  public List<SentText> history(OrganizationId organization, TextId id) {
    return store.history(organization, id);
  }
}
