package health.malasakit.desk.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.Memberships;
import health.malasakit.access.Organizations;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.ClinicInScope;
import health.malasakit.ui.Me;
import health.malasakit.ui.PlainShells;
import health.malasakit.ui.Shell;
import health.malasakit.ui.Shells;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The chrome for a person who is signed in: her name, her clinics, the entries she may use. */
@Component
class DeskShells implements Shells {

  private static final int IDLE_MINUTES = 10;

  private final PlainShells plain;
  private final Memberships memberships;
  private final Accounts accounts;
  private final Organizations organizations;

  DeskShells(
      PlainShells plain, Memberships memberships, Accounts accounts, Organizations organizations) {
    this.plain = plain;
    this.memberships = memberships;
    this.accounts = accounts;
    this.organizations = organizations;
  }

  @Override
  public Shell current(HttpServletRequest request) {
    var shell = plain.current(request);
    return SignedIn.find().map(person -> signedIn(shell, person)).orElse(shell);
  }

  private Shell signedIn(Shell shell, SignedIn person) {
    var scope = memberships.scopeOf(person, "chrome");
    return Scopes.call(
        scope,
        () ->
            shell.signedIn(
                Me.of(accounts.nameOf(person.account()), person.zoneId(), IDLE_MINUTES),
                clinics(person),
                (object, verb) -> scope.may(object, Verb.valueOf(verb.toUpperCase(Locale.ROOT)))));
  }

  private List<ClinicInScope> clinics(SignedIn person) {
    return organizations.inScope().stream()
        .map(clinic -> new ClinicInScope(clinic.slug(), clinic.name(), person.zoneId()))
        .toList();
  }
}
