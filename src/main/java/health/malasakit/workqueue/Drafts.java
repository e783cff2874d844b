package health.malasakit.workqueue;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each person is typing, kept on the server; the database shows it to nobody else. */
@Component
public class Drafts {

  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9:-]{0,120}");
  private static final int BODY_LENGTH_MAX = 65_536;
  private static final int SHOWN_MAX = 20;

  private final DraftStore store;
  private final Clock clock;

  Drafts(DraftStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Keeps what was typed so far, in place of what was kept before. */
  @Transactional
  public void keep(String key, String path, String body) {
    if (!KEY.matcher(key).matches() || !path.startsWith("/") || body.length() > BODY_LENGTH_MAX) {
      throw Refused.invalid("draft.form");
    }
    store.keep(me(), new Draft(key, path, body, clock.instant()));
  }

  /** What was typed into this form and not sent. */
  @Transactional(readOnly = true)
  public Optional<Draft> find(String key) {
    return store.find(me(), key);
  }

  /** Everything I began and did not send, the newest first; 20 at most. */
  @Transactional(readOnly = true)
  public List<Draft> mine() {
    return store.newest(me(), SHOWN_MAX);
  }

  /** The form was sent, or thrown away. */
  @Transactional
  public void discard(String key) {
    store.discard(me(), key);
  }

  private static AccountId me() {
    return Scopes.current()
        .account()
        .orElseThrow(() -> new IllegalStateException("A job types nothing"));
  }
}
