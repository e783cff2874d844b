package health.malasakit.inquiries.gate;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.search.Asked;
import health.malasakit.patients.search.PatientSearches;
import health.malasakit.patients.search.SearchWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looking for somebody whom the caller on the line is not about. The search shows nobody else then,
 * so who needs another record says why before she learns whether anybody fits.
 */
@Component
public class AsideSearches {

  /** Few: each is opened. Who has more that fit says more of them. */
  private static final int OPENED_MAX = 3;

  private final CallerLimits limits;
  private final Asked asked;
  private final PatientSearches searches;
  private final Audit audit;
  private final Clock clock;

  AsideSearches(
      CallerLimits limits, Asked asked, PatientSearches searches, Audit audit, Clock clock) {
    this.limits = limits;
    this.asked = asked;
    this.searches = searches;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Opens the three closest of a search for ten minutes of this call; written into the audit also
   * when nobody fits.
   *
   * @throws Refused as {@link CallerLimits#aside}
   */
  @Transactional
  public void open(OrganizationId clinic, CallId call, UUID search, String reason) {
    limits.requireAside(call, reason);
    audit.done(Act.on(clinic, "looked-aside", "call", call.value()));
    var today = LocalDate.ofInstant(clock.instant(), Scopes.current().zone());
    asked
        .words(search)
        .map(typed -> searches.closest(SearchWords.read(typed, today), OPENED_MAX))
        .ifPresent(found -> found.forEach(card -> limits.aside(card.id(), call, reason)));
  }
}
