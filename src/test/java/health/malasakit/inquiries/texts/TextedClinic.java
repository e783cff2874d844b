package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.TestCarrier;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.directory.Clinics;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.texts.TextNumbers;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientLanguage;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.scheduling.Practice;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A clinic to which people text, and Luz, who reads. */
public final class TextedClinic {

  private final ApplicationContext beans;
  private final World world;
  private final int port;
  private final TestCarrier carrier;
  private final Practice practice;
  private final Organization clinic;
  private final SignedIn luz;
  private final String number;
  private final String hers;

  public TextedClinic(ApplicationContext beans, int port) {
    this.beans = beans;
    this.world = beans.getBean(World.class);
    this.port = port;
    this.carrier = beans.getBean(TestCarrier.class);
    this.practice = Practice.in(beans, "America/New_York");
    this.clinic = practice.clinic();
    this.luz = practice.specialist();
    this.number = world.textNumber();
    this.hers = world.textNumber();
    carrier.reset();
    as(() -> {
      beans.getBean(TextNumbers.class).set(clinic.id(), number);
      beans
          .getBean(ClinicProfiles.class)
          .describe(
              clinic.id(),
              new Clinic.Profile(
                  "Hello.", "Harbor Offices", Optional.of(ZoneId.of("America/New_York"))),
              beans.getBean(Clinics.class).get(clinic.id()).versions().profile());
      return true;
    });
  }

  public Organization clinic() {
    return clinic;
  }

  public Practice practice() {
    return practice;
  }

  public TestCarrier carrier() {
    return carrier;
  }

  /** A day within the week that is a limit at most. */
  static LocalDate soon(Practice practice) {
    var zone = practice.site().zone().orElseThrow();
    return practice.next(LocalDate.now(zone).plusDays(2).getDayOfWeek());
  }

  /** The number of the phone that texts. */
  public String hers() {
    return hers;
  }

  /** Somebody who has that phone. */
  public PatientId patient(String given, String family, String language) {
    return patient(given, family, language, hers);
  }

  public PatientId patient(String given, String family, String language, String phone) {
    var facts =
        PersonFacts.named(PatientName.official(given, family))
            .edit()
            .born(LocalDate.of(1985, 3, 12))
            .phones(List.of(new PatientPhone(ContactUse.MOBILE, Phone.of(phone))))
            .languages(List.of(PatientLanguage.preferred(language)))
            .done();
    return as(
        () -> beans.getBean(Patients.class).register(clinic.id(), NewPatient.saidByCaller(facts)));
  }

  /** The phone texts something; the carrier brings it. */
  public Client.Answer texts(String body) {
    return brought("SM" + UUID.randomUUID().toString().replace("-", ""), body);
  }

  /** The carrier brings a text under this name. */
  public Client.Answer brought(String carrierId, String body) {
    return brought(number, carrierId, body);
  }

  /** The same, written to this number. */
  Client.Answer brought(String to, String carrierId, String body) {
    var form =
        Map.of("MessageSid", carrierId, "From", hers, "To", to, "Body", body, "NumMedia", "0");
    return Client.on(port).postAsIs("/api/texts", form, carrier.signed("/api/texts", form));
  }

  /** What went out to the phone, the oldest first. */
  public List<String> answers() {
    return carrier.to(hers).stream().map(TestCarrier.Came::body).toList();
  }

  public Client luz() {
    return client(luz);
  }

  public Client client(SignedIn person) {
    return Client.on(port).as(world.cookieOf(person));
  }

  /** Another person who reads there. */
  public SignedIn colleague() {
    return world.person(Role.SCHEDULER, clinic);
  }

  /** The page of the text that came last. */
  public String page() {
    return "/texts/"
        + clinic.id()
        + "/"
        + ids("select text_id from inquiries.text_in order by came_at desc, text_id desc limit 1")
            .getFirst();
  }

  public List<UUID> ids(String sql) {
    return in(jdbc -> jdbc.sql(sql).query(UUID.class).list());
  }

  public List<String> words(String sql) {
    return in(jdbc -> jdbc.sql(sql).query(String.class).list());
  }

  /** What stands in the database of the clinic. */
  public <T> T in(Function<JdbcClient, T> question) {
    var transactions = beans.getBean(TransactionTemplate.class);
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () ->
            Objects.requireNonNull(
                transactions.execute(status -> question.apply(beans.getBean(JdbcClient.class)))));
  }

  /** A patient may not be seen from where Luz works. */
  void hide(UUID patient) {
    in(jdbc ->
        jdbc.sql(
                """
                insert into access.restriction (organization_id, patient_id, country, rule, set_at)
                values (:organization, :patient, 'PH', 'test', now())
                """)
            .param("organization", clinic.id().value())
            .param("patient", patient)
            .update());
  }

  public <T> T as(Supplier<T> work) {
    return Scopes.call(world.scopeOf(luz), work::get);
  }

  void taken(Client.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("<Response></Response>");
  }
}
