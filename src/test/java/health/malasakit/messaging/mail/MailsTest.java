package health.malasakit.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.TestPost;
import health.malasakit.messaging.Handed;
import health.malasakit.terminal.Certificate;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail as a mail server hears it, over a real connection. */
class MailsTest {

  private final TestPost post = new TestPost();
  @TempDir private Path folder;

  @AfterEach
  void close() throws Exception {
    post.close();
  }

  @Test
  void a_mail_comes_as_it_was_written_and_is_named_by_its_own_id() throws Exception {
    var email = MailSamples.email();

    assertThat(mails(Map.of()).hand(email)).isEqualTo(new Handed.Accepted(MailSamples.ID));

    var came = post.to("ana.reyes@example.org").getFirst();
    assertThat(came.from()).isEqualTo("visits@clinic.example.org");
    assertThat(came.messageId()).isEqualTo(MailSamples.ID);
    var mail = read(came);
    assertThat(mail.getFrom())
        .containsExactly(
            new InternetAddress("visits@clinic.example.org", MailSamples.FROM.name(), "UTF-8"));
    assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal())
        .isEqualTo("Harbor \"Street\" Offices, Clínica");
    assertThat(((InternetAddress) mail.getReplyTo()[0]).getAddress())
        .isEqualTo("front-desk@clinic.example.org");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getSentDate().toInstant()).isEqualTo(MailSamples.NOW);
    assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(mail.getContent()).isEqualTo("Hello.\r\n.\r\nSee you soon.\r\n");
    assertThat(post.heard()).contains("AUTH PLAIN AGhhcmJvcgB0ZXN0LXdvcmQ=");
  }

  @Test
  void every_letter_arrives_and_no_word_begins_a_header() throws Exception {
    var words =
        new Email.Words(
            "Su cita mañana\r\nBcc: thief@example.org\r\n\r\nMore — " + "ñ".repeat(200),
            "Línea\r\n..dos\rtres 😀 " + "largo ".repeat(300));
    var from =
        new MailSender("A\r\nBcc: thief@example.org", MailSamples.FROM.address(), MailSamples.TO);
    var email = Email.plain(MailSamples.ID, from, MailSamples.TO, words);

    mails(Map.of()).hand(email);

    var came = post.to("ana.reyes@example.org").getFirst();
    var mail = read(came);
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject())
        .isEqualTo("Su cita mañana Bcc: thief@example.org More — " + "ñ".repeat(200));
    assertThat((String) mail.getContent())
        .startsWith("Línea\r\n..dos\r\ntres 😀 ")
        .contains("largo ".repeat(299));
    assertThat(came.text().lines().mapToInt(String::length).max().orElse(0)).isLessThan(999);
    assertThat(came.text())
        .isEqualTo(
            new String(came.text().getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII));
  }

  @Test
  void what_would_break_a_line_of_the_conversation_is_no_address() {
    for (var no :
        List.of(
            "ana@example.org>\r\nRCPT TO:<thief@example.org",
            "ana",
            "ana@localhost",
            "a b@example.org",
            "\"a\"@example.org",
            ".ana@example.org",
            "ana..r@example.org",
            "añа@example.org",
            "ana@-example.org",
            "a".repeat(65) + "@example.org")) {
      assertThat(EmailAddress.of(no)).as(no).isEmpty();
    }
    assertThat(EmailAddress.of(" ana+visit@mail.example.org ")).isPresent();
    var email = MailSamples.email();
    assertThatThrownBy(
            () -> Email.plain("1@a\r\nBcc: b", email.from(), email.to(), new Email.Words("", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_invitation_comes_for_the_calendar_and_as_a_file() throws Exception {
    var visit = MailSamples.visit("2027-03-15T14:00:00Z", "America/New_York");

    mails(Map.of()).hand(MailSamples.email().with(visit));

    var mixed = (Multipart) read(post.to("ana.reyes@example.org").getFirst()).getContent();
    var either = (Multipart) mixed.getBodyPart(0).getContent();
    assertThat(either.getContentType()).startsWith("multipart/alternative");
    assertThat(either.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    var calendar = either.getBodyPart(1);
    assertThat(calendar.getContentType()).contains("text/calendar").contains("method=REQUEST");
    var attached = mixed.getBodyPart(1);
    assertThat(attached.getFileName()).isEqualTo("invite.ics");
    assertThat(attached.getDisposition()).isEqualTo("attachment");
    assertThat(bytes(attached))
        .isEqualTo(bytes(calendar))
        .isEqualTo(
            visit.written(MailSamples.FROM, MailSamples.TO).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void beyond_this_machine_nothing_is_said_unsealed() {
    var answer =
        mails(Map.of("MALASAKIT_MAIL_ADDRESS", "smtp://LOCALHOST:" + post.port()))
            .hand(MailSamples.email());

    assertThat(answer).isEqualTo(new Handed.Declined("no-tls"));
    assertThat(post.heard()).allMatch(line -> line.startsWith("EHLO"));
  }

  @Test
  void a_server_that_turns_to_tls_is_told_the_password_only_then() throws Exception {
    var certificate = Certificate.in(folder);
    post.seals(certificate.serves());
    post.says("STARTTLS", "220 go on\r\n250 AUTH PLAIN forged\r\n");
    var there = Map.of("MALASAKIT_MAIL_ADDRESS", "smtp://LOCALHOST:" + post.port());

    assertThat(mails(there).hand(MailSamples.email())).isEqualTo(new Handed.Declined("tls"));
    assertThat(post.heard()).noneMatch(line -> line.startsWith("AUTH"));

    assertThat(trusting(there, certificate).hand(MailSamples.email()))
        .isInstanceOf(Handed.Accepted.class);
    assertThat(post.heard()).containsSubsequence("STARTTLS", "AUTH PLAIN AGhhcmJvcgB0ZXN0LXdvcmQ=");
  }

  @Test
  void a_server_with_tls_from_the_start_has_to_be_whom_its_certificate_names() throws Exception {
    var certificate = Certificate.in(folder);
    post.sealed(certificate.serves());
    var there = Map.of("MALASAKIT_MAIL_ADDRESS", "smtps://localhost:" + post.port());

    assertThat(mails(there).hand(MailSamples.email())).isEqualTo(new Handed.Declined("tls"));
    assertThat(trusting(there, certificate).hand(MailSamples.email()))
        .isInstanceOf(Handed.Accepted.class);
  }

  @Test
  void a_certificate_for_another_name_is_not_enough() throws Exception {
    var others = Certificate.in(folder, "dns:mail.example.org");
    post.sealed(others.serves());
    var there = Map.of("MALASAKIT_MAIL_ADDRESS", "smtps://localhost:" + post.port());

    assertThat(trusting(there, others).hand(MailSamples.email()))
        .isEqualTo(new Handed.Declined("tls"));
  }

  @Test
  void without_settings_it_is_not_configured_and_says_so() {
    var mails =
        new Mails(
            MailSamples.nobody(),
            Clock.systemUTC(),
            Map.of(),
            new Mails.Wire(
                Duration.ofSeconds(1), () -> (SSLSocketFactory) SSLSocketFactory.getDefault()));

    assertThat(mails.isConnected()).isFalse();
    assertThat(mails.hand(MailSamples.email())).isEqualTo(new Handed.Declined("not-configured"));
  }

  @Test
  void a_setting_that_is_not_right_is_named_at_the_start() {
    for (var no :
        List.of(
            "mail.example.org:587",
            "http://mail.example.org",
            "smtp://user:word@mail.example.org",
            "smtp://mail.example.org/inbox",
            "smtp://mail.example.org?x=1",
            "smtp://",
            "")) {
      assertThatThrownBy(() -> mails(Map.of("MALASAKIT_MAIL_ADDRESS", no)))
          .as(no)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("MALASAKIT_MAIL_ADDRESS is smtps://host:port");
    }
    assertThatThrownBy(() -> mails(Map.of("MALASAKIT_MAIL_USER", "")))
        .hasMessageContaining("MALASAKIT_MAIL_USER is needed");
    assertThatThrownBy(() -> mails(Map.of("MALASAKIT_MAIL_PASSWORD", " ")))
        .hasMessageContaining("MALASAKIT_MAIL_PASSWORD is needed");
    assertThat(mails(Map.of("MALASAKIT_MAIL_ADDRESS", "smtps://mail.example.org/")).isConnected())
        .isTrue();
  }

  private Mails mails(Map<String, String> other) {
    return MailSamples.mails(post, other);
  }

  private Mails trusting(Map<String, String> other, Certificate certificate) {
    return MailSamples.mails(post, other, () -> certificate.trust().getSocketFactory());
  }

  private static MimeMessage read(TestPost.Came came) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(came.text().getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static byte[] bytes(Part part) throws Exception {
    return part.getInputStream().readAllBytes();
  }
}
