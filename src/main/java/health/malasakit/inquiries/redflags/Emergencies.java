package health.malasakit.inquiries.redflags;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.directory.TransferTarget;
import health.malasakit.inquiries.redflags.Emergency.Closed;
import health.malasakit.inquiries.redflags.Emergency.Dialler;
import health.malasakit.inquiries.redflags.Emergency.Given;
import health.malasakit.inquiries.redflags.Emergency.Outcome;
import health.malasakit.inquiries.redflags.Emergency.Step;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
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

  private static final int PLACE_LENGTH_MAX = 300;
  private static final int CALLBACK_LENGTH_MAX = 60;
  private static final int NAME_LENGTH_MAX = 120;
  private static final int NOTE_LENGTH_MAX = 500;

  private final EmergencyStore store;
  private final Audit audit;
  private final Clock clock;

  Emergencies(EmergencyStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
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
            Optional.empty(),
            me(),
            clock.instant(),
            given,
            Optional.empty());
    if (!store.add(one)) {
      return goOn(openIn(organization, contact).orElseThrow(), flag);
    }
    store.setAside(me(), one.id());
    remember(one, "opened", flag.code());
    audit.done(act(one, "opened").with(flag.code()));
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
      written(one, "flag", flag.code());
    }
    return one.id();
  }

  /** Mine that are open at the clinics in scope, the newest first. */
  @Transactional(readOnly = true)
  public List<Emergency> mine() {
    return store.openOf(me(), Scopes.current().organizations());
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
      audit.done(act(one, "read"));
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
      written(
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
      written(one, "dialler", dialler.code());
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
      written(one, "target", said);
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
      written(one, "taken", name.strip());
    }
  }

  /** Two lines for whoever reads it later. */
  @Transactional
  public void note(OrganizationId organization, EmergencyId id, String note) {
    var one = get(organization, id);
    Emergency.requireLength(note, NOTE_LENGTH_MAX, "note");
    if (!note.strip().equals(one.given().note())) {
      Emergency.requireOpen(store.note(one, note.strip()));
      written(one, "note", note.strip());
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
    store.takeUp(one.openedBy(), id);
    remember(one, "closed", outcome.code());
    audit.done(act(one, "closed").with(outcome.code()));
  }

  /**
   * One emergency, for whoever does something about it or asks whether it may be looked at.
   *
   * @throws Refused not found, code {@code emergency.none}
   */
  @Transactional(readOnly = true)
  public Emergency get(OrganizationId organization, EmergencyId id) {
    return store.find(organization, id).orElseThrow(() -> Refused.notFound("emergency.none"));
  }

  private void written(Emergency one, String what, String words) {
    remember(one, what, words);
    audit.done(act(one, "changed").with(what));
  }

  private void remember(Emergency one, String what, String words) {
    store.remember(one, new Step(what, words, me(), clock.instant()));
  }

  private static Act act(Emergency one, String what) {
    return new Act(
        one.organization(), what, "emergency", Optional.of(one.id().value()), one.patient(), "");
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
  }
}
