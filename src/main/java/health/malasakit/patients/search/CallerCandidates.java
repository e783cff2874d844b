package health.malasakit.patients.search;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.person.Folding;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.speaking.Representatives;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who a caller may be. A number points to candidates and proves nothing. */
@Component
public class CallerCandidates {

  /** A number that more people share says nothing of who rings. */
  private static final int SHARED_MAX = 6;

  private final CallerStore store;
  private final Representatives representatives;
  private final ObjectProvider<SharedNumbers> shared;

  CallerCandidates(
      CallerStore store, Representatives representatives, ObjectProvider<SharedNumbers> shared) {
    this.store = store;
    this.representatives = representatives;
    this.shared = shared;
  }

  /**
   * Patients of a clinic whose number it is, or for whom somebody with it speaks, whose right a
   * court has not denied and nothing has ended. None for the clinic's own number, for one that more
   * than six share, and none with safe contact.
   */
  @Transactional(readOnly = true)
  public List<PatientId> byNumber(OrganizationId clinic, Phone number) {
    if (shared.stream().anyMatch(one -> one.pointsToNobody(clinic, PatientPhone.lastTen(number)))) {
      return List.of();
    }
    var all = behind(clinic, number);
    return all.stream().map(CallerStore.Numbered::patient).distinct().count() > SHARED_MAX
        ? List.of()
        : all.stream()
            .filter(one -> !one.safe() && stands(clinic, one))
            .map(CallerStore.Numbered::patient)
            .distinct()
            .toList();
  }

  /** Whether somebody behind a number of a clinic is reached by her own rules alone. */
  @Transactional(readOnly = true)
  public boolean hasSafeContact(OrganizationId clinic, Phone number) {
    return !withSafeContact(clinic, number).isEmpty();
  }

  /** Those behind a number of a clinic who are reached by their own rules alone. */
  @Transactional(readOnly = true)
  public List<PatientId> withSafeContact(OrganizationId clinic, Phone number) {
    return behind(clinic, number).stream()
        .filter(CallerStore.Numbered::safe)
        .map(CallerStore.Numbered::patient)
        .distinct()
        .toList();
  }

  /** All patients of a clinic whose number it is, or for whom somebody with it is on file. */
  @Transactional(readOnly = true)
  public List<PatientId> everyone(OrganizationId clinic, Phone number) {
    return behind(clinic, number).stream().map(CallerStore.Numbered::patient).distinct().toList();
  }

  /** All patients of a clinic whose own number it is, however they are to be reached. */
  @Transactional(readOnly = true)
  public List<PatientId> owners(OrganizationId clinic, Phone number) {
    return store.numbered(clinic, PatientPhone.lastTen(number)).stream()
        .map(CallerStore.Numbered::patient)
        .distinct()
        .toList();
  }

  private boolean stands(OrganizationId clinic, CallerStore.Numbered one) {
    return one.representative().isEmpty()
        || representatives.speakingFor(clinic, one.patient()).stream()
            .filter(who -> one.representative().equals(Optional.of(who.representative().id())))
            .anyMatch(who ->
                switch (who.why()) {
                  case AS_RECORDED, NOT_YET, AGE_UNKNOWN, NOT_PROVEN, SAFE_CONTACT -> true;
                  case OVER, ENDED_BY_A_PERSON, CAME_OF_AGE, DIED, COURT_ORDER -> false;
                });
  }

  private List<CallerStore.Numbered> behind(OrganizationId clinic, Phone number) {
    var lastTen = PatientPhone.lastTen(number);
    return Stream.concat(
            store.numbered(clinic, lastTen).stream(), store.speaking(clinic, lastTen).stream())
        .distinct()
        .toList();
  }

  /** Patients of a clinic born on a day, a part of whose name was said; to be compared further. */
  @Transactional(readOnly = true)
  public List<PatientId> born(OrganizationId clinic, LocalDate day, String name) {
    return store.born(clinic, day, Folding.fold(name));
  }
}
