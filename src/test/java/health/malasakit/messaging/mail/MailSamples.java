package health.malasakit.messaging.mail;

import health.malasakit.TestPost;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** A mail from a clinic to Ana, and a visit. */
final class MailSamples {

  static final EmailAddress TO = new EmailAddress("ana.reyes@example.org");
  static final MailSender FROM =
      new MailSender(
          "Harbor \"Street\" Offices, Clínica",
          new EmailAddress("visits@clinic.example.org"),
          new EmailAddress("front-desk@clinic.example.org"));
  static final String ID = "018f-1@clinic.example.org";
  static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");

  private MailSamples() {}

  static Email email() {
    return Email.plain(
        ID, FROM, TO, new Email.Words("Your appointment", "Hello.\n.\nSee you soon."));
  }

  static Invitation visit(String start, String zone) {
    var begin = Instant.parse(start);
    return new Invitation(
        Invitation.Method.REQUEST,
        "visit-1@clinic.example.org",
        0,
        NOW,
        begin,
        begin.plus(Duration.ofMinutes(30)),
        ZoneId.of(zone),
        "Appointment",
        "41 Juniper Street, Floor 3",
        "");
  }

  /** With the settings of a server's environment, a second for the whole. */
  static Mails mails(TestPost post, Map<String, String> other) {
    var wire =
        new Mails.Wire(
            Duration.ofSeconds(1), () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    return mails(post, other, wire);
  }

  /** One that trusts what is given, and waits as long as a server does, which may have to. */
  static Mails mails(TestPost post, Map<String, String> other, Supplier<SSLSocketFactory> tls) {
    return mails(post, other, new Mails.Wire(Duration.ofSeconds(8), tls));
  }

  private static Mails mails(TestPost post, Map<String, String> other, Mails.Wire wire) {
    var settings = new HashMap<String, String>();
    settings.put("MALASAKIT_MAIL_ADDRESS", "smtp://127.0.0.1:" + post.port());
    settings.put("MALASAKIT_MAIL_USER", "harbor");
    settings.put("MALASAKIT_MAIL_PASSWORD", "test-word");
    settings.putAll(other);
    return new Mails(nobody(), Clock.fixed(NOW, ZoneOffset.UTC), settings, wire);
  }

  static ObjectProvider<OwnPost> nobody() {
    return new DefaultListableBeanFactory().getBeanProvider(OwnPost.class);
  }
}
