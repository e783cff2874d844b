package health.malasakit.messaging.texts;

import health.malasakit.Client;
import health.malasakit.TestCarrier;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A clinic that sends texts, and the carrier that takes them. */
final class TextClinic {

  static final String TO = "+16175550171";

  private final ApplicationContext beans;
  private final World world;
  private final Texts texts;
  private final TestCarrier carrier;
  private final Client gateway;
  private final Organization clinic;
  private final SignedIn luz;

  TextClinic(ApplicationContext beans, int port) {
    this.beans = beans;
    this.world = beans.getBean(World.class);
    this.texts = beans.getBean(Texts.class);
    this.carrier = beans.getBean(TestCarrier.class);
    this.gateway = Client.on(port);
    this.clinic = world.clinic("Harbor Family Clinic");
    this.luz = world.person(Role.SUPERVISOR, clinic);
    carrier.reset();
    as(() -> {
      beans.getBean(TextNumbers.class).set(clinic.id(), world.textNumber());
      return true;
    });
  }

  Organization clinic() {
    return clinic;
  }

  TestCarrier carrier() {
    return carrier;
  }

  SentText sent(String key) {
    return as(() -> texts.handOver(texts.begin(text(key)), "Harbor: 123456"));
  }

  NewText text(String key) {
    return new NewText(
        clinic.id(), new PatientId(UUID.randomUUID()), NewText.Purpose.CODE, key, Phone.of(TO));
  }

  SentText stands(TextId id) {
    return as(() -> texts.find(clinic.id(), id)).orElseThrow();
  }

  List<SentText> history(TextId id) {
    return as(() -> texts.history(clinic.id(), id));
  }

  String door(TextId id) {
    return "/api/texts/receipts/" + clinic.id() + "/" + id;
  }

  /** The carrier tells, signed. */
  Client.Answer told(TextId id, String status, String code) {
    var form = form(status, code);
    return post(door(id), form, carrier.signed(door(id), form));
  }

  Client.Answer post(String path, Map<String, String> form, String... headers) {
    return gateway.postAsIs(path, form, headers);
  }

  static Map<String, String> form(String status, String code) {
    return code.isEmpty()
        ? Map.of("MessageSid", "SM1", "MessageStatus", status)
        : Map.of("MessageSid", "SM1", "MessageStatus", status, "ErrorCode", code);
  }

  /** Time passes for a text: a statement with its id and a number of minutes. */
  void passes(String sql, TextId id, int minutes) {
    var transactions = beans.getBean(TransactionTemplate.class);
    var jdbc = beans.getBean(JdbcClient.class);
    as(() ->
        transactions.execute(
            status -> jdbc.sql(sql).param("id", id.value()).param("n", minutes).update()));
  }

  <T> T as(Supplier<T> work) {
    return Scopes.call(world.scopeOf(luz), work::get);
  }
}
