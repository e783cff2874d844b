package health.malasakit.coverage.web;

import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.coverage.Policies;
import health.malasakit.coverage.Policy;
import health.malasakit.coverage.PolicyId;
import health.malasakit.directory.ClinicGlances;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import health.malasakit.ui.Errors;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the form for a coverage. */
@Component
class CoveragePages {

  private static final int PLACE_MAX = 3;

  private final Organizations organizations;
  private final ClinicGlances glances;
  private final Patients patients;
  private final Policies policies;
  private final Clock clock;

  CoveragePages(
      Organizations organizations,
      ClinicGlances glances,
      Patients patients,
      Policies policies,
      Clock clock) {
    this.organizations = organizations;
    this.glances = glances;
    this.patients = patients;
    this.policies = policies;
    this.clock = clock;
  }

  /** The patient of an address, opened for this task. */
  record At(Organization clinic, ZoneId zone, LocalDate today, Patient patient) {}

  /** Opens the patient, or answers as if there were none. */
  @Transactional
  At open(String slugOrId, String patient) {
    var clinic =
        organizations.inScope().stream()
            .filter(each -> each.slug().equals(slugOrId) || each.id().toString().equals(slugOrId))
            .findFirst()
            .orElseThrow(Patients::notFound);
    var scope = Scopes.current();
    var zone =
        Optional.ofNullable(glances.of(List.of(clinic.id()), scope.country()).get(clinic.id()))
            .flatMap(glance -> glance.zone())
            .orElse(scope.zone());
    return new At(
        clinic,
        zone,
        LocalDate.ofInstant(clock.instant(), zone),
        patients.open(clinic.id(), Patients.named(patient)));
  }

  @Transactional(readOnly = true)
  CoveragePage empty(At at) {
    var standing = policies.onFile(at.clinic().id(), at.patient().id()).size();
    var form = CoverageForm.empty(Math.min(standing + 1, PLACE_MAX));
    return page(at, "", form, Errors.NONE);
  }

  @Transactional(readOnly = true)
  CoveragePage correct(At at, PolicyId id) {
    var standing = standing(at, id).orElseThrow(CoveragePages::gone);
    return page(at, standing.id().toString(), CoverageForm.of(standing), Errors.NONE);
  }

  CoveragePage page(At at, String id, CoverageForm form, Errors errors) {
    return page(at, id, new Shown(form, errors, List.of()));
  }

  /** Somebody else was faster: the difference, and the form that now corrects what stands there. */
  @Transactional(readOnly = true)
  CoveragePage conflict(At at, PolicyId old, CoverageForm form) {
    var now = standing(at, old).orElseThrow(CoveragePages::gone);
    var theirs = CoverageForm.of(now);
    var changed =
        CoverageForm.FIELDS.stream()
            .filter(field -> !form.get(field).strip().equals(theirs.get(field)))
            .map(field -> new CoveragePage.Change(field, form.get(field), theirs.get(field)))
            .toList();
    return page(at, now.id().toString(), new Shown(form, Errors.NONE, changed));
  }

  private record Shown(CoverageForm form, Errors errors, List<CoveragePage.Change> changed) {}

  private static CoveragePage page(At at, String id, Shown shown) {
    var clinic = at.clinic();
    var patient = at.patient();
    return new CoveragePage(
        clinic.slug(),
        clinic.name(),
        at.zone(),
        patient.facts().mainName().shown(),
        "/patients/" + clinic.slug() + "/" + patient.id(),
        patient.id().toString(),
        patient.insuranceSaid(),
        id,
        shown.form(),
        shown.errors(),
        shown.changed(),
        !id.isEmpty() && Scopes.current().may(clinic.id(), "coverage", Verb.DELETE));
  }

  private Optional<Policy> standing(At at, PolicyId id) {
    return policies.nowInPlaceOf(at.clinic().id(), at.patient().id(), id);
  }

  private static Refused gone() {
    return Refused.notFound("coverage.gone");
  }
}
