package health.malasakit.demo;

import health.malasakit.access.Account;
import health.malasakit.access.Accounts;
import health.malasakit.inquiries.TelephoneId;
import health.malasakit.inquiries.Telephones;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Right;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.messaging.mail.MailSenders;
import health.malasakit.messaging.texts.TextNumbers;
import health.malasakit.postgres.Home;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The telephone system of the made-up world, which rings by {@code bin/malasakit ring}. */
@Component
public class DemoTelephone {

  /** Where the home keeps its token, for the command that rings. */
  public static final String TOKEN_FILE = "secrets/demo-telephone";

  private static final String SECRET = "demo-telephone";
  private static final String NAME = "Demo telephone";
  private static final String STRANGER = "(646) 555-0199";
  private static final String NOBODYS = "299";

  /** Who sits at which extension. */
  private static final Map<String, String> SEATS =
      Map.of(
          "luz@example.org", "201",
          "ramon@example.org", "202",
          "denise@example.org", "203",
          "aiko@example.org", "204");

  private final Telephones telephones;
  private final TextNumbers texts;
  private final MailSenders mails;
  private final Accounts accounts;
  private final ObjectProvider<Home> home;

  DemoTelephone(
      Telephones telephones,
      TextNumbers texts,
      MailSenders mails,
      Accounts accounts,
      ObjectProvider<Home> home) {
    this.telephones = telephones;
    this.texts = texts;
    this.mails = mails;
    this.accounts = accounts;
    this.home = home;
  }

  /** Connects it to the clinics, and seats those who take calls, unless that was done before. */
  void ensure(List<OrganizationId> clinics) {
    var administrator = accounts.findByEmail("sam@example.org").map(Account::id);
    administrator.ifPresent(who ->
        Scopes.run(
            scope(who, clinics),
            () -> {
              if (telephones.of(clinics.getFirst()).isEmpty()) {
                connect(clinics);
              }
              sendFrom(clinics);
            }));
  }

  /** What it shows at the door. */
  public String token() {
    return home.getObject().secret(SECRET);
  }

  /** Who may ring: a number of the made-up world, and whose it is. */
  public Map<String, String> callers() {
    var callers = new LinkedHashMap<String, String>();
    Lines.of("characters")
        .forEach(
            line -> callers.merge(line.get(6), named(line), (one, other) -> one + ", " + other));
    callers.replaceAll((number, names) -> number + " " + names);
    callers.put(STRANGER, STRANGER + " " + Sentences.of("demo.telephone.stranger"));
    return callers;
  }

  private static String named(List<String> line) {
    return line.get(2) + " " + line.get(3);
  }

  /** The numbers that can be dialled, and whose they are. */
  public Map<String, String> lines() {
    var lines = new LinkedHashMap<String, String>();
    Lines.of("clinics").forEach(line -> lines.put(line.get(5), line.get(5) + " " + line.get(1)));
    return lines;
  }

  /** Whose line this is; empty when it is nobody's. */
  public String clinicOf(String number) {
    return Lines.of("clinics").stream()
        .filter(line -> line.get(5).equals(number))
        .map(line -> line.get(1))
        .findFirst()
        .orElse("");
  }

  /** Where people sit, and one place where nobody does. */
  public Map<String, String> seats() {
    var seats = new TreeMap<String, String>();
    SEATS.forEach((email, extension) ->
        seats.put(extension, extension + " " + email.replaceFirst("@.*", "")));
    seats.put(NOBODYS, NOBODYS);
    return seats;
  }

  /** The slug of the clinic of a line; empty when it is nobody's. */
  public Optional<String> slugOf(String number) {
    var dialled = Phone.of(number);
    return Lines.of("clinics").stream()
        .filter(line -> Phone.of(line.get(5)).sameLineAs(dialled))
        .map(line -> line.get(0))
        .findFirst();
  }

  /** Each clinic texts from the number that callers dial, and writes under its neutral name. */
  private void sendFrom(List<OrganizationId> clinics) {
    var lines = Lines.of("clinics");
    for (int n = 0; n < clinics.size(); n++) {
      if (texts.of(clinics.get(n)).isEmpty()) {
        texts.set(clinics.get(n), lines.get(n).get(5));
      }
      if (mails.of(clinics.get(n)).isEmpty()) {
        mails.set(clinics.get(n), DemoMailboxes.sender(lines.get(n)));
      }
    }
  }

  private void connect(List<OrganizationId> clinics) {
    var system = telephones.connect(clinics.getFirst(), NAME, token());
    clinics.stream().skip(1).forEach(clinic -> telephones.share(clinic, system));
    SEATS.forEach((email, extension) ->
        account(email).ifPresent(who -> seat(who, clinics, system, extension)));
  }

  private void seat(
      AccountId who, List<OrganizationId> clinics, TelephoneId system, String extension) {
    Scopes.run(scope(who, clinics), () -> telephones.sit(system, extension));
  }

  private Optional<AccountId> account(String email) {
    return accounts.findByEmail(email).map(Account::id);
  }

  private static Scope scope(AccountId who, List<OrganizationId> clinics) {
    Map<OrganizationId, Set<Right>> everywhere =
        clinics.stream().collect(Collectors.toMap(clinic -> clinic, clinic -> Set.<Right>of()));
    return new Scope(
        new Scope.Actor.Person(who),
        Scope.NOWHERE,
        java.time.ZoneOffset.UTC,
        everywhere,
        "made-up world");
  }
}
