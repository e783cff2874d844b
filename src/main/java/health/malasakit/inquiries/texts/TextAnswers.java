package health.malasakit.inquiries.texts;

import health.malasakit.messaging.texts.SentReplies;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was answered to a text, by itself and by people, and how that stands. */
@Component
public class TextAnswers {

  private final SentReplies replies;

  TextAnswers(SentReplies replies) {
    this.replies = replies;
  }

  /** Empty when nothing was answered by itself. */
  @Transactional(readOnly = true)
  public Optional<SentReplies.Sent> byItself(TextIn text) {
    return text.replied().text().flatMap(id -> replies.find(text.organization(), id));
  }

  /** What people answered, in that order: one for each time. */
  @Transactional(readOnly = true)
  public List<SentReplies.Sent> byPeople(TextIn text) {
    return replies.of(text.organization(), AnswerKey.all(text));
  }

  /** Whether people answered nothing after this. */
  boolean isLast(TextIn text, AnswerKey answer) {
    var all = byPeople(text);
    return !all.isEmpty() && all.getLast().key().equals(answer.written());
  }
}
