package health.malasakit.messaging.mail;

import static health.malasakit.TestPost.CUT;
import static health.malasakit.TestPost.DRIBBLE;
import static health.malasakit.TestPost.END;
import static health.malasakit.TestPost.GREETING;
import static health.malasakit.TestPost.HANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.TestPost;
import health.malasakit.messaging.Handed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a mail when its server is down, slow, refusing or talks nonsense. */
class MailFaultsTest {

  private static final String NONSENSE = "HTTP/1.1 200 OK\r\n\r\n";
  private static final String ENDLESS = "250-" + "x".repeat(70_000) + "\r\n250 ok\r\n";

  private final TestPost post = new TestPost();

  @AfterEach
  void close() throws IOException {
    post.close();
  }

  /** At which command the server answers how, and what is known of the mail then. */
  record Fault(String at, String answer, Handed known) {

    @Override
    public String toString() {
      return at
          + ": "
          + answer.strip().substring(0, Math.min(20, answer.strip().length()))
          + " -> "
          + known;
    }
  }

  static java.util.List<Fault> faults() {
    return java.util.List.of(
        new Fault(GREETING, "554 not you\r\n", no("smtp-554")),
        new Fault(GREETING, "421 too many\r\n", no("smtp-421")),
        new Fault(GREETING, NONSENSE, no("not-smtp")),
        new Fault(GREETING, HANG, no("lost")),
        new Fault(GREETING, DRIBBLE, no("lost")),
        new Fault(GREETING, CUT, no("lost")),
        new Fault("EHLO", ENDLESS, no("not-smtp")),
        new Fault("EHLO", CUT, no("lost")),
        new Fault("EHLO", "421 going down\r\n", no("smtp-421")),
        new Fault("AUTH", "535 wrong\r\n", no("smtp-535")),
        new Fault("AUTH", "454 later\r\n", no("smtp-454")),
        new Fault("MAIL", "530 sign in\r\n", no("smtp-530")),
        new Fault("MAIL", "354 what?\r\n", no("not-smtp")),
        new Fault("RCPT", "550 5.1.1 nobody\r\n", no("smtp-550-to")),
        new Fault("RCPT", "550-5.1.1 no\r\n550 body\r\n", no("smtp-550-to")),
        new Fault("RCPT", "451 grey\r\n", no("smtp-451-to")),
        new Fault("RCPT", "452", no("lost")),
        new Fault("RCPT", HANG, no("lost")),
        new Fault("RCPT", DRIBBLE, no("lost")),
        new Fault("DATA", "554 no\r\n", no("smtp-554")),
        new Fault("DATA", "250 what?\r\n", no("not-smtp")),
        new Fault("DATA", NONSENSE, no("not-smtp")),
        new Fault("DATA", CUT, no("lost")),
        new Fault(END, "554 spam\r\n", no("smtp-554")),
        new Fault(END, "452 full\r\n", no("smtp-452")),
        new Fault(END, "421 going down\r\n", no("smtp-421")),
        new Fault(END, "354 what?\r\n", doubt("garbled")),
        new Fault(END, NONSENSE, doubt("garbled")),
        new Fault(END, ENDLESS, doubt("garbled")),
        new Fault(END, CUT, doubt("silent")),
        new Fault(END, "250-half", doubt("silent")),
        new Fault(END, HANG, doubt("silent")),
        new Fault(END, DRIBBLE, doubt("silent")),
        new Fault(END, "251 elsewhere\r\n", new Handed.Accepted(MailSamples.ID)),
        new Fault("QUIT", HANG, new Handed.Accepted(MailSamples.ID)),
        new Fault("QUIT", NONSENSE, new Handed.Accepted(MailSamples.ID)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void what_is_known_hangs_on_whether_the_end_of_the_mail_was_told(Fault fault) {
    post.says(fault.at(), fault.answer());

    var handed = hand(Map.of());

    assertThat(handed).isEqualTo(fault.known());
    var came = post.to(MailSamples.TO.value());
    if (handed instanceof Handed.Declined && !END.equals(fault.at())) {
      assertThat(came).as("no server has it").isEmpty();
    } else {
      assertThat(came).as("it was told once").hasSize(1);
    }
  }

  @Test
  void a_server_that_is_away_has_nothing() throws IOException {
    int nobodys;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobodys = taken.getLocalPort();
    }

    assertThat(hand(Map.of("MALASAKIT_MAIL_ADDRESS", "smtp://127.0.0.1:" + nobodys)))
        .isEqualTo(no("unreachable"));
  }

  @Test
  void the_whole_takes_no_longer_than_it_may_however_the_server_drags_it_out() {
    post.says("MAIL", DRIBBLE);
    var begun = Instant.now();

    assertThat(hand(Map.of())).isEqualTo(no("lost"));

    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(4));
  }

  @ParameterizedTest
  @ValueSource(strings = {HANG, DRIBBLE})
  void a_server_that_took_a_mail_and_never_says_goodbye_holds_no_connection(String answer) {
    post.says("QUIT", answer);

    assertThat(hand(Map.of())).isEqualTo(new Handed.Accepted(MailSamples.ID));

    await().atMost(Duration.ofSeconds(5)).until(() -> post.open() == 0);
  }

  @Test
  void a_code_says_whether_another_try_is_worth_it() {
    assertThat(WhyNoMail.of("smtp-451-to")).isEqualTo(WhyNoMail.LATER);
    assertThat(WhyNoMail.of("smtp-421")).isEqualTo(WhyNoMail.LATER);
    assertThat(WhyNoMail.of("unreachable")).isEqualTo(WhyNoMail.LATER);
    assertThat(WhyNoMail.of("lost")).isEqualTo(WhyNoMail.LATER);
    assertThat(WhyNoMail.of("not-smtp")).isEqualTo(WhyNoMail.LATER);
    assertThat(WhyNoMail.of("smtp-550-to")).isEqualTo(WhyNoMail.NO_MAILBOX);
    assertThat(WhyNoMail.of("smtp-550")).isEqualTo(WhyNoMail.OURS);
    assertThat(WhyNoMail.of("smtp-535")).isEqualTo(WhyNoMail.OURS);
    assertThat(WhyNoMail.of("no-tls")).isEqualTo(WhyNoMail.OURS);
    assertThat(WhyNoMail.of("not-configured")).isEqualTo(WhyNoMail.OURS);
  }

  private Handed hand(Map<String, String> other) {
    return MailSamples.mails(post, other).hand(MailSamples.email());
  }

  private static Handed no(String code) {
    return new Handed.Declined(code);
  }

  private static Handed doubt(String code) {
    return new Handed.InDoubt(code);
  }
}
