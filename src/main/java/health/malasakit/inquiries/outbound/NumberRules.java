package health.malasakit.inquiries.outbound;

import health.malasakit.directory.Clinics;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.reach.NumberWords;
import health.malasakit.patients.search.CallerCandidates;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What speaks against ringing a number while nobody knows whose it is: that of a voicemail, or one
 * that was typed. The clinic's clock stands for that of whoever has it.
 */
@Component
public class NumberRules {

  private final Clinics clinics;
  private final CallerCandidates candidates;
  private final NumberWords words;
  private final Clock clock;

  NumberRules(Clinics clinics, CallerCandidates candidates, NumberWords words, Clock clock) {
    this.clinics = clinics;
    this.candidates = candidates;
    this.words = words;
    this.clock = clock;
  }

  /**
   * Nothing, when the number may be rung now, or whoever rings it knows better. A number with rules
   * of its own is rung from the page of the patient alone, where these are asked.
   *
   * @param despite whether she read what speaks against it and rings all the same
   * @throws Refused conflict on the field {@code despite}, codes {@code number.hour}, {@code
   *     number.stopped}; on the field {@code number}, code {@code number.safe_contact}
   */
  @Transactional(readOnly = true)
  public void check(OrganizationId clinic, Phone number, boolean despite) {
    if (candidates.hasSafeContact(clinic, number)) {
      throw Refused.conflict("number.safe_contact").onField("number");
    }
    against(clinic, number)
        .filter(no -> !despite)
        .ifPresent(no -> {
          throw no.onField("despite");
        });
  }

  private Optional<Refused> against(OrganizationId clinic, Phone number) {
    var now = clock.instant();
    var night =
        Optional.ofNullable(clinics.zones().get(clinic))
            .filter(zone -> !new Hours(zone, Optional.empty(), Optional.empty()).allow(now));
    if (night.isPresent()) {
      return Optional.of(Refused.conflict("number.hour", Moments.clock(now, night.get())));
    }
    return candidates.byNumber(clinic, number).stream()
            .anyMatch(one -> !words.stopped(clinic, one, List.of(number)).isEmpty())
        ? Optional.of(Refused.conflict("number.stopped"))
        : Optional.empty();
  }
}
