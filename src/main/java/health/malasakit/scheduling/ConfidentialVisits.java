package health.malasakit.scheduling;

import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.speaking.MayKeep;
import health.malasakit.patients.speaking.MinorRules;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.patients.speaking.Speaker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Visits of a minor that are told to the patient alone: marked at booking or later, from the age
 * that the clinic has said. Whoever tells somebody of visits asks here what may be told.
 */
@Component
public class ConfidentialVisits {

  private final Visits visits;
  private final VisitStore store;
  private final Bookings bookings;
  private final VisitWriting writing;
  private final MinorRules rules;
  private final Representatives representatives;

  ConfidentialVisits(
      Visits visits,
      VisitStore store,
      Bookings bookings,
      VisitWriting writing,
      MinorRules rules,
      Representatives representatives) {
    this.visits = visits;
    this.store = store;
    this.bookings = bookings;
    this.writing = writing;
    this.rules = rules;
    this.representatives = representatives;
  }

  /**
   * Books the time that she holds as {@link Bookings#book}, confidential from its first moment.
   *
   * @throws Refused as there, and as {@link #keep}
   */
  @Transactional
  public Visit book(HoldId id) {
    return kept(bookings.book(id));
  }

  /** As {@link Bookings#bookNow}, confidential from its first moment. */
  @Transactional
  public Visit bookNow(TimeWanted wanted) {
    return kept(bookings.bookNow(wanted));
  }

  /**
   * From now on nobody but the patient hears of it.
   *
   * @param seen the version that she saw
   * @throws Refused conflict, code {@code visit.confidential}, where the clinic's rule does not let
   *     it be; {@code visit.already}; {@code visit.changed_meanwhile}
   */
  @Transactional
  public Visit keep(VisitId id, int seen) {
    return kept(visits.get(id).requireVersion(seen));
  }

  /**
   * Whoever speaks for her may hear of it again.
   *
   * @throws Refused invalid, code {@code reason.needed}, without a reason
   */
  @Transactional
  public Visit makeOpen(VisitId id, int seen, String reason) {
    var open = visits.get(id).requireVersion(seen).makeOpen();
    writing.change(open, "made open", Visits.why(reason));
    return open;
  }

  /** Whether the visit may be confidential, and if not, why. */
  @Transactional(readOnly = true)
  public MayKeep mayKeep(Visit visit) {
    return rules.mayKeep(visit.organization(), visit.patient(), visit.time().date());
  }

  /** The same for a visit that a hold will become. */
  @Transactional(readOnly = true)
  public MayKeep mayKeep(Hold hold) {
    return rules.mayKeep(hold.organization(), hold.patient(), hold.time().date());
  }

  /**
   * Those that are not confidential now, the newest 500 at most: of them alone may a list that
   * leaves the house tell.
   */
  @Transactional(readOnly = true)
  public Set<UUID> openOf(OrganizationId clinic, PatientId patient) {
    return visits.of(clinic, patient).stream()
        .filter(visit -> !visit.confidential())
        .map(visit -> visit.id().value())
        .collect(Collectors.toSet());
  }

  /**
   * The visits of which this representative may hear today, newest first: none without the right to
   * hear facts, and never a confidential one, not even as a number.
   */
  @Transactional(readOnly = true)
  public List<Visit> heardBy(OrganizationId clinic, PatientId patient, UUID representative) {
    boolean hears =
        representatives.speakingFor(clinic, patient).stream()
            .filter(speaker -> speaker.representative().id().equals(representative))
            .anyMatch(Speaker::hearsFacts);
    return hears
        ? visits.of(clinic, patient).stream().filter(visit -> !visit.confidential()).toList()
        : List.of();
  }

  /**
   * Whether this number or e-mail may hear of the visit at that moment; the database decides. Who
   * sends anything about a visit asks this.
   */
  @Transactional(readOnly = true)
  public boolean mayContactAbout(VisitId visit, String numberOrEmail, Instant at) {
    return firstContactAbout(visit, numberOrEmail, List.of(at)).isPresent();
  }

  /** The first of these moments at which it may; empty when it may at none. */
  @Transactional(readOnly = true)
  public Optional<Instant> firstContactAbout(
      VisitId visit, String numberOrEmail, List<Instant> moments) {
    return Scopes.current().organizations().stream()
        .flatMap(clinic -> store.contactAbout(clinic, visit, numberOrEmail, moments).stream())
        .findFirst();
  }

  private Visit kept(Visit visit) {
    switch (mayKeep(visit)) {
      case MayKeep.Yes yes -> {}
      case MayKeep.NotSaidYet unsaid -> throw Refused.conflict("visit.confidential/unsaid");
      case MayKeep.TooYoung(int age, var firstDay) ->
          throw Refused.conflict("visit.confidential/young", age, Moments.dated(firstDay));
      case MayKeep.OfAge of -> throw Refused.conflict("visit.confidential/of_age");
      case MayKeep.AgeUnknown unknown -> throw Refused.conflict("visit.confidential/age_unknown");
    }
    var kept = visit.keepConfidential();
    writing.change(kept, "kept confidential", "");
    return kept;
  }
}
