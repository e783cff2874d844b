package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.Basis;
import health.malasakit.messaging.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A way in which messages leave: written down as on its way first, handed over after. */
interface Outward {

  Channel channel();

  /** Code of what is missing before this clinic can send anything; empty when nothing is. */
  String missing(OrganizationId organization);

  /** Writes down that it is on its way; gives its line among what went out. */
  Leaving begin(Going going);

  /**
   * What is to go.
   *
   * @param key of two with the same key the second does not go out
   */
  record Going(
      OrganizationId organization, PatientId patient, Basis basis, String key, String address) {

    @Override
    public String toString() {
      return "Going[" + key + "]";
    }
  }

  /** One that is written down; handing it over takes no transaction. */
  interface Leaving {

    UUID id();

    /** False when the gateway was not reached, or did not answer so that one knows. */
    boolean handOver(Message message);
  }

  /**
   * What it says.
   *
   * @param subject of an e-mail
   * @param calendar what stands in a calendar
   * @param visits with their line, for the calendar parts of an e-mail: as they are said openly
   */
  record Message(String subject, String body, String calendar, Sender sender, List<Told> visits) {

    @Override
    public String toString() {
      return "Message";
    }
  }

  /** One visit of a message. */
  record Told(Entry entry, Recipient recipient, VisitTold visit) {

    private static final Duration A_DAY = Duration.ofDays(1);

    /**
     * How she joins by video: told from a day before the visit on, whatever it is that is told
     * then, and with the reminders of the day before and of its last hours; not of one that is
     * cancelled.
     */
    Optional<String> joins(Instant now) {
      boolean near = !visit.start().instant().isAfter(now.plus(A_DAY));
      boolean says =
          switch (entry.step()) {
            case CANCELLED -> false;
            case DAY, TWO_HOURS -> true;
            case BOOKED, MOVED, WEEK, THREE_DAYS -> near;
          };
      return visit.link().filter(link -> says);
    }

    /** As it is said on an open channel. */
    Told open() {
      return new Told(entry, recipient, visit.open());
    }

    @Override
    public String toString() {
      return "Told[" + entry.id() + "]";
    }
  }
}
