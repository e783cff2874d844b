package health.malasakit.coverage;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The coverages on file: by hand or from files, each with who read it and when. */
@Component
public class Policies {

  private static final String BY_HAND = "hand";

  private final PolicyStore store;
  private final Audit audit;
  private final Clock clock;

  Policies(PolicyStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** What an import made of a coverage. */
  public enum Taken {
    CREATED,
    UPDATED,
    UNCHANGED
  }

  /** Enters a coverage that a person read or was told. */
  @Transactional
  public PolicyId enter(OrganizationId organization, PatientId patient, PolicyFacts facts) {
    var policy = byHand(organization, patient, facts.checked());
    store.add(policy);
    written(policy, "created");
    return policy.id();
  }

  /** Corrects a coverage: the old row stays for the visits that had it. */
  @Transactional
  public PolicyId correct(
      OrganizationId organization, PatientId patient, PolicyId old, PolicyFacts facts) {
    var policy = byHand(organization, patient, facts.checked());
    store.add(policy);
    replace(organization, old, Optional.of(policy.id()));
    written(policy, "changed");
    return policy.id();
  }

  /** Takes a coverage off the file; the visits that had it keep it. */
  @Transactional
  public void remove(OrganizationId organization, PatientId patient, PolicyId id) {
    replace(organization, id, Optional.empty());
    audit.done(Act.onPatient(organization, "removed", patient).of("coverage", id.value()));
  }

  /** This coverage while it stands, else what corrections made of it; empty when it was removed. */
  @Transactional(readOnly = true)
  public Optional<Policy> nowInPlaceOf(
      OrganizationId organization, PatientId patient, PolicyId id) {
    return store.nowInPlaceOf(organization, patient, id);
  }

  /** The coverages that stand now, in order of payment; 50 at most. */
  @Transactional(readOnly = true)
  public List<Policy> onFile(OrganizationId organization, PatientId patient) {
    return store.standing(organization, patient);
  }

  /** The payers of a clinic's patients, by name; 200 at most. */
  @Transactional(readOnly = true)
  public List<String> payers(OrganizationId organization) {
    return store.payers(organization);
  }

  /** What was entered, corrected and taken off the file, the newest first. */
  @Transactional(readOnly = true)
  public List<PolicyStep> history(OrganizationId organization, PatientId patient) {
    var ever = store.ever(organization, patient);
    Map<PolicyId, Policy> before = new HashMap<>();
    ever.forEach(one -> one.replacedBy().ifPresent(next -> before.put(next, one.policy())));
    return ever.stream()
        .flatMap(one -> steps(one, Optional.ofNullable(before.get(one.policy().id()))))
        .sorted(Comparator.comparing(PolicyStep::at).reversed())
        .toList();
  }

  private static Stream<PolicyStep> steps(PolicyStore.Ever one, Optional<Policy> before) {
    var policy = one.policy();
    var came = before.isPresent() ? PolicyStep.What.CORRECTED : PolicyStep.What.ENTERED;
    var entered = new PolicyStep(came, policy, before, policy.readAt());
    return one.replacedBy().isPresent() || one.replacedAt().isEmpty()
        ? Stream.of(entered)
        : Stream.of(
            entered,
            new PolicyStep(
                PolicyStep.What.REMOVED, policy, Optional.of(policy), one.replacedAt().get()));
  }

  /**
   * The coverages that stood at a moment and cover a day: what a past visit had.
   *
   * @param at when the visit took place
   * @param day its date on the clinic's calendar
   */
  @Transactional(readOnly = true)
  public List<Policy> of(
      OrganizationId organization, PatientId patient, Instant at, LocalDate day) {
    return store.standingAt(organization, patient, at).stream()
        .filter(policy -> policy.on(day))
        .toList();
  }

  /** The coverages that stand now and say of themselves that they cover a day. */
  @Transactional(readOnly = true)
  public List<Policy> tellingOf(OrganizationId organization, PatientId patient, LocalDate day) {
    return store.standing(organization, patient).stream()
        .filter(policy -> policy.tellsOf(day))
        .toList();
  }

  /**
   * Takes a coverage from a file that has no name of its own there. It is known by patient, payer,
   * programme and source; seen again, its first and last day widen. One that a person has corrected
   * or removed here does not come back.
   */
  @Transactional
  public Taken incoming(OrganizationId organization, PatientId patient, IncomingPolicy incoming) {
    var policy = fromFile(organization, patient, incoming);
    var known = store.fromFile(policy);
    if (known.isPresent()) {
      return widen(known.get(), policy.seen());
    }
    if (store.onceFromFile(policy)) {
      return Taken.UNCHANGED;
    }
    store.add(policy);
    return Taken.CREATED;
  }

  /**
   * Takes a coverage from a file that calls it by a name, which its source ends with. When the file
   * says something new, the old row stays for the visits that had it. One that a person has
   * corrected or removed here comes back only then, and stands beside hers.
   */
  @Transactional
  public Taken incomingNamed(
      OrganizationId organization, PatientId patient, IncomingPolicy incoming) {
    var policy = fromFile(organization, patient, incoming);
    var known = store.named(policy);
    if (known.filter(before -> before.facts().equals(policy.facts())).isPresent()) {
      return Taken.UNCHANGED;
    }
    known.ifPresent(before ->
        store.replace(organization, before.id(), Optional.of(policy.id()), clock.instant()));
    store.add(policy);
    return known.isPresent() ? Taken.UPDATED : Taken.CREATED;
  }

  private Policy fromFile(OrganizationId organization, PatientId patient, IncomingPolicy incoming) {
    return new Policy(
        organization,
        PolicyId.next(),
        patient,
        incoming.facts().checked(),
        incoming.seen(),
        incoming.source(),
        Optional.empty(),
        clock.instant());
  }

  private Taken widen(Policy known, Optional<Policy.Seen> seen) {
    if (seen.isEmpty()) {
      return Taken.UNCHANGED;
    }
    var wider = known.seen().map(before -> before.with(seen.get())).orElse(seen.get());
    if (known.seen().filter(wider::equals).isPresent()) {
      return Taken.UNCHANGED;
    }
    store.seen(known, wider);
    return Taken.UPDATED;
  }

  private Policy byHand(OrganizationId organization, PatientId patient, PolicyFacts facts) {
    return new Policy(
        organization,
        PolicyId.next(),
        patient,
        facts,
        Optional.empty(),
        BY_HAND,
        Scopes.current().account(),
        clock.instant());
  }

  private void replace(OrganizationId organization, PolicyId old, Optional<PolicyId> next) {
    if (!store.replace(organization, old, next, clock.instant())) {
      throw Refused.conflict("coverage.changed");
    }
  }

  private void written(Policy policy, String what) {
    audit.done(
        Act.onPatient(policy.organization(), what, policy.patient())
            .of("coverage", policy.id().value()));
  }
}
