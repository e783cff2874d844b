package health.malasakit.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.TestPost;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.mail.EmailAddress;
import health.malasakit.messaging.mail.MailSender;
import health.malasakit.messaging.mail.MailSenders;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** As whom a clinic writes e-mail. */
@MalasakitTest
class EmailPageTest {

  private final World world;
  private final TestPost post;
  private final MailSenders senders;
  private final int port;
  private Organization clinic;
  private SignedIn sam;
  private Client administrator;
  private String page;

  EmailPageTest(World world, TestPost post, MailSenders senders, @LocalServerPort int port) {
    this.world = world;
    this.post = post;
    this.senders = senders;
    this.port = port;
  }

  @BeforeEach
  void aClinic() {
    post.reset();
    clinic = world.clinic("Harbor Family Clinic");
    sam = world.person(Role.ADMINISTRATOR, clinic);
    administrator = Client.on(port).as(world.cookieOf(sam));
    page = "/clinics/" + clinic.slug() + "/email";
  }

  @Test
  void a_sender_is_said_and_taken_back() {
    assertThat(set("Harbor Offices", "post@harbor.example.org", "").status()).isEqualTo(303);

    assertThat(Scopes.call(world.scopeOf(sam), () -> senders.of(clinic.id())))
        .contains(
            new MailSender(
                "Harbor Offices",
                new EmailAddress("post@harbor.example.org"),
                new EmailAddress("post@harbor.example.org")));
    assertThat(administrator.get(page).body())
        .contains("post@harbor.example.org", "Say a neutral name under Profile first");
    assertThat(set("", "", "").status()).isEqualTo(303);

    assertThat(administrator.get(page).body()).doesNotContain("post@harbor.example.org");
    assertThat(Scopes.call(world.scopeOf(sam), () -> senders.of(clinic.id()))).isEmpty();
  }

  @Test
  void what_no_mail_server_takes_is_refused_beside_its_field() {
    var address = set("Harbor Offices", "visits@clinic", "");
    assertThat(address.status()).isEqualTo(422);
    assertThat(address.body()).contains("No mail can come from this address", "visits@clinic");

    var reply = set("Harbor Offices", "post@harbor.example.org", "a b@clinic.example.org");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body()).contains("No mail can go to this address");

    var name = set("", "post@harbor.example.org", "");
    assertThat(name.status()).isEqualTo(422);
    assertThat(name.body()).contains("Write a name in one line");
  }

  @Test
  void what_tells_of_a_kind_of_care_stands_beside_no_address() {
    var name = set("Bay Oncology", "post@harbor.example.org", "");
    assertThat(name.status()).isEqualTo(422);
    assertThat(plain(name)).contains("The word \"oncology\" tells", "Bay Oncology");

    var address = set("Harbor Offices", "hiv-clinic@harbor.example.org", "");
    assertThat(address.status()).isEqualTo(422);
    assertThat(plain(address)).contains("The word \"hiv\" tells", "hiv-clinic@harbor");

    var reply = set("Harbor Offices", "post@harbor.example.org", "Methadone@harbor.example.org");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(plain(reply)).contains("The word \"methadone\" tells");

    assertThat(set("Harbor Offices", "post@bay-oncology.example.org", "").status()).isEqualTo(303);
  }

  @Test
  void that_no_mail_server_is_connected_stands_there() {
    assertThat(administrator.get(page).body()).contains("goes out from this address");
    post.away();

    assertThat(administrator.get(page).body()).contains("No mail server is connected");
    post.reset();
  }

  @Test
  void another_clinic_writes_as_itself() {
    set("Harbor Offices", "post@harbor.example.org", "");
    var other = world.clinic("Other");
    var hers = world.person(Role.ADMINISTRATOR, other);

    assertThat(Scopes.call(world.scopeOf(hers), () -> senders.of(clinic.id()))).isEmpty();
    assertThat(
            Client.on(port)
                .as(world.cookieOf(hers))
                .post(page, Map.of("name", "A", "address", "a@example.org", "version", "0"))
                .status())
        .isEqualTo(404);
  }

  private static String plain(Client.Answer answer) {
    return answer.body().replace("&#34;", "\"").replace("&quot;", "\"");
  }

  private Client.Answer set(String name, String address, String reply) {
    return administrator.post(
        page, Map.of("name", name, "address", address, "reply", reply, "version", "0"));
  }
}
