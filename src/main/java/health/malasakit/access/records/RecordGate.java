package health.malasakit.access.records;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Asked before a patient's record is opened. The location gate is not here but in the database. */
@Component
public class RecordGate {

  /** Request attribute that tells the page of a refusal which record it was. */
  public static final String CLOSED = "malasakit.closed-record";

  private final RestrictedRecords restricted;
  private final BreakGlassStore glass;
  private final StaffProfiles profiles;
  private final ObjectProvider<OwnRecord> own;
  private final Audit audit;
  private final java.time.Clock clock;

  RecordGate(
      RestrictedRecords restricted,
      BreakGlassStore glass,
      StaffProfiles profiles,
      ObjectProvider<OwnRecord> own,
      Audit audit,
      java.time.Clock clock) {
    this.restricted = restricted;
    this.glass = glass;
    this.profiles = profiles;
    this.own = own;
    this.audit = audit;
    this.clock = clock;
  }

  /** The record that was refused. */
  public record Closed(OrganizationId organization, PatientId patient) {}

  /**
   * Lets the running person open a record, or not. A job passes.
   *
   * @throws Refused denied {@code restricted} when the record opens only by break-glass
   */
  @Transactional
  public void check(OrganizationId organization, PatientId patient) {
    if (closed(organization, List.of(patient)).isEmpty()) {
      return;
    }
    audit.refused(Act.onPatient(organization, "denied", patient).with("restricted"));
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(
          CLOSED, new Closed(organization, patient), RequestAttributes.SCOPE_REQUEST);
    }
    boolean may = Scopes.current().may(organization, "break_glass", Verb.CREATE);
    throw Refused.denied(may ? "restricted" : "restricted/others");
  }

  /** Which of these the running person may not open now: a list shows no facts of them. */
  @Transactional(readOnly = true)
  public Set<PatientId> closed(OrganizationId organization, Collection<PatientId> patients) {
    var reader = Scopes.current().account();
    if (reader.isEmpty() || patients.isEmpty()) {
      return Set.of();
    }
    var closed = new HashSet<>(restricted.restricted(patients));
    closed.addAll(ownAmong(organization, patients, reader.get()));
    if (!closed.isEmpty()) {
      closed.removeAll(glass.open(organization, reader.get(), closed, clock.instant()));
    }
    return closed;
  }

  private Set<PatientId> ownAmong(
      OrganizationId organization, Collection<PatientId> patients, AccountId reader) {
    var said = profiles.everSaid(reader);
    var found = new HashSet<PatientId>();
    own.stream()
        .flatMap(source ->
            said.stream().map(profile -> source.likenesses(organization, patients, profile)))
        .map(Map::entrySet)
        .flatMap(Set::stream)
        .filter(likeness -> likeness.getValue().stream().anyMatch(OwnRecord.Likeness::closes))
        .forEach(likeness -> found.add(likeness.getKey()));
    return found;
  }
}
