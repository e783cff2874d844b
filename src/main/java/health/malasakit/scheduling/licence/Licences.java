package health.malasakit.scheduling.licence;

import health.malasakit.directory.Practitioner;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitType.Modality;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.UsStates;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where patients are, beside where practitioners are licensed. */
@Component
public class Licences {

  /** Letters go there, or she lived there; she is not there. */
  private static final Set<ContactUse> ELSEWHERE = Set.of(ContactUse.MAILING, ContactUse.FORMER);

  private final Patients patients;

  Licences(Patients patients) {
    this.patients = patients;
  }

  /** Whether this practitioner may give her this kind of visit, as far as the files say. */
  @Transactional(readOnly = true)
  public Licence of(Practitioner one, VisitType type, OrganizationId clinic, PatientId patient) {
    return type.details().modality() == Modality.IN_PERSON
        ? new Licence.Fits()
        : Licence.of(one, type, state(clinic, patient));
  }

  /** Two letters of a state, however it is written; empty for none. */
  public static Optional<String> code(String written) {
    return UsStates.code(written);
  }

  /** A state by its name; the letters where they are none. */
  public static String named(String code) {
    return UsStates.all().getOrDefault(code, code);
  }

  /** All states and territories: two letters and the name. */
  public static Map<String, String> states() {
    return UsStates.all();
  }

  /** Two letters of the state of her address; empty when none is on file. */
  @Transactional(readOnly = true)
  public Optional<String> state(OrganizationId clinic, PatientId patient) {
    return patients.find(clinic, patient).stream()
        .flatMap(known -> known.facts().addresses().stream())
        .filter(address -> !ELSEWHERE.contains(address.use()))
        .flatMap(address -> UsStates.code(address.state()).stream())
        .findFirst();
  }
}
