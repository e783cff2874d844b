package health.malasakit.advocacy;

import health.malasakit.audit.Audit;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.mixups.KeptApart;
import health.malasakit.inquiries.mixups.WrongInCalls;
import health.malasakit.inquiries.mixups.WrongPersonNoticed;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.PatientId;
import health.malasakit.live.Live;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Complaints that were recorded while the caller was taken for another person. Whoever may see one
 * says whose care it is about; to everybody else it stays what it was, nowhere.
 */
@Component
public class OfWrongPersons implements KeptApart {

  private final ComplaintStore store;
  private final ComplaintReceiptStore receipts;
  private final WrongInCalls calls;
  private final Audit audit;
  private final Live live;
  private final Clock clock;

  OfWrongPersons(
      ComplaintStore store,
      ComplaintReceiptStore receipts,
      WrongInCalls calls,
      Audit audit,
      Live live,
      Clock clock) {
    this.store = store;
    this.receipts = receipts;
    this.calls = calls;
    this.audit = audit;
    this.live = live;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Kept> seen(Call call, PatientId patient) {
    return store.inCall(call.organization(), call.id().value(), patient).stream()
        .filter(Complaints::isForMe)
        .map(one -> new Kept(one.id().value(), "advocacy.in_call", one.recorded().at()))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public boolean unseen(Call call) {
    return receipts.in(call.organization(), call.id().value(), Complaints.me()).stream()
        .anyMatch(receipt ->
            store.find(call.organization(), receipt.id()).filter(Complaints::isForMe).isEmpty());
  }

  @Override
  @Transactional
  public void giveTo(Call call, UUID id, PatientId right) {
    var one =
        store
            .alone(call.organization(), new ComplaintId(id))
            .filter(Complaints::isForMe)
            .orElseThrow(Complaints::none);
    written(one.about(Optional.of(right)), "moved", Complaints.me());
  }

  /** About whom a complaint may be: for whom the caller of its call is proven, the latest first. */
  @Transactional(readOnly = true)
  public List<PatientId> mayBeAbout(Complaint one) {
    return one.told()
        .where()
        .call()
        .map(id -> calls.proven(one.organization(), new CallId(id)))
        .orElse(List.of());
  }

  /** Whoever they name: a job does it. Once is enough. */
  @ApplicationModuleListener
  void on(WrongPersonNoticed noticed) {
    store.inCallAlone(noticed.organization(), noticed.call().value(), noticed.patient()).stream()
        .filter(one -> one.misplaced().isEmpty())
        .forEach(one -> written(one.misplacedSince(noticed.at()), "misplaced", noticed.by()));
  }

  private void written(Complaint next, String what, AccountId by) {
    store.save(next);
    store.remember(next, new Step(what, "", "", by, clock.instant()));
    audit.done(Complaints.act(next, what), next.hiddenFrom());
    live.changed(Complaints.topic(next.organization()));
  }
}
