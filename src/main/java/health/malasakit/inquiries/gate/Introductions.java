package health.malasakit.inquiries.gate;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.gate.Tries.Outcome;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An office, a pharmacy, a facility or a payer says who it is, before it asks about anybody. */
@Component
public class Introductions {

  private final Tries tries;
  private final Parties parties;
  private final Guesses guesses;
  private final Audit audit;

  Introductions(Tries tries, Parties parties, Guesses guesses, Audit audit) {
    this.tries = tries;
    this.parties = parties;
    this.guesses = guesses;
    this.audit = audit;
  }

  /**
   * Who is not proven may leave a message and hears nothing.
   *
   * @throws Refused as {@link CallerChecks#check}, and as {@link Parties#heard}
   */
  @Transactional
  public Answer hear(OrganizationId organization, CallId id, Introduction said) {
    var sort = Party.Sort.of(said.sort());
    var asking = tries.next(organization, id, Said.by(sort.kind()));
    var party = parties.heard(asking.call(), said);
    if (party.verified()) {
      Tries.requireLeft(asking);
      if (guesses.closed(asking)) {
        return tries.tooMany(asking);
      }
      if (!parties.fits(asking.call(), party)) {
        return tries.noMatch(asking, List.of());
      }
      audit.done(Act.on(organization, "identified", "call", id.value()).with(party.proof().code()));
    }
    parties.add(asking.call(), party);
    tries.written(
        asking,
        party.verified()
            ? Outcome.ofNobody(List.of(Fact.ORGANIZATION), GateTry.PARTY)
            : Outcome.ofNobody(List.of(), GateTry.NOT_NEEDED));
    return new Answer.NotNeeded();
  }
}
