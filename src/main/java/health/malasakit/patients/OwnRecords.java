package health.malasakit.patients;

import health.malasakit.access.records.OwnRecord;
import health.malasakit.access.records.StaffProfile;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.person.Folding;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares patients with the person who wants to read them, in three questions for a whole list.
 */
@Component
class OwnRecords implements OwnRecord {

  private static final int DIGITS = 10;

  private final OwnRecordStore store;

  OwnRecords(OwnRecordStore store) {
    this.store = store;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<PatientId, Set<Likeness>> likenesses(
      OrganizationId organization, Collection<PatientId> patients, StaffProfile reader) {
    var found = new HashMap<PatientId, Set<Likeness>>();
    var family = Folding.fold(reader.familyName());
    if (!family.isEmpty()) {
      store.named(organization, patients, family).forEach(named -> named(found, named, reader));
    }
    var digits = reader.phone().replaceAll("\\D", "");
    if (digits.length() >= DIGITS) {
      store
          .withNumber(organization, patients, digits.substring(digits.length() - DIGITS))
          .forEach(patient -> add(found, patient, Likeness.SAME_PHONE));
    }
    if (!reader.addressHash().isEmpty()) {
      store.places(organization, patients).stream()
          .filter(place ->
              StaffProfile.addressHash(place.lines(), place.postalCode())
                  .equals(reader.addressHash()))
          .forEach(place -> add(found, place.patient(), Likeness.SAME_ADDRESS));
    }
    return found;
  }

  private static void named(
      Map<PatientId, Set<Likeness>> found, OwnRecordStore.Named named, StaffProfile reader) {
    add(found, named.patient(), Likeness.SAME_FAMILY_NAME);
    var given = Folding.fold(reader.givenName());
    var sameBirth = reader.birthDate().filter(born -> born.equals(named.born())).isPresent();
    if (sameBirth && !given.isEmpty() && named.given().startsWith(given)) {
      add(found, named.patient(), Likeness.SAME_PERSON);
    }
  }

  private static void add(
      Map<PatientId, Set<Likeness>> found, PatientId patient, Likeness likeness) {
    found.computeIfAbsent(patient, id -> EnumSet.noneOf(Likeness.class)).add(likeness);
  }
}
