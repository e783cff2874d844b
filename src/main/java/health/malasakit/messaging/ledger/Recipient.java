package health.malasakit.messaging.ledger;

import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.Channel;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Who is told, as she is on file at the moment of sending.
 *
 * @param given her given name, to tell two of one household apart
 * @param language BCP 47, in which she reads
 * @param zones in which she may be; more than one where nobody knows
 * @param state two letters of where she lives; empty where nobody knows
 * @param reaches numbers and e-mails, the one to try first before the others
 */
public record Recipient(
    PatientId patient,
    boolean deceased,
    String given,
    String language,
    Set<ZoneId> zones,
    String state,
    List<Reach> reaches) {

  /**
   * A number or an e-mail.
   *
   * @param mobile whether the file says that texts arrive there
   */
  public record Reach(Channel channel, String address, boolean mobile) {

    @Override
    public String toString() {
      return "Reach[" + channel + "]";
    }
  }

  @Override
  public String toString() {
    return "Recipient[" + patient + "]";
  }
}
