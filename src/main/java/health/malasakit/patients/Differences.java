package health.malasakit.patients;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** "Tell the clinic", over all patients of a clinic who may be seen from here. */
@Component
public class Differences {

  /** So many patients are read at most. */
  public static final int MOST = 1000;

  /** A patient of whom something differs, in which fields, and since when the first of them. */
  public record Open(PatientId patient, List<String> fields, Instant since) {

    /** The fields in words. */
    public List<String> fieldWords() {
      return fields.stream().map(FactWords::field).toList();
    }

    @Override
    public String toString() {
      return "Open[" + patient + "]";
    }
  }

  private final DifferenceStore store;

  Differences(DifferenceStore store) {
    this.store = store;
  }

  /** Those that have waited longest first; at most {@value #MOST}. Writes no audit. */
  @Transactional(readOnly = true)
  public List<Open> open(OrganizationId organization) {
    return store.open(organization, MOST);
  }

  /** Of how many patients something differs; a clinic with none is absent. */
  @Transactional(readOnly = true)
  public Map<OrganizationId, Integer> howMany(Collection<OrganizationId> organizations) {
    return store.howMany(organizations);
  }
}
