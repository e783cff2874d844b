package health.malasakit.messaging.ledger;

import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.mail.EmailAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who is told, as she is on file at the moment of sending.
 *
 * @param given her given name, to tell two of one household apart
 * @param language BCP 47, in which she reads
 * @param zones in which she may be; more than one where nobody knows, none where that may be
 *     anywhere in the world
 * @param states two letters of where she lives and of where she stays; none where nobody knows
 * @param reaches numbers and e-mails, the one to try first before the others
 */
public record Recipient(
    PatientId patient,
    boolean deceased,
    String given,
    String language,
    Set<ZoneId> zones,
    Set<String> states,
    List<Reach> reaches) {

  /**
   * A number or an e-mail to which something can go.
   *
   * @param address E.164, or an e-mail as a mail server takes it
   * @param given since when the file says that it was given for messages of this channel; empty
   *     where it does not
   */
  public record Reach(Channel channel, String address, Optional<Instant> given) {

    /** What stands on file as somebody wrote it; empty where nothing of that channel arrives. */
    public static Optional<Reach> of(Channel channel, String written, Optional<Instant> given) {
      var address =
          channel == Channel.EMAIL
              ? EmailAddress.of(written).map(EmailAddress::value)
              : Phone.of(written).e164();
      return address.map(one -> new Reach(channel, one, given));
    }

    /** The same for everybody who has it on file, however it is written there. */
    public Place place() {
      return new Place(channel, address.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
      return "Reach[" + channel + "]";
    }
  }

  /** Where a message arrives: two that are equal are one telephone, or one mailbox. */
  public record Place(Channel channel, String folded) {

    @Override
    public String toString() {
      return "Place[" + channel + "]";
    }
  }

  @Override
  public String toString() {
    return "Recipient[" + patient + "]";
  }
}
