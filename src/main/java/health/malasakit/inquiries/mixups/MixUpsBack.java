package health.malasakit.inquiries.mixups;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was moved by mistake goes back at once, with all that went with it. */
@Component
public class MixUpsBack {

  private final MixUpBook book;
  private final MixUpLines lines;
  private final MixUpRights rights;
  private final Things things;

  MixUpsBack(MixUpBook book, MixUpLines lines, MixUpRights rights, Things things) {
    this.book = book;
    this.lines = lines;
    this.rights = rights;
    this.things = things;
  }

  /**
   * Moves it back with all that went with it, as long as nothing was done to any of it since.
   *
   * @throws Refused conflict, codes {@code mixup.undone}, {@code mixup.built}
   */
  @Transactional
  public void undo(OrganizationId clinic, MixUpId id) {
    var one = book.alone(clinic, id).orElseThrow(MixUps::none);
    rights.require(clinic, one.thing());
    var both = lines.persons(one);
    var wrong = both.wrong().orElseThrow(MixUps::none);
    var right = both.right().orElseThrow(MixUps::none);
    rights.requireOpen(clinic, wrong);
    rights.requireOpen(clinic, right);
    var undone = one.undo(book.me());
    var whole = book.whole(one);
    book.lock(clinic, whole.stream().map(MixUp::thing));
    whole.forEach(each -> things.alone(clinic, each.thing()));
    if (one.inCall() || !whole.stream().allMatch(each -> untouched(each, right))) {
      throw Refused.conflict("mixup.built");
    }
    for (var each : whole) {
      things.giveBack(clinic, each.thing(), wrong);
      book.back(each.equals(one) ? undone : each.undo(book.me()), both);
    }
  }

  /** Whether it can still be moved back at once. */
  @Transactional(readOnly = true)
  public boolean may(MixUp one) {
    return one.undone().isEmpty()
        && one.partOf().isEmpty()
        && !one.inCall()
        && lines
            .persons(one)
            .right()
            .filter(right -> book.whole(one).stream().allMatch(each -> untouched(each, right)))
            .isPresent();
  }

  private boolean untouched(MixUp one, PatientId right) {
    var now = things.now(one.organization(), one.thing());
    return now.version() == one.version() && now.patient().equals(right);
  }
}
