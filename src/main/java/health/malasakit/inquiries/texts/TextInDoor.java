package health.malasakit.inquiries.texts;

import health.malasakit.inquiries.redflags.RedFlag;
import health.malasakit.inquiries.redflags.RedFlags;
import health.malasakit.inquiries.texts.TextIn.Why;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import health.malasakit.messaging.texts.TextNumbers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where texts come in. A text is kept first, in a transaction of its own, with its danger; what
 * rules make of it comes after. Whatever fails in between, it waits for a person.
 */
@Component
public class TextInDoor {

  private final TextNumbers numbers;
  private final TextInStore store;
  private final Behind behind;
  private final RedFlags flags;
  private final TextsUnruled unruled;
  private final Live live;
  private final TransactionTemplate transactions;

  TextInDoor(
      TextNumbers numbers,
      TextInStore store,
      Behind behind,
      RedFlags flags,
      TextsUnruled unruled,
      Live live,
      TransactionTemplate transactions) {
    this.numbers = numbers;
    this.store = store;
    this.behind = behind;
    this.flags = flags;
    this.unruled = unruled;
    this.live = live;
    this.transactions = transactions;
  }

  /** What became of what the carrier brought. */
  public enum Taken {
    NEW,
    /** It was brought before. */
    KNOWN,
    /** No clinic has the number that was written to. */
    NOBODYS
  }

  /** Takes a text once, however often it is brought; its answer has gone out then. */
  public Taken came(TextIn.Came came) {
    return to(came.to())
        .flatMap(numbers::whose)
        .map(clinic -> Scopes.call(Scope.job(clinic, "texts-in"), () -> taken(clinic, came)))
        .orElse(Taken.NOBODYS);
  }

  private static Optional<Phone> to(String number) {
    try {
      return Optional.of(Phone.of(number));
    } catch (Refused none) {
      return Optional.empty();
    }
  }

  private Taken taken(OrganizationId clinic, TextIn.Came came) {
    var kept = Objects.requireNonNull(transactions.execute(status -> keep(clinic, came)));
    if (kept.isEmpty()) {
      unruled.again(clinic, came.carrierId());
      return Taken.KNOWN;
    }
    unruled.rule(clinic, kept.get());
    return Taken.NEW;
  }

  private Optional<TextInId> keep(OrganizationId clinic, TextIn.Came came) {
    var danger = flags.matching(came.body()).stream().findFirst();
    List<PatientId> about =
        came.phone().map(number -> behind.everyone(clinic, number)).orElse(List.of());
    var text =
        new TextIn(
            clinic,
            TextInId.next(),
            came,
            (danger.isPresent() ? Reading.Kind.DANGER : Reading.Kind.WORDS).code(),
            danger.map(RedFlag::code).orElse(""),
            danger.isPresent() ? Why.DANGER : Why.WORDS,
            about.size(),
            TextIn.Replied.NOTHING,
            Optional.empty(),
            new TextIn.Status.Open(),
            1);
    if (!store.add(text, about)) {
      return Optional.empty();
    }
    store.remember(text, new TextInStep("came", "", Optional.empty(), came.at()));
    live.changed(TextsIn.topic(clinic));
    return Optional.of(text.id());
  }
}
