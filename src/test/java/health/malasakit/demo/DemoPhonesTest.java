package health.malasakit.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.texts.NewText;
import health.malasakit.messaging.texts.SentText;
import health.malasakit.messaging.texts.TextNumbers;
import health.malasakit.messaging.texts.TextState;
import health.malasakit.messaging.texts.Texts;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The carrier of the made-up world, over HTTP at its own address, and the phones behind it. */
@Tag("slow")
class DemoPhonesTest {

  private static final String ANA = "(917) 555-0182";

  private static final Duration SOON = Duration.ofSeconds(20);

  private static Node node;
  private static World world;
  private static Organization clinic;
  private static SignedIn luz;

  @BeforeAll
  static void aMadeUpServer() {
    node = Node.start(TestDatabase.migrated(), Map.of("malasakit.made-up-world", true));
    world = node.bean(World.class);
    clinic = world.clinic("Harbor Street Family Medicine");
    luz = world.person(Role.SUPERVISOR, clinic);
    Scopes.run(
        world.scopeOf(luz), () -> node.bean(TextNumbers.class).set(clinic.id(), "(212) 555-0100"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void a_text_reaches_the_phone_and_of_two_that_are_the_same_both_stay() {
    assertThat(send("test/1").state()).isEqualTo(TextState.HANDED_OVER);
    assertThat(send("test/2").state()).isEqualTo(TextState.HANDED_OVER);

    var phones = phones().get("/demo/phone").body();

    assertThat(phones).contains("Ana Reyes", "Harbor Street Family Medicine");
    assertThat(phones.split("Hello from the clinic", -1)).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void it_can_be_told_to_refuse_for_one_number() {
    phones().post("/demo/phone", Map.of("number", "+19175550182", "mood", "refuses"));
    var refused = send("test/3");
    phones().post("/demo/phone", Map.of("number", "+19175550182", "mood", "takes"));

    assertThat(refused.state()).isEqualTo(TextState.REFUSED);
    assertThat(refused.reason()).isEqualTo("21614");
  }

  @Test
  void a_moment_later_the_carrier_says_that_it_arrived_or_that_it_did_not() {
    var sent = send("test/4");
    await().atMost(SOON).until(() -> stands(sent) == TextState.DELIVERED);
    phones().post("/demo/phone", Map.of("number", "+19175550182", "mood", "fails"));

    var lost = send("test/5");

    await().atMost(SOON).until(() -> stands(lost) == TextState.FAILED);
    phones().post("/demo/phone", Map.of("number", "+19175550182", "mood", "takes"));
    assertThat(phones().get("/demo/phone").body()).contains("did not arrive");
  }

  @Test
  void what_a_phone_writes_comes_to_the_clinic_signed_and_twice_is_once() {
    phones()
        .post(
            "/demo/phone/texts",
            Map.of(
                "from", "+17185550181",
                "clinic", "+12125550100",
                "words", "Can I bring my son?",
                "twice", "yes"));
    phones()
        .post(
            "/demo/phone/texts",
            Map.of("from", "+17185550181", "clinic", "+12125550100", "words", "STOP"));

    var toRead = phones().get("/texts").body();
    assertThat(toRead.split("Can I bring my son", -1)).hasSize(2);
    assertThat(phones().get("/demo/phone").body())
        .contains("Can I bring my son?", "STOP", "No more texts from us");
  }

  private static TextState stands(SentText text) {
    return Scopes.call(
            world.scopeOf(luz), () -> node.bean(Texts.class).find(clinic.id(), text.id()))
        .orElseThrow()
        .state();
  }

  @Test
  void its_door_opens_to_the_token_alone() {
    var path = "/demo/carrier/2010-04-01/Accounts/ACmadeup/Messages.json";

    var answer = Client.on(node.port()).postAsIs(path, Map.of("To", "+19175550182"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(Client.on(node.port()).get("/demo/phone").status())
        .as("nobody signed in")
        .isNotEqualTo(200);
  }

  private static Client phones() {
    return Client.on(node.port()).as(world.cookieOf(luz));
  }

  private static SentText send(String key) {
    var texts = node.bean(Texts.class);
    var text =
        new NewText(
            clinic.id(),
            new PatientId(UUID.randomUUID()),
            NewText.Purpose.CODE,
            key,
            Phone.of(ANA));
    return Scopes.call(
        world.scopeOf(luz), () -> texts.handOver(texts.begin(text), "Hello from the clinic"));
  }
}
