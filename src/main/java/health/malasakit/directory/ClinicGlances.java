package health.malasakit.directory;

import health.malasakit.kernel.OrganizationId;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What every page needs of the clinics around it, in two statements however many there are. */
@Component
public class ClinicGlances {

  private final ClinicGlanceStore store;

  ClinicGlances(ClinicGlanceStore store) {
    this.store = store;
  }

  /** For each of these clinics in scope; a country is ISO 3166 alpha-2. */
  @Transactional(readOnly = true)
  public Map<OrganizationId, ClinicGlance> of(
      Collection<OrganizationId> organizations, String country) {
    return store.of(organizations, country);
  }
}
