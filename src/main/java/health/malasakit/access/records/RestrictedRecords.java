package health.malasakit.access.records;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records that the privacy officer keeps closed; they open only by {@link BreakGlass}. */
@Component
public class RestrictedRecords {

  /** So many marks of a clinic are read at most; a page shows a part of them. */
  public static final int MOST = 5_000;

  private final RestrictedRecordStore store;
  private final Audit audit;
  private final Clock clock;

  RestrictedRecords(RestrictedRecordStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** A patient with a mark, and since when. */
  public record Marked(PatientId patient, RecordMark mark, Instant since) {}

  /** Which of these patients are restricted: one question for a whole list. */
  @Transactional(readOnly = true)
  public Set<PatientId> restricted(Collection<PatientId> patients) {
    return patients.isEmpty() ? Set.of() : store.among(patients);
  }

  /** The restricted records of a clinic, newest first; {@value #MOST} at most. */
  @Transactional(readOnly = true)
  public List<Marked> of(OrganizationId organization) {
    return store.of(organization);
  }

  /** Closes a record; the privacy officer's act. */
  @Transactional
  public void mark(OrganizationId organization, PatientId patient, RecordMark mark) {
    require(organization, Verb.CREATE);
    store.mark(organization, new Marked(patient, mark, clock.instant()));
    audit.done(Act.onPatient(organization, "restricted", patient).with(mark.code()));
  }

  /** Takes a mark away; the record opens when it was the last. */
  @Transactional
  public void unmark(OrganizationId organization, PatientId patient, RecordMark mark) {
    require(organization, Verb.DELETE);
    store.unmark(organization, patient, mark);
    audit.done(Act.onPatient(organization, "unrestricted", patient).with(mark.code()));
  }

  static void require(OrganizationId organization, Verb verb) {
    if (!Scopes.current().may(organization, "restricted_records", verb)) {
      throw Refused.denied("no-right/officer");
    }
  }
}
