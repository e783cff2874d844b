package health.malasakit.patients;

import health.malasakit.kernel.Phone;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientLanguage;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.person.Sex;
import java.time.LocalDate;
import java.util.List;

/** Made-up people. */
public final class PatientSamples {

  private PatientSamples() {}

  public static PersonFacts ana() {
    return person("Ana", "Reyes", LocalDate.of(1980, 5, 3))
        .edit()
        .sex(Sex.FEMALE)
        .phones(List.of(mobile("(212) 555-0123")))
        .addresses(
            List.of(
                new PatientAddress(ContactUse.HOME, "12 Oak St", "Albany", "NY", "12207", "US")))
        .languages(List.of(PatientLanguage.preferred("es")))
        .done();
  }

  public static PersonFacts person(String given, String family, LocalDate born) {
    return PersonFacts.named(PatientName.official(given, family)).edit().born(born).done();
  }

  public static PatientPhone mobile(String written) {
    return new PatientPhone(ContactUse.MOBILE, Phone.of(written));
  }
}
