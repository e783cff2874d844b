package health.malasakit.advocacy;

import health.malasakit.advocacy.Complaint.Recorded;
import health.malasakit.advocacy.Complaint.State;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.live.Live;
import health.malasakit.patients.speaking.ClinicDays;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Complaints at the clinics in scope: recording them, and reading those that do not name her. */
@Component
public class Complaints {

  /** So many of a state are listed. */
  public static final int LISTED_MAX = 200;

  static final String RIGHT = "complaints";

  /** The right to see every complaint of a clinic, not only those for the privacy officer. */
  private static final String ALL = "every_complaint";

  private static final int WORDS_MAX = 4000;
  private static final int NAME_MAX = 120;
  private static final int CONTACT_MAX = 200;
  private static final int SOLVED_MAX = 1000;

  private final ComplaintStore store;
  private final ComplaintReceiptStore receipts;
  private final Receivers receivers;
  private final ClinicDays days;
  private final Audit audit;
  private final Live live;
  private final Clock clock;

  Complaints(
      ComplaintStore store,
      ComplaintReceiptStore receipts,
      Receivers receivers,
      ClinicDays days,
      Audit audit,
      Live live,
      Clock clock) {
    this.store = store;
    this.receipts = receipts;
    this.receivers = receivers;
    this.days = days;
    this.audit = audit;
    this.live = live;
    this.clock = clock;
  }

  /** What pages listen for that show complaints of this clinic. */
  public static String topic(OrganizationId clinic) {
    return "complaints/" + clinic;
  }

  /**
   * Records a complaint. From now on nobody whom it names sees it.
   *
   * @throws Refused invalid, codes {@code complaint.words}, {@code complaint.too_long}, {@code
   *     complaint.about}, {@code complaint.about_words}
   */
  @Transactional
  public ComplaintId record(OrganizationId clinic, NewComplaint told) {
    requireFit(told);
    var me = me();
    var named = receivers.named(clinic, told.about(), me);
    var wanted = told.about().what() == About.What.ME ? Desk.SUPERVISOR : told.kind().of();
    var one =
        new Complaint(
            clinic,
            ComplaintId.next(),
            Numbers.next(),
            told,
            receivers.desk(clinic, wanted, named),
            named,
            new Recorded(
                me, clock.instant(), told.way().writtenOn().orElseGet(() -> days.today(clinic))),
            told.isLoggedOnly() ? State.LOGGED : State.OPEN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            Optional.empty());
    store.add(one);
    store.remember(one, new Step("recorded", one.state().code(), "", me, clock.instant()));
    receipts.add(one, receivers.anybody(clinic, named));
    audit.done(act(one, "recorded"), one.hiddenFrom());
    live.changed(topic(clinic));
    return one.id();
  }

  /** Whether she may see this one; tells nothing of it. */
  @Transactional(readOnly = true)
  public boolean isMineToSee(OrganizationId clinic, ComplaintId id) {
    return store.find(clinic, id).filter(Complaints::isForMe).isPresent();
  }

  /**
   * That she recorded it.
   *
   * @throws Refused not found, code {@code complaint.none}, also for whoever did not record it
   */
  @Transactional(readOnly = true)
  public ComplaintReceipt receipt(OrganizationId clinic, ComplaintId id) {
    return receipts.find(clinic, id).orElseThrow(Complaints::none);
  }

  /** Her newest receipts; 20 at most. */
  @Transactional(readOnly = true)
  public List<ComplaintReceipt> mine() {
    return receipts.of(me(), Scopes.current().organizations());
  }

  /** Those she may see in this state, the newest first; {@value #LISTED_MAX} at most. */
  @Transactional(readOnly = true)
  public List<Complaint> inState(State state) {
    var readable = clinics(RIGHT);
    return readable.isEmpty()
        ? List.of()
        : store.inState(state, readable, clinics(ALL), LISTED_MAX);
  }

  /** Those she may see that call for somebody now, the oldest first. */
  @Transactional(readOnly = true)
  public List<Complaint> alarms() {
    var readable = clinics(RIGHT);
    return readable.isEmpty() ? List.of() : store.untaken(alarming(), readable, clinics(ALL));
  }

  /**
   * One complaint that she may see; the look is written down.
   *
   * @throws Refused not found, code {@code complaint.none}, also for whom it names
   */
  @Transactional
  public Complaint look(OrganizationId clinic, ComplaintId id) {
    var one = store.find(clinic, id).filter(Complaints::isForMe).orElseThrow(Complaints::none);
    audit.done(act(one, "seen"));
    return one;
  }

  /** Everything done about it, in order. */
  @Transactional(readOnly = true)
  public List<Step> steps(Complaint one) {
    return store.steps(one);
  }

  /** Whether it is hers to see: it goes to her desk, or she sees all of that clinic. */
  static boolean isForMe(Complaint one) {
    var scope = Scopes.current();
    return scope.may(one.organization(), RIGHT, Verb.READ)
        && (one.goesTo() == Desk.PRIVACY_OFFICER || scope.may(one.organization(), ALL, Verb.READ));
  }

  static Act act(Complaint one, String what) {
    return new Act(
        one.organization(),
        what,
        "complaint",
        Optional.of(one.id().value()),
        one.told().where().patient(),
        "");
  }

  static Refused none() {
    return Refused.notFound("complaint.none");
  }

  static AccountId me() {
    return Scopes.current()
        .account()
        .orElseThrow(() -> new IllegalStateException("A job complains of nothing"));
  }

  private static Collection<String> alarming() {
    return Kind.ALL.stream().filter(Kind::alarms).map(Kind::code).toList();
  }

  private static Collection<OrganizationId> clinics(String object) {
    var scope = Scopes.current();
    return scope.organizations().stream().filter(one -> scope.may(one, object, Verb.READ)).toList();
  }

  private static void requireFit(NewComplaint told) {
    requireWords(told.words(), "words");
    requireLength(told.words(), WORDS_MAX, "words");
    requireLength(told.who().name(), NAME_MAX, "name");
    requireLength(told.who().contact(), CONTACT_MAX, "contact");
    requireLength(told.solvedHow(), SOLVED_MAX, "solvedHow");
    requireLength(told.about().words(), CONTACT_MAX, "aboutWords");
    var what = told.about().what();
    if ((what == About.What.PAYER || what == About.What.ELSE) && told.about().words().isBlank()) {
      throw Refused.invalid("complaint.about_words").onField("aboutWords");
    }
  }

  static void requireWords(String words, String field) {
    if (words.isBlank()) {
      throw Refused.invalid("complaint.words").onField(field);
    }
    requireLength(words, WORDS_MAX, field);
  }

  private static void requireLength(String words, int most, String field) {
    if (words.strip().length() > most) {
      throw Refused.invalid("complaint.too_long", most).onField(field);
    }
  }
}
