package health.malasakit.directory;

import health.malasakit.kernel.Npi;
import health.malasakit.kernel.OrganizationId;
import java.util.List;

/** A person who sees patients at a clinic. */
public record Practitioner(
    PractitionerId id,
    OrganizationId organization,
    Details details,
    Source source,
    boolean active,
    long version) {

  /**
   * What a person types or a file says.
   *
   * @param credentials after the name: {@code MD}, {@code PA-C}
   * @param npi as typed or as the file had it; empty when unknown
   * @param languages BCP 47 codes: {@code en}, {@code es}
   * @param licensedStates two letters each
   */
  public record Details(
      String given,
      String family,
      String credentials,
      String npi,
      List<String> languages,
      List<String> licensedStates) {
    public Details {
      languages = List.copyOf(languages);
      licensedStates = List.copyOf(licensedStates);
    }
  }

  /** {@code Ana Reyes, MD}. */
  public String name() {
    String full = (details.given() + " " + details.family()).strip();
    return details.credentials().isEmpty() ? full : full + ", " + details.credentials();
  }

  /** False when a file brought an NPI whose check digit is wrong, or none. */
  public boolean npiVerified() {
    return Npi.isValid(details.npi());
  }
}
