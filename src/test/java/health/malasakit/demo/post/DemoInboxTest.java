package health.malasakit.demo.post;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.messaging.Handed;
import health.malasakit.messaging.mail.Email;
import health.malasakit.messaging.mail.EmailAddress;
import health.malasakit.messaging.mail.Invitation;
import health.malasakit.messaging.mail.MailSender;
import health.malasakit.messaging.mail.Mails;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The mail server of the made-up world, over SMTP, and the inbox behind it. */
@Tag("slow")
class DemoInboxTest {

  private static final String ANA = "ana-1@example.org";
  private static final Pattern FILE = Pattern.compile("/demo/inbox/[0-9a-f-]{36}/invite.ics");

  private static Node node;
  private static World world;
  private static SignedIn luz;

  @BeforeAll
  static void aMadeUpServer() {
    node = Node.start(TestDatabase.migrated(), Map.of("malasakit.made-up-world", true));
    world = node.bean(World.class);
    luz = world.person(Role.SUPERVISOR, world.clinic("Harbor Street Family Medicine"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void a_mail_reaches_the_inbox_and_of_two_that_are_the_same_both_stay() {
    var words = new Email.Words("Su cita <mañana>", "Hola, Ana.\nNos vemos a las 9.");
    assertThat(send(mail(ANA, words)))
        .isEqualTo(new Handed.Accepted("1@harbor-street.example.org"));
    send(mail(ANA, words));

    var page = inbox().get("/demo/inbox").body();

    assertThat(page)
        .contains("Su cita &lt;mañana&gt;", "Hola, Ana.", "ana-1@example.org Ana Reyes")
        .contains("Harbor Street Offices &lt;visits@harbor-street.example.org&gt;");
    assertThat(page.split("Nos vemos a las 9", -1)).hasSize(3);
  }

  @Test
  void an_invitation_is_read_there_and_taken_as_a_file() {
    var start = Instant.parse("2027-03-15T13:00:00Z");
    send(
        mail("ana-2@example.org", new Email.Words("Your appointment", "See you."))
            .with(
                new Invitation(
                    Invitation.Method.REQUEST,
                    "visit-1@harbor-street.example.org",
                    3,
                    start,
                    start,
                    start.plus(Duration.ofMinutes(30)),
                    ZoneId.of("America/New_York"),
                    "Appointment",
                    "41 Juniper Street, Floor 3",
                    "")));

    var page = inbox().get("/demo/inbox").body();

    assertThat(page)
        .contains("Puts a visit in the calendar", "Change 3")
        .contains("Appointment, Mon 15 Mar 2027, 09:00 EDT (New York)")
        .contains("41 Juniper Street, Floor 3");
    var found = FILE.matcher(page);
    assertThat(found.find()).isTrue();
    var file = inbox().get(found.group());
    assertThat(file.header("Content-Type")).startsWith("text/calendar");
    assertThat(file.body()).startsWith("BEGIN:VCALENDAR\r\n").contains("BEGIN:VTIMEZONE\r\n");
    assertThat(inbox().get("/demo/inbox/018f0000-0000-7000-8000-000000000000/invite.ics").status())
        .isEqualTo(404);
  }

  @Test
  void it_can_be_told_to_refuse_or_be_busy_for_one_mailbox() {
    var words = new Email.Words("No", "No");
    answers("teen-1@example.org", "refuses");
    assertThat(send(mail("teen-1@example.org", words)))
        .isEqualTo(new Handed.Declined("smtp-550-to"));
    answers("teen-1@example.org", "busy");
    assertThat(send(mail("teen-1@example.org", words)))
        .isEqualTo(new Handed.Declined("smtp-451-to"));
    assertThat(inbox().get("/demo/inbox").body()).contains("It does not answer as usual for");
    answers("teen-1@example.org", "takes");
    assertThat(send(mail("teen-1@example.org", words))).isInstanceOf(Handed.Accepted.class);
  }

  @Test
  void it_can_be_told_to_take_a_mail_and_not_to_answer() {
    answers("vip-1@example.org", "silent");

    var handed = send(mail("vip-1@example.org", new Email.Words("Silence", "It is there.")));

    assertThat(handed).isEqualTo(new Handed.InDoubt("silent"));
    assertThat(inbox().get("/demo/inbox").body()).contains("Silence", "It is there.");
  }

  @Test
  void no_mail_leaves_the_made_up_world() {
    assertThat(send(mail("somebody@gmail.com", new Email.Words("No", "No"))))
        .isEqualTo(new Handed.Declined("smtp-550-to"));
  }

  @Test
  void nobody_reads_it_who_is_not_signed_in() {
    assertThat(Client.on(node.port()).get("/demo/inbox").status()).isNotEqualTo(200);
  }

  private static void answers(String address, String mood) {
    assertThat(inbox().post("/demo/inbox", Map.of("address", address, "mood", mood)).status())
        .isEqualTo(302);
  }

  private static Client inbox() {
    return Client.on(node.port()).as(world.cookieOf(luz));
  }

  private static Email mail(String to, Email.Words words) {
    var from =
        new MailSender(
            "Harbor Street Offices",
            new EmailAddress("visits@harbor-street.example.org"),
            new EmailAddress("front-desk@harbor-street.example.org"));
    return Email.plain("1@harbor-street.example.org", from, new EmailAddress(to), words);
  }

  private static Handed send(Email email) {
    return node.bean(Mails.class).hand(email);
  }
}
