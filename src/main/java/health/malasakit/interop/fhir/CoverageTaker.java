package health.malasakit.interop.fhir;

import health.malasakit.coverage.IncomingPolicy;
import health.malasakit.coverage.Policies;
import health.malasakit.coverage.Policy;
import health.malasakit.kernel.PatientId;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Hands Coverage to coverage. One that stands alone has a name of its own; one inside an
 * ExplanationOfBenefit is known by what it says.
 */
@Component
class CoverageTaker implements Taker {

  private final Policies policies;
  private final KnownNames names;
  private final ImportStore imports;

  CoverageTaker(Policies policies, KnownNames names, ImportStore imports) {
    this.policies = policies;
    this.names = names;
    this.imports = imports;
  }

  @Override
  public Set<String> types() {
    return Set.of(ResourceFields.COVERAGE);
  }

  @Override
  public Outcome take(Taking taking, Resource resource) {
    var coverage = (Coverage) resource;
    Known known = names.patient(taking, coverage.getBeneficiary(), "Coverage.beneficiary");
    var patient = new PatientId(known.row());
    var facts = CoverageMapping.map(coverage, payer(taking, coverage));
    var seen = taking.resource().seen().map(day -> new Policy.Seen(day, day));
    var organization = taking.run().organization();
    Outcome outcome =
        Outcome.of(
            taking.resource().contained()
                ? policies.incoming(
                    organization, patient, new IncomingPolicy(facts, seen, taking.run().source()))
                : policies.incomingNamed(
                    organization,
                    patient,
                    new IncomingPolicy(
                        facts, seen, taking.run().source() + " " + name(taking, coverage))));
    if (outcome != Outcome.UNCHANGED) {
      imports.touch(taking.file(), taking.touch(patient.value(), Optional.of(patient), outcome));
    }
    return outcome;
  }

  private static String name(Taking taking, Coverage coverage) {
    return "Coverage/" + taking.ownId(Words.of(coverage.getIdPart()), coverage.getIdentifier());
  }

  private String payer(Taking taking, Coverage coverage) {
    for (Reference payor : coverage.getPayor()) {
      String name =
          payor.getResource() instanceof Organization inside
              ? Words.of(inside.getName())
              : referred(taking, payor);
      if (!name.isEmpty()) {
        return name;
      }
    }
    return "";
  }

  private String referred(Taking taking, Reference payor) {
    return names
        .find(taking, payor, ResourceFields.ORGANIZATION)
        .one()
        .filter(known -> known.kind() != Known.Kind.PATIENT)
        .map(Known::label)
        .orElse("");
  }
}
