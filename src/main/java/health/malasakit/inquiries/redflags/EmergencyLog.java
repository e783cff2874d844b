package health.malasakit.inquiries.redflags;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.redflags.Emergency.Outcome;
import health.malasakit.inquiries.redflags.Emergency.Step;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is done in an emergency is remembered, audited and told to open screens. */
@Component
class EmergencyLog {

  private final EmergencyStore store;
  private final Audit audit;
  private final Live live;
  private final Clock clock;

  EmergencyLog(EmergencyStore store, Audit audit, Live live, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.live = live;
    this.clock = clock;
  }

  void opened(Emergency one) {
    remember(one, "opened", one.flag());
    audit.done(act(one, "opened").with(one.flag()));
    live.changed(Emergency.topic(one.organization()));
  }

  void changed(Emergency one, String what, String words) {
    remember(one, what, words);
    audit.done(act(one, "changed").with(what));
  }

  void closed(Emergency one, Outcome outcome) {
    remember(one, "closed", outcome.code());
    audit.done(act(one, "closed").with(outcome.code()));
    live.changed(Emergency.topic(one.organization()));
  }

  void read(Emergency one) {
    audit.done(act(one, "read"));
  }

  private void remember(Emergency one, String what, String words) {
    var me = Scopes.current().account().orElseThrow();
    store.remember(one, new Step(what, words, me, clock.instant()));
  }

  private static Act act(Emergency one, String what) {
    return new Act(
        one.organization(), what, "emergency", Optional.of(one.id().value()), one.patient(), "");
  }
}
