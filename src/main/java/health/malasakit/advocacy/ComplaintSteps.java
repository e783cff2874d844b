package health.malasakit.advocacy;

import health.malasakit.advocacy.Complaint.Outcome;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.live.Live;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done about a complaint. Each step says which version of it was on the screen: who was
 * overtaken is told, and nothing is written.
 */
@Component
public class ComplaintSteps {

  private final ComplaintStore store;
  private final Receivers receivers;
  private final OfWrongPersons wrong;
  private final Audit audit;
  private final Live live;
  private final Clock clock;

  ComplaintSteps(
      ComplaintStore store,
      Receivers receivers,
      OfWrongPersons wrong,
      Audit audit,
      Live live,
      Clock clock) {
    this.store = store;
    this.receivers = receivers;
    this.wrong = wrong;
    this.audit = audit;
    this.live = live;
    this.clock = clock;
  }

  /** A complaint as it was on the screen. */
  public record Seen(OrganizationId clinic, ComplaintId id, int version) {}

  /** It is hers now; nobody else is called for. */
  @Transactional
  public void take(Seen seen) {
    var me = Complaints.me();
    step(seen, one -> one.take(me), new Did("taken", "", ""));
  }

  /** It is of another kind than was recorded. */
  @Transactional
  public void sort(Seen seen, Kind kind) {
    step(seen, one -> one.sort(kind), new Did("sorted", kind.code(), ""));
  }

  @Transactional
  public void note(Seen seen, String words) {
    Complaints.requireWords(words, "note");
    step(seen, Complaint::noted, new Did("noted", "", words));
  }

  /**
   * Whoever complained was answered.
   *
   * @param how by which way, and what was said
   */
  @Transactional
  public void answer(Seen seen, LocalDate on, String how) {
    Complaints.requireWords(how, "answer");
    step(seen, one -> one.answer(on), new Did("answered", on.toString(), how));
  }

  @Transactional
  public void close(Seen seen, Outcome outcome, String found) {
    Complaints.requireWords(found, "found");
    var me = Complaints.me();
    step(
        seen,
        one -> one.close(outcome, me, clock.instant()),
        new Did("closed", outcome.code(), found));
  }

  @Transactional
  public void reopen(Seen seen, String why) {
    Complaints.requireWords(why, "why");
    step(seen, Complaint::reopen, new Did("reopened", "", why));
  }

  /**
   * It names a colleague besides: from now on it is hidden from her too.
   *
   * @throws Refused conflict, code {@code complaint.me}, for herself: another person has to do it
   */
  @Transactional
  public void name(Seen seen, AccountId colleague) {
    if (colleague.equals(Complaints.me())) {
      throw Refused.conflict("complaint.me").onField("colleague");
    }
    receivers.colleague(seen.clinic(), colleague, "colleague");
    step(seen, one -> one.naming(colleague), new Did("named", colleague.toString(), ""));
  }

  /**
   * It is about another patient than was thought, or about nobody on file.
   *
   * @throws Refused invalid, code {@code complaint.patient}, for whom the caller was not proven
   */
  @Transactional
  public void move(Seen seen, Optional<PatientId> right) {
    step(
        seen,
        one -> {
          if (!wrong.mayBeAbout(one).containsAll(right.stream().toList())) {
            throw Refused.invalid("complaint.patient").onField("patient");
          }
          return one.about(right);
        },
        new Did("moved", "", ""));
  }

  /** What a step is called, its code and what was typed; see {@link Step}. */
  private record Did(String what, String detail, String words) {}

  private void step(Seen seen, UnaryOperator<Complaint> how, Did did) {
    var one =
        store
            .alone(seen.clinic(), seen.id())
            .filter(Complaints::isForMe)
            .orElseThrow(Complaints::none);
    if (one.version() != seen.version()) {
      throw Refused.conflict("complaint.changed");
    }
    var next = how.apply(one);
    store.save(next);
    store.remember(
        next,
        new Step(did.what(), did.detail(), did.words().strip(), Complaints.me(), clock.instant()));
    audit.done(Complaints.act(next, did.what()), next.hiddenFrom());
    live.changed(Complaints.topic(seen.clinic()));
  }
}
