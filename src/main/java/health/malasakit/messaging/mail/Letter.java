package health.malasakit.messaging.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/**
 * An e-mail as it goes over the wire.
 *
 * @param text headers and body, ASCII, each line ended by CRLF
 */
record Letter(String messageId, EmailAddress from, EmailAddress to, String text) {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final String FILE = "invite.ics";

  static {
    // Otherwise the library looks for it in all jars, several times for each mail.
    System.setProperty(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
  }

  /** The library asks nobody for the name of this machine when it knows a sender. */
  private static final Session HERE = Session.getInstance(settings());

  private static Properties settings() {
    var settings = new Properties();
    settings.setProperty("mail.from", "nobody@localhost");
    return settings;
  }

  static Letter of(Email email, Instant now) {
    try {
      return new Letter(email.messageId(), email.from().address(), email.to(), written(email, now));
    } catch (MessagingException | IOException bug) {
      throw new IllegalStateException("A mail that cannot be written", bug);
    }
  }

  private static String written(Email email, Instant now) throws MessagingException, IOException {
    var message = new MimeMessage(HERE);
    message.setFrom(
        new InternetAddress(email.from().address().value(), inOneLine(email.from().name()), UTF_8));
    message.setReplyTo(
        new InternetAddress[] {
          new InternetAddress(email.from().reply().value(), inOneLine(email.from().name()), UTF_8)
        });
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(email.to().value()));
    message.setSubject(inOneLine(email.subject()), UTF_8);
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    fill(message, email);
    message.saveChanges();
    message.setHeader("Message-ID", "<" + email.messageId() + ">");
    var out = new ByteArrayOutputStream();
    message.writeTo(out);
    return out.toString(StandardCharsets.US_ASCII);
  }

  /** What stands in a header ends no line. */
  private static String inOneLine(String words) {
    return words.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ").strip();
  }

  private static void fill(MimeMessage message, Email email) throws MessagingException {
    if (email.invitation().isEmpty()) {
      say(message, email.body());
      return;
    }
    var visit = email.invitation().get();
    var file = visit.written(email.from(), email.to()).getBytes(StandardCharsets.UTF_8);
    var words = new MimeBodyPart();
    say(words, email.body());
    var either =
        new MimeMultipart(
            "alternative",
            words,
            part(file, "text/calendar; charset=UTF-8; method=" + visit.method().name()));
    var attached = part(file, "application/ics; name=" + FILE);
    attached.setDisposition(Part.ATTACHMENT);
    attached.setFileName(FILE);
    var first = new MimeBodyPart();
    first.setContent(either);
    message.setContent(new MimeMultipart("mixed", first, attached));
  }

  private static void say(jakarta.mail.internet.MimePart part, String words)
      throws MessagingException {
    part.setText(words.replaceAll("\r\n?", "\n").replace("\n", "\r\n"), UTF_8);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
  }

  private static MimeBodyPart part(byte[] file, String type) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(file, type)));
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  @Override
  public String toString() {
    return "Letter[" + messageId + "]";
  }
}
