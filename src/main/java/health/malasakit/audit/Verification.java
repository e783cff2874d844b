package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private final ArchiveStore archives;
  private final ArchiveFiles files;
  private final Anchors anchors;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Verification(
      SealStore store,
      ArchiveStore archives,
      ArchiveFiles files,
      Anchors anchors,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.archives = archives;
    this.files = files;
    this.anchors = anchors;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Looks at every line, seal and anchor of an organization. */
  public Verdict verify(OrganizationId organization) {
    return Scopes.call(
        Scope.job(organization, "audit-verify"),
        () -> {
          Map<Long, String> anchored = new HashMap<>();
          anchors.each(organization, anchor -> anchored.put(anchor.position(), ""));
          var walked = walk(organization, anchored);
          if (walked.finding().isPresent()) {
            return walked;
          }
          var compared = new AtomicLong();
          var known = new Known(walked.lines(), anchored);
          var finding = anchored(organization, known, compared).or(() -> unsealed(organization));
          return new Verdict(walked.lines(), compared.get(), finding);
        });
  }

  /**
   * A part may go from the database to a file between the list of the files and the seals: what is
   * then missing in the database is looked for once more in the files.
   */
  private Verdict walk(OrganizationId organization, Map<Long, String> anchored) {
    var archived = read(() -> archives.of(organization));
    var walked = walk(organization, archived, anchored);
    while (walked.finding().isPresent()) {
      var now = read(() -> archives.of(organization));
      if (now.size() <= archived.size()) {
        break;
      }
      archived = now;
      walked = walk(organization, archived, anchored);
    }
    return walked;
  }

  /** Through files and database alike, remembering the chain where an anchor will ask for it. */
  private Verdict walk(
      OrganizationId organization, List<Archived> archived, Map<Long, String> anchored) {
    var gone = archived.stream().flatMap(one -> wrong(one).stream()).findFirst();
    if (gone.isPresent()) {
      return new Verdict(0, 0, gone);
    }
    try (var lines =
        new SealedLines(
            archived.stream().map(files::read).toList(),
            after -> read(() -> store.sealedAfter(organization, after, PORTION)))) {
      var chain = Chain.empty(organization);
      for (var next = lines.next(); next.isPresent(); next = lines.next()) {
        var sealed = next.get();
        var wrong = wrong(sealed, chain);
        if (wrong.isPresent()) {
          return new Verdict(chain.position(), 0, wrong);
        }
        chain = chain.with(sealed.id(), "", Objects.requireNonNull(sealed.line()).hash());
        anchored.replace(chain.position(), chain.hash());
      }
      return new Verdict(chain.position(), 0, Optional.empty());
    }
  }

  private Optional<Verdict.Finding> wrong(Archived archived) {
    var extent = archived.extent();
    if (!files.exists(archived)) {
      return found(Verdict.Kind.ARCHIVE_MISSING, archived.file(), extent.first(), extent.last());
    }
    return files.isWhole(archived)
        ? Optional.empty()
        : found(Verdict.Kind.ARCHIVE_CHANGED, archived.file(), extent.first(), extent.last());
  }

  /** What is wrong with a seal that stands after this chain. */
  static Optional<Verdict.Finding> wrong(SealStore.Sealed sealed, Chain before) {
    if (sealed.position() != before.position() + 1) {
      return found(Verdict.Kind.SEAL_MISSING, before.position() + 1);
    }
    var wrong = wrongLine(sealed);
    if (wrong.isPresent()) {
      return wrong;
    }
    var hash = Objects.requireNonNull(sealed.line()).hash();
    return before.with(sealed.id(), "", hash).hash().equals(sealed.chainHash())
        ? Optional.empty()
        : found(Verdict.Kind.SEAL_CHANGED, sealed.id(), sealed.position());
  }

  /** What is wrong with the line of a seal, whatever the chain is. */
  static Optional<Verdict.Finding> wrongLine(SealStore.Sealed sealed) {
    var line = sealed.line();
    if (line == null) {
      return found(Verdict.Kind.LINE_MISSING, sealed.id(), sealed.position());
    }
    return Chain.hex(line.hash()).equals(sealed.lineHash())
        ? Optional.empty()
        : found(Verdict.Kind.LINE_CHANGED, sealed.id(), sealed.position());
  }

  private Optional<Verdict.Finding> anchored(
      OrganizationId organization, Known known, AtomicLong compared) {
    var first = new AtomicReference<Verdict.Finding>();
    anchors.each(
        organization,
        anchor -> {
          compared.incrementAndGet();
          if (first.get() == null) {
            wrong(anchor, known).ifPresent(first::set);
          }
        });
    return Optional.ofNullable(first.get());
  }

  /** The chain as it was walked: its end, and its hash wherever an anchor asks. */
  private record Known(long last, Map<Long, String> chainAt) {}

  private Optional<Verdict.Finding> wrong(Anchor anchor, Known known) {
    if (!anchors.isSigned(anchor)) {
      return found(Verdict.Kind.ANCHOR_FORGED, anchor.position(), anchor.at());
    }
    if (anchor.position() > known.last()) {
      return found(Verdict.Kind.TAIL_CUT, known.last(), anchor.position(), anchor.at());
    }
    return anchor.hash().equals(known.chainAt().get(anchor.position()))
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

  static Optional<Verdict.Finding> found(Verdict.Kind kind, Object... facts) {
    var sentence = Sentences.of("audit.broken." + kind.name().toLowerCase(Locale.ROOT), facts);
    return Optional.of(new Verdict.Finding(kind, sentence));
  }
}
