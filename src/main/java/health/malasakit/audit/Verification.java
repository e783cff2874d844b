package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves that nobody changed the audit of an organization, or names the first place where somebody
 * did. Reads in portions, so its memory does not grow with the audit.
 */
@Component
public class Verification {

  /** A line may wait this long for its seal. */
  static final Duration SEALED_WITHIN = Duration.ofMinutes(1);

  private static final int PORTION = 5000;

  private final SealStore store;
  private final Anchors anchors;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Verification(SealStore store, Anchors anchors, TransactionTemplate transactions, Clock clock) {
    this.store = store;
    this.anchors = anchors;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Looks at every line, seal and anchor of an organization. */
  public Verdict verify(OrganizationId organization) {
    return Scopes.call(
        Scope.job(organization, "audit-verify"),
        () -> {
          var walked = walk(organization);
          if (walked.finding().isPresent()) {
            return walked;
          }
          var compared = new AtomicLong();
          var finding =
              anchored(organization, walked.lines(), compared).or(() -> unsealed(organization));
          return new Verdict(walked.lines(), compared.get(), finding);
        });
  }

  private Verdict walk(OrganizationId organization) {
    var chain = Chain.empty(organization);
    while (true) {
      var after = chain.position();
      var portion = read(() -> store.sealedAfter(organization, after, PORTION));
      for (var sealed : portion) {
        var wrong = wrong(sealed, chain);
        if (wrong.isPresent()) {
          return new Verdict(chain.position(), 0, wrong);
        }
        chain = chain.with(sealed.id(), "", Objects.requireNonNull(sealed.line()).hash());
      }
      if (portion.size() < PORTION) {
        return new Verdict(chain.position(), 0, Optional.empty());
      }
    }
  }

  private static Optional<Verdict.Finding> wrong(SealStore.Sealed sealed, Chain before) {
    if (sealed.position() != before.position() + 1) {
      return found(Verdict.Kind.SEAL_MISSING, before.position() + 1);
    }
    var line = sealed.line();
    if (line == null) {
      return found(Verdict.Kind.LINE_MISSING, sealed.id(), sealed.position());
    }
    var hash = line.hash();
    if (!Chain.hex(hash).equals(sealed.lineHash())) {
      return found(Verdict.Kind.LINE_CHANGED, sealed.id(), sealed.position());
    }
    if (!before.with(sealed.id(), "", hash).hash().equals(sealed.chainHash())) {
      return found(Verdict.Kind.SEAL_CHANGED, sealed.id(), sealed.position());
    }
    return Optional.empty();
  }

  private Optional<Verdict.Finding> anchored(
      OrganizationId organization, long last, AtomicLong compared) {
    var first = new AtomicReference<Verdict.Finding>();
    anchors.each(
        organization,
        anchor -> {
          compared.incrementAndGet();
          if (first.get() == null) {
            wrong(anchor, last).ifPresent(first::set);
          }
        });
    return Optional.ofNullable(first.get());
  }

  private Optional<Verdict.Finding> wrong(Anchor anchor, long last) {
    if (!anchors.isSigned(anchor)) {
      return found(Verdict.Kind.ANCHOR_FORGED, anchor.position(), anchor.at());
    }
    if (anchor.position() > last) {
      return found(Verdict.Kind.TAIL_CUT, last, anchor.position(), anchor.at());
    }
    var chain = read(() -> store.chainAt(anchor.organization(), anchor.position()));
    return chain.equals(Optional.of(anchor.hash()))
        ? Optional.empty()
        : found(Verdict.Kind.CHAIN_REBUILT, anchor.position(), anchor.at());
  }

  private Optional<Verdict.Finding> unsealed(OrganizationId organization) {
    var before = clock.instant().minus(SEALED_WITHIN);
    var after = new UUID(0, 0);
    List<SealStore.Seen> portion;
    do {
      var from = after;
      portion = read(() -> store.linesAfter(organization, from, before, PORTION));
      for (var seen : portion) {
        if (!seen.fine()) {
          return found(Verdict.Kind.LINE_UNSEALED, seen.id());
        }
        after = seen.id();
      }
    } while (portion.size() == PORTION);
    return Optional.empty();
  }

  private <T> T read(Supplier<T> question) {
    return Objects.requireNonNull(transactions.execute(status -> question.get()));
  }

  private static Optional<Verdict.Finding> found(Verdict.Kind kind, Object... facts) {
    var sentence = Sentences.of("audit.broken." + kind.name().toLowerCase(Locale.ROOT), facts);
    return Optional.of(new Verdict.Finding(kind, sentence));
  }
}
