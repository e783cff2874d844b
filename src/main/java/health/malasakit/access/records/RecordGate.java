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
import java.util.Optional;
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
  private final ObjectProvider<CallerGate> callers;
  private final Audit audit;
  private final java.time.Clock clock;

  RecordGate(
      RestrictedRecords restricted,
      BreakGlassStore glass,
      StaffProfiles profiles,
      ObjectProvider<OwnRecord> own,
      ObjectProvider<CallerGate> callers,
      Audit audit,
      java.time.Clock clock) {
    this.restricted = restricted;
    this.glass = glass;
    this.profiles = profiles;
    this.own = own;
    this.callers = callers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The record that was refused.
   *
   * @param call address of the call on whose caller it waits; empty when it is restricted
   */
  public record Closed(OrganizationId organization, PatientId patient, String call) {}

  /**
   * Lets the running person open a whole record, or not. A job passes.
   *
   * @throws Refused denied {@code restricted} when the record opens only by break-glass, {@code
   *     caller-gate} when a caller is on the line who is not proven for it
   */
  @Transactional
  public void check(OrganizationId organization, PatientId patient) {
    check(organization, patient, CallerGate.Depth.RECORD);
  }

  /** The same for no more of the record than is asked for. */
  @Transactional
  public void check(OrganizationId organization, PatientId patient, CallerGate.Depth depth) {
    checked(organization, patient, depth);
  }

  /**
   * Lets the running person make, move and cancel visits of a patient, or not.
   *
   * @throws Refused as {@link #check}, and denied, code {@code booking.hears}, while somebody is on
   *     the line who may hear of the patient and not book for her
   */
  @Transactional
  public void checkBooking(OrganizationId organization, PatientId patient) {
    var hears =
        checked(organization, patient, CallerGate.Depth.BOOKING)
            .filter(call -> call.heardByOthers().contains(patient))
            .filter(call -> callers.stream().noneMatch(one -> books(one, organization, patient)));
    if (hears.isPresent()) {
      audit.refused(Act.onPatient(organization, "denied", patient).with("caller-gate"));
      throw Refused.denied("booking.hears");
    }
  }

  private static boolean books(CallerGate one, OrganizationId organization, PatientId patient) {
    return one.othersBook(Scopes.current().account().orElseThrow(), organization, patient);
  }

  private Optional<CallerGate.Limits> checked(
      OrganizationId organization, PatientId patient, CallerGate.Depth depth) {
    if (!restricted(organization, List.of(patient)).isEmpty()) {
      deny(new Closed(organization, patient, ""), "restricted");
      boolean may = Scopes.current().may(organization, "break_glass", Verb.CREATE);
      throw Refused.denied(may ? "restricted" : "restricted/others");
    }
    var limits = limits(organization);
    limits
        .filter(call -> !call.opens(patient, depth))
        .ifPresent(call -> {
          deny(new Closed(organization, patient, call.page()), "caller-gate");
          throw Refused.denied(why(call.opens(patient, CallerGate.Depth.RECORD), call, patient));
        });
    return limits;
  }

  private static String why(boolean open, CallerGate.Limits call, PatientId patient) {
    if (open) {
      return "contact-during-call";
    }
    return call.open().containsKey(patient) ? "caller-gate/more" : "caller-gate";
  }

  private void deny(Closed closed, String why) {
    audit.refused(Act.onPatient(closed.organization(), "denied", closed.patient()).with(why));
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(CLOSED, closed, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /**
   * Which of these the running person may not open now: a list shows no facts of them. Of the
   * others it shows name and visits, and no more without asking for more.
   */
  @Transactional(readOnly = true)
  public Set<PatientId> closed(OrganizationId organization, Collection<PatientId> patients) {
    return closed(organization, patients, CallerGate.Depth.BOOKING);
  }

  /** Which of these are not open as far as that now. */
  @Transactional(readOnly = true)
  public Set<PatientId> closed(
      OrganizationId organization, Collection<PatientId> patients, CallerGate.Depth depth) {
    var closed = new HashSet<>(restricted(organization, patients));
    if (!patients.isEmpty()) {
      limits(organization)
          .ifPresent(call ->
              patients.stream().filter(one -> !call.opens(one, depth)).forEach(closed::add));
    }
    return closed;
  }

  /**
   * Whether somebody who speaks for her is on the line, and not she: what is for her alone is not
   * shown then.
   */
  @Transactional(readOnly = true)
  public boolean heardByOthers(OrganizationId organization, PatientId patient) {
    return limits(organization).filter(call -> call.heardByOthers().contains(patient)).isPresent();
  }

  /** Whether a caller is on the line: then what is closed is closed for her sake first. */
  @Transactional(readOnly = true)
  public boolean duringCall() {
    return callOnTheLine().isPresent();
  }

  /** Address of the call whose caller is on the line; empty for none. */
  @Transactional(readOnly = true)
  public Optional<String> callOnTheLine() {
    return Scopes.current().organizations().stream()
        .findFirst()
        .flatMap(this::limits)
        .map(CallerGate.Limits::page);
  }

  /** What a call that the running person is on leaves open in this clinic; empty for no call. */
  private Optional<CallerGate.Limits> limits(OrganizationId organization) {
    return Scopes.current()
        .account()
        .flatMap(reader ->
            callers.stream().flatMap(one -> one.limits(reader, organization).stream()).findFirst());
  }

  /** Which of these open only by break-glass now, whoever is on the line. */
  @Transactional(readOnly = true)
  public Set<PatientId> restricted(OrganizationId organization, Collection<PatientId> patients) {
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
