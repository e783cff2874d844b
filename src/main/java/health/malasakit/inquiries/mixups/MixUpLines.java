package health.malasakit.inquiries.mixups;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is left to read of mix-ups: on the pages of both persons, and of the act itself. */
@Component
public class MixUpLines {

  private final MixUpStore store;
  private final MixUpSideStore sides;

  MixUpLines(MixUpStore store, MixUpSideStore sides) {
    this.store = store;
    this.sides = sides;
  }

  /** From whom, to whom: each as far as she may be seen. */
  public record Persons(Optional<PatientId> wrong, Optional<PatientId> right) {
    private static final Persons UNSEEN = new Persons(Optional.empty(), Optional.empty());
  }

  /**
   * One mix-up.
   *
   * @throws health.malasakit.kernel.Refused not found, code {@code mixup.none}
   */
  @Transactional(readOnly = true)
  public MixUp get(OrganizationId clinic, MixUpId id) {
    return store.find(clinic, id).orElseThrow(MixUps::none);
  }

  /** What was moved with it in the same act. */
  @Transactional(readOnly = true)
  public List<MixUp> parts(MixUp one) {
    return store.parts(one);
  }

  /** Both its persons, as far as they may be seen from here. */
  @Transactional(readOnly = true)
  public Persons persons(MixUp one) {
    return sides
        .persons(one.organization(), List.of(one.id()))
        .getOrDefault(one.id(), Persons.UNSEEN);
  }

  /** Both persons of each mix-up of a clinic, as far as they may be seen from here. */
  @Transactional(readOnly = true)
  public Map<MixUpId, Persons> persons(OrganizationId clinic, Collection<MixUpId> some) {
    return sides.persons(clinic, some);
  }

  /** What was moved from or to a patient, the newest first; 50 at most. */
  @Transactional(readOnly = true)
  public List<Side> of(OrganizationId clinic, PatientId patient) {
    return sides.of(clinic, patient);
  }
}
