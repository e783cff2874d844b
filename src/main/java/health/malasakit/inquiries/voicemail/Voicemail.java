package health.malasakit.inquiries.voicemail;

import health.malasakit.directory.Clinic;
import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a caller left on the machine, until it became something.
 *
 * @param call that ended in it; empty when it was added for a number
 * @param number of the caller; empty when it was withheld
 * @param length as the sound says it; empty when it does not
 * @param addedBy who added it by hand; empty when the telephone sent it
 * @param heard who began to play it first
 */
public record Voicemail(
    OrganizationId organization,
    VoicemailId id,
    Optional<CallId> call,
    Optional<Phone> number,
    Instant cameAt,
    Optional<Duration> length,
    Optional<AccountId> addedBy,
    Optional<Mark> heard,
    Optional<Settled> settled) {

  /** So long after the clinic is open it may stay unheard. */
  private static final Duration UNHEARD_MAX = Duration.ofMinutes(30);

  /** Who, and when. */
  public record Mark(AccountId by, Instant at) {}

  /** What became of it. */
  public enum Became {
    MESSAGE,
    CALL_BACK,
    DONE,
    /** Somebody took the missed call in which it was left. */
    TAKEN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What became of it, by whom, when. */
  public record Settled(Became became, Mark mark) {}

  /** When it has to be heard: 30 minutes after it came, or after the clinic opens next. */
  public Instant dueAt(Clinic clinic) {
    var open = clinic.openAt(cameAt) ? cameAt : clinic.nextOpening(cameAt).orElse(cameAt);
    return open.plus(UNHEARD_MAX);
  }

  /** Somebody began to play it; the first counts. */
  Voicemail hear(Mark by) {
    return heard.isPresent() ? this : with(Optional.of(by), settled);
  }

  /** It became something, once. */
  Voicemail settle(Became became, Mark by) {
    if (settled.isPresent()) {
      throw Refused.conflict("voicemail.settled");
    }
    return with(heard, Optional.of(new Settled(became, by)));
  }

  private Voicemail with(Optional<Mark> first, Optional<Settled> end) {
    return new Voicemail(organization, id, call, number, cameAt, length, addedBy, first, end);
  }

  @Override
  public String toString() {
    return "Voicemail[" + id + "]";
  }
}
