package health.malasakit.desk;

import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.directory.ClinicGlances;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.Patients;
import health.malasakit.patients.speaking.ClinicZones;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clinics of the current scope with their zones, in three statements. */
@Component
public class ClinicsAt implements ClinicZones {

  private final Organizations organizations;
  private final ClinicGlances glances;

  ClinicsAt(Organizations organizations, ClinicGlances glances) {
    this.organizations = organizations;
    this.glances = glances;
  }

  /** All in scope, by name. */
  @Transactional(readOnly = true)
  public List<ClinicAt> inScope() {
    return with(organizations.inScope());
  }

  /**
   * The clinic that an address names by its slug or its id.
   *
   * @throws Refused not found, in the words of a patient who is not there: the two look the same
   */
  @Transactional(readOnly = true)
  public ClinicAt named(String slugOrId) {
    var found =
        organizations.inScope().stream()
            .filter(each -> each.slug().equals(slugOrId) || each.id().toString().equals(slugOrId))
            .toList();
    return with(found).stream().findFirst().orElseThrow(Patients::notFound);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<ZoneId> zoneOf(OrganizationId clinic) {
    return Optional.ofNullable(glances.of(List.of(clinic), "ZZ").get(clinic))
        .flatMap(glance -> glance.zone());
  }

  private List<ClinicAt> with(List<Organization> found) {
    var scope = Scopes.current();
    var known = glances.of(found.stream().map(Organization::id).toList(), scope.country());
    return found.stream()
        .flatMap(each ->
            Optional.ofNullable(known.get(each.id()))
                .map(glance ->
                    new ClinicAt(
                        each,
                        glance.zone().orElse(scope.zone()),
                        glance.zone().isPresent(),
                        glance.off()))
                .stream())
        .toList();
  }
}
