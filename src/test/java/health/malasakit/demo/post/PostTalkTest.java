package health.malasakit.demo.post;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the made-up mail server takes, and what it does not, line by line. */
class PostTalkTest {

  private static final String WORD =
      Base64.getEncoder().encodeToString("\0made-up\0word".getBytes(ISO_8859_1));

  private final Mailboxes mailboxes = new Mailboxes();
  private final List<Mailboxes.Taken> came = new ArrayList<>();
  private ServerSocket door;
  private Socket caller;
  private BufferedReader answers;
  private Thread server;

  @BeforeEach
  void connected() throws IOException {
    door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    caller = new Socket(door.getInetAddress(), door.getLocalPort());
    answers = new BufferedReader(new InputStreamReader(caller.getInputStream(), ISO_8859_1));
    var other = door.accept();
    server =
        Thread.ofVirtual()
            .start(() -> {
              try (other) {
                new PostTalk(other, mailboxes, "word", Clock.systemUTC()).run(came::add);
              } catch (IOException brokenOff) {
                // as the test wants it
              }
            });
    assertThat(answers.readLine()).startsWith("220 ");
  }

  @AfterEach
  void closed() throws IOException {
    caller.close();
    door.close();
  }

  @Test
  void a_mail_is_taken_as_it_was_told() throws Exception {
    signedIn();
    envelope();
    say("DATA", "354");
    tell("Subject: one\r\n\r\n..\r\n..dots\r\n.\r\n");
    assertThat(answers.readLine()).startsWith("250 ");
    say("QUIT", "221");
    server.join();

    assertThat(mailboxes.all()).isEqualTo(came);
    assertThat(came.getFirst().text()).isEqualTo("Subject: one\r\n\r\n.\r\n.dots\r\n");
    assertThat(came.getFirst().to()).isEqualTo("ana-1@example.org");
  }

  @Test
  void nothing_is_taken_of_whom_it_does_not_know() throws IOException {
    say("MAIL FROM:<visits@harbor-street.example.org>", "530");
    say("AUTH PLAIN " + WORD.substring(4), "535");
    say("AUTH PLAIN", "334");
    say(WORD, "235");
    envelope();
  }

  @Test
  void what_comes_in_no_order_is_refused() throws IOException {
    say("DATA", "503");
    say("RCPT TO:<ana-1@example.org>", "503");
    signedIn();
    say("MAIL FROM:nobody", "501");
    envelope();
    say("RCPT TO:<ana-2@example.org>", "452");
    say("RSET", "250");
    say("DATA", "503");
    say("NOOP", "250");
    say("TURN", "502");
  }

  @Test
  void a_mail_or_a_line_that_is_too_long_is_not_kept() throws IOException {
    signedIn();
    envelope();
    say("DATA", "354");
    tell(("x".repeat(998) + "\r\n").repeat(1010) + ".\r\n");
    assertThat(answers.readLine()).startsWith("552 ");
    assertThat(mailboxes.all()).isEmpty();

    tell("x".repeat(3000));
    assertThat(answers.readLine()).startsWith("500 ");
    assertThat(answers.readLine()).isNull();
  }

  @Test
  void a_mail_that_breaks_off_is_none() throws Exception {
    signedIn();
    envelope();
    say("DATA", "354");
    tell("Subject: half\r\n");
    caller.close();
    server.join();

    assertThat(mailboxes.all()).isEmpty();
  }

  @Test
  void the_last_two_hundred_are_kept() {
    for (int n = 0; n < 250; n++) {
      mailboxes.take(
          new Mailboxes.Taken(new java.util.UUID(0, n), "a", "b", "", java.time.Instant.EPOCH));
    }

    assertThat(mailboxes.all()).hasSize(200);
    assertThat(mailboxes.find(new java.util.UUID(0, 249))).isPresent();
    assertThat(mailboxes.find(new java.util.UUID(0, 1))).isEmpty();
  }

  private void signedIn() throws IOException {
    tell("EHLO test.example.org\r\n");
    while (!answers.readLine().startsWith("250 ")) {
      // to its last line
    }
    say("AUTH PLAIN " + WORD, "235");
  }

  private void envelope() throws IOException {
    say("MAIL FROM:<visits@harbor-street.example.org> SIZE=100", "250");
    say("RCPT TO:<ana-1@example.org>", "250");
  }

  private void say(String command, String answer) throws IOException {
    tell(command + "\r\n");
    assertThat(answers.readLine()).as(command).startsWith(answer);
  }

  private void tell(String text) throws IOException {
    caller.getOutputStream().write(text.getBytes(ISO_8859_1));
    caller.getOutputStream().flush();
  }
}
