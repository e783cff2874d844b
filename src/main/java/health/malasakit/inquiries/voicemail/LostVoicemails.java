package health.malasakit.inquiries.voicemail;

import health.malasakit.inquiries.TelephoneId;
import health.malasakit.kernel.OrganizationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Voicemails that were given up because nobody learned whose they were. */
@Component
public class LostVoicemails {

  /** So long each is told to whoever looks after the telephones. */
  private static final Duration TOLD = Duration.ofDays(30);

  private final LostVoicemailStore store;
  private final Clock clock;

  LostVoicemails(LostVoicemailStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** One of them: when it came at its telephone system, and when it was given up. */
  public record Lost(VoicemailId id, TelephoneId system, Instant cameAt, Instant givenUpAt) {}

  /**
   * Those of the last 30 days of systems that ring for this clinic, the latest first; 50 at most.
   */
  @Transactional(readOnly = true)
  public List<Lost> of(OrganizationId organization) {
    return store.since(organization, clock.instant().minus(TOLD));
  }

  /** Told to a clinic, once. */
  @Transactional
  void tell(OrganizationId organization, List<Lost> some) {
    some.forEach(one -> store.add(organization, one));
  }
}
