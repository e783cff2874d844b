package health.malasakit.demo;

import health.malasakit.messaging.mail.MailSenders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who has which e-mail address in the made-up world. */
public final class DemoMailboxes {

  private static final String NOBODYS_DOMAIN = ".example.org";

  private DemoMailboxes() {}

  /** As whom a clinic writes: its neutral name, and addresses in a domain that nobody has. */
  static MailSenders.Typed sender(List<String> clinic) {
    var domain = "@" + clinic.getFirst() + NOBODYS_DOMAIN;
    return new MailSenders.Typed(clinic.get(2), "visits" + domain, "front-desk" + domain);
  }

  /** The slug of the clinic that writes from an address; empty when it is none of ours. */
  public static Optional<String> slugOf(String sender) {
    return Lines.of("clinics").stream()
        .map(List::getFirst)
        .filter(slug -> sender.endsWith("@" + slug + NOBODYS_DOMAIN))
        .findFirst();
  }

  /** The mailboxes of the hand-made patients, and whose they are. */
  public static Map<String, String> known() {
    var known = new LinkedHashMap<String, String>();
    Lines.of("characters")
        .forEach(line ->
            known.put(address(line), address(line) + " " + line.get(2) + " " + line.get(3)));
    return known;
  }

  /** The e-mail of a hand-made patient. */
  static String address(List<String> character) {
    return character.getFirst() + "@example.org";
  }
}
