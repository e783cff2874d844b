package health.malasakit.demo;

import health.malasakit.access.Account;
import health.malasakit.access.Accounts;
import health.malasakit.inquiries.TelephoneId;
import health.malasakit.inquiries.Telephones;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Right;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.postgres.Home;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Who sits at which extension. */
  private static final Map<String, String> SEATS =
      Map.of(
          "luz@example.org", "201",
          "ramon@example.org", "202",
          "denise@example.org", "203",
          "aiko@example.org", "204");

  private final Telephones telephones;
  private final Accounts accounts;
  private final ObjectProvider<Home> home;

  DemoTelephone(Telephones telephones, Accounts accounts, ObjectProvider<Home> home) {
    this.telephones = telephones;
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
            }));
  }

  private void connect(List<OrganizationId> clinics) {
    var token = home.getObject().secret(SECRET);
    var system = telephones.connect(clinics.getFirst(), NAME, token);
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
