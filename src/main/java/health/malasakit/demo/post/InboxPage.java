package health.malasakit.demo.post;

import health.malasakit.ui.Choice;
import java.util.List;
import java.util.Optional;

/**
 * The mail of the made-up people.
 *
 * @param topics for which the page listens
 * @param mailboxes to choose one
 * @param moods how the server can answer
 * @param moody for which mailboxes it does not answer as usual
 * @param mails the newest first
 */
record InboxPage(
    String topics,
    List<Choice> mailboxes,
    List<Choice> moods,
    List<Moody> moody,
    List<Mail> mails) {

  /** A mailbox for which the server does not answer as usual. */
  record Moody(String address, String mood) {}

  /** A mail. */
  record Mail(
      String id,
      String to,
      String from,
      String at,
      String subject,
      String body,
      Optional<ReadVisit> visit,
      String file) {

    @Override
    public String toString() {
      return "Mail";
    }
  }
}
