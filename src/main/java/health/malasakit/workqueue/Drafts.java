package health.malasakit.workqueue;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each person is typing, kept on the server; the database shows it to nobody else. While a
 * caller is on the line it shows what was typed in that call, and what names a patient whose record
 * is open: what was typed of others waits.
 */
@Component
public class Drafts {

  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9:-]{0,120}");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int BODY_LENGTH_MAX = 65_536;
  private static final int SHOWN_MAX = 20;

  private final DraftStore store;
  private final RecordGate gate;
  private final Clock clock;

  Drafts(DraftStore store, RecordGate gate, Clock clock) {
    this.store = store;
    this.gate = gate;
    this.clock = clock;
  }

  /** Keeps what was typed so far, in place of what the form showed before. */
  @Transactional
  public void keep(String key, String path, String body) {
    if (!KEY.matcher(key).matches() || !path.startsWith("/") || body.length() > BODY_LENGTH_MAX) {
      throw Refused.invalid("draft.form");
    }
    var call = gate.callOnTheLine().orElse("");
    find(key)
        .filter(shown -> !shown.call().equals(call))
        .ifPresent(shown -> store.discard(me(), shown));
    store.keep(me(), new Draft(key, path, body, clock.instant(), call));
  }

  /** What was typed into this form and not sent. */
  @Transactional(readOnly = true)
  public Optional<Draft> find(String key) {
    return open(store.find(me(), key)).findFirst();
  }

  /** Everything I began and did not send, the newest first; 20 at most. */
  @Transactional(readOnly = true)
  public List<Draft> mine() {
    return open(store.newest(me(), SHOWN_MAX)).toList();
  }

  /** The form was sent, or thrown away. */
  @Transactional
  public void discard(String key) {
    find(key).ifPresent(shown -> store.discard(me(), shown));
  }

  private Stream<Draft> open(List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return Stream.empty();
    }
    var call = gate.callOnTheLine();
    return drafts.stream()
        .filter(
            one -> call.filter(now -> !now.equals(one.call())).isEmpty() || isOfAnOpenRecord(one));
  }

  private boolean isOfAnOpenRecord(Draft draft) {
    var named =
        ID.matcher(draft.key() + " " + draft.path())
            .results()
            .map(id -> PatientId.of(id.group()))
            .collect(Collectors.toSet());
    return !named.isEmpty()
        && Scopes.current().organizations().stream()
            .anyMatch(clinic -> !gate.closed(clinic, named, Depth.RECORD).containsAll(named));
  }

  private static AccountId me() {
    return Scopes.current()
        .account()
        .orElseThrow(() -> new IllegalStateException("A job types nothing"));
  }
}
