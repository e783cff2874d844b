package health.malasakit.inquiries.mixups;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Something that was moved from the wrong person to the right one. It says no name and no word of
 * what was moved; the two persons stand in lines of their own.
 *
 * @param version of the thing right after it was moved; another one means that more was done to it
 * @param told what had been said or sent before
 * @param undone who moved it back at once, and when
 * @param finding what the privacy officer found; empty while she has not closed it
 * @param partOf with which it went in the same act; empty when it went by itself
 */
public record MixUp(
    OrganizationId organization,
    MixUpId id,
    Thing thing,
    int version,
    Slip slip,
    Set<Told> told,
    Done done,
    Optional<Done> undone,
    Optional<Finding> finding,
    Optional<MixUpId> partOf) {

  /** Version of a call on the line until it is said what becomes of what was done in it. */
  static final int IN_CALL = 0;

  private static final int IN_CALL_SETTLED = -1;
  private static final int FOUND_LENGTH_MAX = 1000;

  /** Moved now; how it came about and what had been said or sent is yet to be told. */
  static MixUp of(OrganizationId organization, Thing thing, int version, Done done) {
    return new MixUp(
        organization,
        MixUpId.next(),
        thing,
        version,
        Slip.MINE,
        Set.of(),
        done,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Who did it, and when. */
  public record Done(AccountId by, Instant at) {}

  /** What was found, by whom, when. */
  public record Finding(String words, AccountId by, Instant at) {

    @Override
    public String toString() {
      return "Finding";
    }
  }

  /** Whether the privacy officer still has to say what she found. */
  public boolean waits() {
    return !told.isEmpty() && finding.isEmpty();
  }

  /**
   * Whether the caller was on the line: what was done is moved by itself, the call is nobody's yet.
   */
  boolean inCall() {
    return version == IN_CALL || version == IN_CALL_SETTLED;
  }

  /** How it came about, and what had been said or sent. */
  MixUp told(Slip how, Set<Told> before) {
    return new MixUp(organization, id, thing, version, how, before, done, undone, finding, partOf);
  }

  /** It went with another one. */
  MixUp partOf(MixUpId whole) {
    return new MixUp(
        organization, id, thing, version, slip, told, done, undone, finding, Optional.of(whole));
  }

  /** It is said what becomes of what was done in the call. */
  MixUp settled(Slip how, Set<Told> before) {
    return new MixUp(
        organization,
        id,
        thing,
        IN_CALL_SETTLED,
        how,
        Set.copyOf(before),
        done,
        undone,
        finding,
        partOf);
  }

  /** It was moved back. */
  MixUp undo(Done by) {
    if (undone.isPresent()) {
      throw Refused.conflict("mixup.undone");
    }
    return new MixUp(
        organization, id, thing, version, slip, told, done, Optional.of(by), finding, partOf);
  }

  /** The privacy officer closes it. */
  MixUp close(String words, Done by) {
    if (!waits()) {
      throw Refused.conflict("mixup.closed");
    }
    if (words.isBlank() || words.strip().length() > FOUND_LENGTH_MAX) {
      throw Refused.invalid("mixup.finding", FOUND_LENGTH_MAX).onField("found");
    }
    return new MixUp(
        organization,
        id,
        thing,
        version,
        slip,
        told,
        done,
        undone,
        Optional.of(new Finding(words.strip(), by.by(), by.at())),
        partOf);
  }

  @Override
  public String toString() {
    return "MixUp[" + id + "]";
  }
}
