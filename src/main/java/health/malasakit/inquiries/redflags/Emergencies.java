package health.malasakit.inquiries.redflags;

import health.malasakit.directory.TransferTarget;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.redflags.Emergency.Closed;
import health.malasakit.inquiries.redflags.Emergency.Dialler;
import health.malasakit.inquiries.redflags.Emergency.Given;
import health.malasakit.inquiries.redflags.Emergency.Outcome;
import health.malasakit.inquiries.redflags.Emergency.Step;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Emergencies from the first word to their end. Each thing is saved as it is given; the same given
 * twice is once.
 */
@Component
public class Emergencies {

  private static final String LED = "calls";
  private static final int PLACE_LENGTH_MAX = 300;
  private static final int CALLBACK_LENGTH_MAX = 60;
  private static final int NAME_LENGTH_MAX = 120;
  private static final int NOTE_LENGTH_MAX = 500;

  private final EmergencyStore store;
  private final SetAsideStore setAside;
  private final EmergencyPatients patients;
  private final EmergencyLog log;
  private final Clock clock;

  Emergencies(
      EmergencyStore store,
      SetAsideStore setAside,
      EmergencyPatients patients,
      EmergencyLog log,
      Clock clock) {
    this.store = store;
    this.setAside = setAside;
    this.patients = patients;
    this.log = log;
    this.clock = clock;
  }

  /**
   * The contact in which a sign was heard.
   *
   * @param call empty when there is none
   * @param callback the caller's number as far as it is known; else empty
   */
  public record Contact(Optional<UUID> call, String callback) {}

  /**
   * Opens one, or, when she has one open in this contact, goes on with that under this sign: a
   * frightened caller says the worse thing second. Another caller's is another emergency.
   */
  @Transactional
  public EmergencyId open(OrganizationId organization, RedFlag flag, Contact contact) {
    var known = openIn(organization, contact);
    if (known.isPresent()) {
      return goOn(known.get(), flag);
    }
    var given = new Given("", contact.callback(), Optional.empty(), "", "", Optional.empty(), "");
    var one =
        new Emergency(
            organization,
            EmergencyId.next(),
            flag.code(),
            contact.call(),
            patients.plain(organization, contact.call().map(CallId::new)),
            me(),
            clock.instant(),
            given,
            Optional.empty());
    if (!store.add(one)) {
      return goOn(openIn(organization, contact).orElseThrow(), flag);
    }
    setAside.add(me(), one.id());
    log.opened(one);
    return one.id();
  }

  /** The same emergency under another sign. */
  @Transactional
  public void goOn(OrganizationId organization, EmergencyId id, RedFlag flag) {
    goOn(get(organization, id), flag);
  }

  private Optional<Emergency> openIn(OrganizationId organization, Contact contact) {
    return store.openOf(me(), List.of(organization)).stream()
        .filter(one -> one.call().equals(contact.call()))
        .findFirst();
  }

  private EmergencyId goOn(Emergency one, RedFlag flag) {
    if (!one.flag().equals(flag.code())) {
      Emergency.requireOpen(store.flag(one, flag.code()));
      log.changed(one, "flag", flag.code());
    }
    return one.id();
  }

  /** Mine that are open at the clinics in scope, the newest first. */
  @Transactional(readOnly = true)
  public List<Emergency> mine() {
    return store.openOf(me(), Scopes.current().organizations());
  }

  /** Those of others that are open where I may lead, the oldest first. */
  @Transactional(readOnly = true)
  public List<Emergency> ofOthers() {
    var scope = Scopes.current();
    var led = scope.organizations().stream().filter(one -> scope.may(one, LED, Verb.APPROVE));
    return store.openOfOthers(me(), led.toList());
  }

  /**
   * One emergency; a look at another person's is written down.
   *
   * @throws Refused not found, code {@code emergency.none}
   */
  @Transactional
  public Emergency look(OrganizationId organization, EmergencyId id) {
    var one = get(organization, id);
    if (!one.openedBy().equals(me())) {
      log.read(one);
    }
    return one;
  }

  /** Everything given so far, in order. */
  @Transactional(readOnly = true)
  public List<Step> steps(Emergency one) {
    return store.steps(one);
  }

  /**
   * Where the caller is, and her number: what every way to help asks first.
   *
   * @throws Refused invalid, code {@code emergency.place}, when neither is given
   */
  @Transactional
  public void locate(OrganizationId organization, EmergencyId id, String place, String callback) {
    var one = get(organization, id);
    if (place.isBlank() && callback.isBlank()) {
      throw Refused.invalid("emergency.place").onField("place");
    }
    Emergency.requireLength(place, PLACE_LENGTH_MAX, "place");
    Emergency.requireLength(callback, CALLBACK_LENGTH_MAX, "callback");
    var where = place.strip();
    var number = callback.strip();
    if (!where.equals(one.given().place()) || !number.equals(one.given().callback())) {
      Emergency.requireOpen(store.place(one, where, number));
      log.changed(
          one,
          "place",
          where.isEmpty() || number.isEmpty() ? where + number : where + " · " + number);
    }
  }

  /** Who dials 911. */
  @Transactional
  public void dials(OrganizationId organization, EmergencyId id, Dialler dialler) {
    var one = get(organization, id);
    if (one.given().dialler().filter(dialler::equals).isEmpty()) {
      Emergency.requireOpen(store.dialler(one, dialler));
      log.changed(one, "dialler", dialler.code());
    }
  }

  /** To whom the call is being handed over. */
  @Transactional
  public void handTo(OrganizationId organization, EmergencyId id, TransferTarget target) {
    var one = get(organization, id);
    if (!target.organization().equals(organization)) {
      throw Refused.notFound("transfer.none");
    }
    var details = target.details();
    var said = details.name() + ", " + details.phone().shown();
    if (!said.equals(one.given().target())) {
      Emergency.requireOpen(store.target(one, said));
      log.changed(one, "target", said);
    }
  }

  /** The clinician who took it, and that she speaks with the caller now. */
  @Transactional
  public void takenBy(OrganizationId organization, EmergencyId id, String name) {
    var one = get(organization, id);
    if (name.isBlank()) {
      throw Refused.invalid("emergency.taken_by").onField("takenBy");
    }
    Emergency.requireLength(name, NAME_LENGTH_MAX, "takenBy");
    if (!name.strip().equals(one.given().takenBy())) {
      Emergency.requireOpen(store.taken(one, name.strip(), clock.instant()));
      log.changed(one, "taken", name.strip());
    }
  }

  /** Two lines for whoever reads it later. */
  @Transactional
  public void note(OrganizationId organization, EmergencyId id, String note) {
    var one = get(organization, id);
    Emergency.requireLength(note, NOTE_LENGTH_MAX, "note");
    if (!note.strip().equals(one.given().note())) {
      Emergency.requireOpen(store.note(one, note.strip()));
      log.changed(one, "note", note.strip());
    }
  }

  /**
   * It is over; whoever opened it books again.
   *
   * @throws Refused invalid, code {@code emergency.not_taken}; conflict, code {@code
   *     emergency.closed}
   */
  @Transactional
  public void close(OrganizationId organization, EmergencyId id, Outcome outcome) {
    var one = get(organization, id);
    one.requireFit(outcome);
    Emergency.requireOpen(store.close(one, new Closed(outcome, me(), clock.instant())));
    setAside.remove(one.openedBy(), id);
    log.closed(one, outcome);
  }

  /**
   * One emergency, for whoever does something about it or asks whether it may be looked at.
   *
   * @throws Refused not found, code {@code emergency.none}
   */
  @Transactional(readOnly = true)
  public Emergency get(OrganizationId organization, EmergencyId id) {
    return store.find(organization, id).orElseThrow(Emergency::unknown);
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
  }
}
