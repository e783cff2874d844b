package health.malasakit.inquiries.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.SafeContacts;
import health.malasakit.patients.reach.NumberWords;
import health.malasakit.patients.search.CallerCandidates;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What speaks against a text of a person to a number that wrote, as it speaks against a call there:
 * nobody knows who holds that phone.
 */
@Component
class AnswerRules {

  private final CallerCandidates candidates;
  private final SafeContacts safe;
  private final NumberWords words;
  private final Clock clock;

  AnswerRules(CallerCandidates candidates, SafeContacts safe, NumberWords words, Clock clock) {
    this.candidates = candidates;
    this.safe = safe;
    this.words = words;
    this.clock = clock;
  }

  /**
   * Nothing, or a refusal.
   *
   * @throws Refused conflict on the field {@code words}, code {@code number.safe_contact}, when
   *     somebody behind it may not be reached there now; on the field {@code despite}, code {@code
   *     number.stopped}, unless whoever answers knows
   */
  void check(OrganizationId clinic, Phone number, TextsIn.Words answer) {
    var now = clock.instant();
    if (candidates.withSafeContact(clinic, number).stream()
        .anyMatch(one -> !safe.mayContact(clinic, one, number.written(), now))) {
      throw Refused.conflict("number.safe_contact/text").onField("words");
    }
    if (!answer.despite()
        && candidates.everyone(clinic, number).stream()
            .anyMatch(one -> !words.stopped(clinic, one, List.of(number)).isEmpty())) {
      throw Refused.conflict("number.stopped").onField("despite");
    }
  }
}
