package health.malasakit.demo.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail as a person reads it.
 *
 * @param calendar the file for the calendar
 */
record ReadMail(String from, String subject, String body, Optional<String> calendar) {

  private static final Session HERE = Session.getInstance(new Properties());
  private static final int PARTS_DEEP_MAX = 5;
  private static final String WORDS = "text/plain";
  private static final String CALENDAR = "text/calendar";

  /** Empty when it is none. */
  static Optional<ReadMail> of(String text) {
    try {
      var mail =
          new MimeMessage(
              HERE, new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
      var from = mail.getFrom();
      return Optional.of(
          new ReadMail(
              from == null || from.length == 0 ? "" : shown((InternetAddress) from[0]),
              Optional.ofNullable(mail.getSubject()).orElse(""),
              first(mail, WORDS, 0).orElse("").strip(),
              first(mail, CALENDAR, 0)));
    } catch (MessagingException | IOException unreadable) {
      return Optional.empty();
    }
  }

  private static String shown(InternetAddress address) {
    return address.getPersonal() == null
        ? address.getAddress()
        : address.getPersonal() + " <" + address.getAddress() + ">";
  }

  private static Optional<String> first(Part part, String type, int deep)
      throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return Optional.of(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
    if (deep < PARTS_DEEP_MAX && part.getContent() instanceof Multipart parts) {
      for (int n = 0; n < parts.getCount(); n++) {
        var found = first(parts.getBodyPart(n), type, deep + 1);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** What a mail says is printed nowhere. */
  @Override
  public String toString() {
    return "ReadMail";
  }
}
