package health.malasakit.scheduling.told;

import static org.awaitility.Awaitility.await;

import health.malasakit.TestCarrier;
import health.malasakit.TestPost;
import health.malasakit.World;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicNumber;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ConsentBasis;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.NewConsent;
import health.malasakit.messaging.Purpose;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.Ledger;
import health.malasakit.messaging.ledger.LedgerRun;
import health.malasakit.messaging.ledger.Rule;
import health.malasakit.messaging.ledger.Rules;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.messaging.mail.MailSenders;
import health.malasakit.messaging.texts.TextNumbers;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientEmail;
import health.malasakit.patients.person.PatientLanguage;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** A clinic that tells of visits, where it is about noon now. */
public final class ToldPractice {

  private static int nth;

  final Practice practice;
  public final PractitionerId reyes;
  public final VisitTypeId followUp;
  final TestCarrier carrier;
  private final ApplicationContext beans;

  public ToldPractice(ApplicationContext beans) {
    this.beans = beans;
    this.carrier = beans.getBean(TestCarrier.class);
    carrier.reset();
    practice = Practice.in(beans, zone(12));
    reyes = practice.practitioner("Reyes");
    followUp = practice.type("Follow-up", 30);
    practice.seesPatientsAlways(reyes, followUp);
    var profiles = beans.getBean(ClinicProfiles.class);
    practice.run(() -> {
      profiles.describe(
          practice.organization(), new Clinic.Profile("Good day", "Lakeside", Optional.empty()), 0);
      profiles.addNumber(practice.organization(), ClinicNumber.of(number(), "Main line"));
      var from = beans.getBean(World.class).textNumber();
      beans.getBean(TextNumbers.class).set(practice.organization(), from);
      beans.getBean(Rules.class).set(practice.organization(), new Rules.Said(true, Rule.USUAL));
    });
  }

  /** Where it is that hour now; not a Sunday there, or noon would not be in the clinic's hours. */
  static String zone(int hour) {
    int here = Instant.now().atZone(ZoneOffset.UTC).getHour();
    int ahead = Math.floorMod(hour - here + 11, 24) - 11;
    return "Etc/GMT" + (ahead > 0 ? "-" + ahead : "+" + -ahead);
  }

  public static synchronized String number() {
    nth++;
    return "(646) %03d-%04d".formatted(230 + nth / 10_000, nth % 10_000);
  }

  public Practice practice() {
    return practice;
  }

  public String cookie() {
    return practice.cookie();
  }

  public String slug() {
    return practice.clinic().slug();
  }

  static String e164(String number) {
    return Phone.of(number).e164().orElseThrow();
  }

  /** A patient with a mobile, who said that she may be texted. */
  public PatientId patient(String given, String number, String language) {
    var patient = unasked(given, number, language);
    says(patient, number, ConsentAnswer.GIVEN);
    return patient;
  }

  /** One for whom it is three in the morning. */
  PatientId sleeper(String number) {
    var sleeper = unasked("Sol", number, "en", Optional.of(ZoneId.of(zone(3))));
    says(sleeper, number, ConsentAnswer.GIVEN);
    return sleeper;
  }

  /** A patient without a number, who said that she may be written to. */
  public PatientId byEmail(String given, String address) {
    beans.getBean(TestPost.class).reset();
    var facts =
        PersonFacts.named(PatientName.official(given, "Cruz"))
            .edit()
            .emails(List.of(new PatientEmail(ContactUse.HOME, address)))
            .zone(practice.site().zone())
            .done();
    var senders = beans.getBean(MailSenders.class);
    practice.run(() ->
        senders.set(
            practice.organization(),
            new MailSenders.Typed("Lakeside", "desk@lakeside.example.org", "")));
    var patient =
        practice.ask(() ->
            beans
                .getBean(Patients.class)
                .register(practice.organization(), NewPatient.saidByCaller(facts)));
    says(patient, Channel.EMAIL, address, ConsentAnswer.GIVEN);
    return patient;
  }

  /** Nobody asked her. */
  PatientId unasked(String given, String number, String language) {
    return unasked(given, number, language, practice.site().zone());
  }

  private PatientId unasked(String given, String number, String language, Optional<ZoneId> zone) {
    var facts =
        PersonFacts.named(PatientName.official(given, "Cruz"))
            .edit()
            .phones(List.of(new PatientPhone(ContactUse.MOBILE, Phone.of(number))))
            .languages(List.of(PatientLanguage.preferred(language)))
            .zone(zone)
            .done();
    return practice.ask(() ->
        beans
            .getBean(Patients.class)
            .register(practice.organization(), NewPatient.saidByCaller(facts)));
  }

  public void says(PatientId patient, String number, ConsentAnswer answer) {
    says(patient, Channel.TEXT, number, answer);
  }

  private void says(PatientId patient, Channel channel, String address, ConsentAnswer answer) {
    var line =
        new NewConsent(
            channel,
            address,
            Purpose.CARE,
            answer,
            ConsentBasis.SPOKEN,
            "May we write to you about your visits?",
            "",
            LocalDate.now(ZoneId.of("UTC")));
    practice.run(
        () -> beans.getBean(Consents.class).record(practice.organization(), patient, line));
  }

  public Visit book(PatientId patient, LocalDateTime start) {
    return practice.ask(() ->
        beans.getBean(Bookings.class).bookNow(practice.wanted(patient, reyes, followUp, start)));
  }

  /** On a day so many days from today, at an hour of the clinic. */
  public LocalDateTime inDays(int days, int hour) {
    return LocalDate.now(practice.site().zone().orElseThrow()).plusDays(days).atTime(hour, 0);
  }

  /** Its lines, once there is such a step of that version. */
  public List<Entry> planned(VisitId visit, Step step, int version) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> lines(visit),
            lines ->
                lines.stream().anyMatch(one -> one.step() == step && one.version() == version));
  }

  List<Entry> lines(VisitId visit) {
    return practice.ask(
        () -> beans.getBean(Ledger.class).ofVisit(practice.organization(), visit.value()));
  }

  Entry line(VisitId visit, Step step) {
    return lines(visit).stream()
        .filter(one -> one.step() == step)
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  /** Its hour has come. */
  public void due(VisitId visit, Step... steps) {
    Hours.come(beans, practice, visit, steps);
  }

  /** Whether anything goes out from now on. */
  public void sends(boolean on) {
    practice.run(() ->
        beans.getBean(Rules.class).set(practice.organization(), new Rules.Said(on, Rule.USUAL)));
  }

  public int send() {
    return beans.getBean(LedgerRun.class).send(practice.organization());
  }

  /** What came to a number, once so many did. */
  List<String> texts(String number, int atLeast) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> texts(number), all -> all.size() >= atLeast);
  }

  List<String> texts(String number) {
    return carrier.to(e164(number)).stream().map(TestCarrier.Came::body).toList();
  }

  <T> T bean(Class<T> type) {
    return beans.getBean(type);
  }

  ZonedDateTime now() {
    return ZonedDateTime.now(practice.site().zone().orElseThrow());
  }
}
