package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import java.util.Optional;

/**
 * Looks at what is about to leave the database, in the order of its seals: each seal has its line
 * as it was sealed and follows from the one before. What is not so must stay, for it is the proof
 * that somebody changed the audit.
 */
final class Continuity {

  private final Parts parts;
  private final OrganizationId organization;
  private long first;
  private Optional<Chain> chain = Optional.empty();

  Continuity(Parts parts, OrganizationId organization) {
    this.parts = parts;
    this.organization = organization;
  }

  /** Says what is wrong with the next one; a few positions between may lie in the part beside. */
  Optional<Verdict.Finding> wrong(SealStore.Sealed sealed) {
    var before = sealed.position() - 1;
    var from = chain.map(link -> link.position() + 1).orElse(Math.max(before, 1));
    if (from <= before) {
      var missing = parts.missing(organization, from, before);
      if (missing.isPresent()) {
        return Verification.found(Verdict.Kind.SEAL_MISSING, missing.get());
      }
    }
    var known =
        chain
            .filter(link -> link.position() == before)
            .or(() -> parts.chainAt(organization, before));
    var wrong =
        known.isPresent()
            ? Verification.wrong(sealed, known.get())
            : Verification.wrongLine(sealed);
    first = first == 0 ? sealed.position() : first;
    chain =
        Optional.of(
            new Chain(
                organization, sealed.position(), Optional.of(sealed.id()), "", sealed.chainHash()));
    return wrong;
  }

  /** Says what is missing between the last one and the first that stays in the database. */
  Optional<Verdict.Finding> wrongAtTheEnd() {
    return chain.flatMap(last -> after(last.position()));
  }

  private Optional<Verdict.Finding> after(long last) {
    return parts
        .next(organization, last)
        .flatMap(next -> parts.missing(organization, last + 1, next - 1))
        .flatMap(missing -> Verification.found(Verdict.Kind.SEAL_MISSING, missing));
  }

  /** The positions that were looked at. */
  Archived.Extent extent(long lines) {
    return new Archived.Extent(first, chain.map(Chain::position).orElse(0L), lines);
  }
}
