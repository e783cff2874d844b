package health.malasakit.desk.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.Memberships;
import health.malasakit.access.PageOwner;
import health.malasakit.access.SignedIn;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.directory.Clinic;
import health.malasakit.kernel.Scope;
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
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The chrome for a person who is signed in: her name, her clinics, the entries she may use. */
@Component
class DeskShells implements Shells {

  private static final int IDLE_MINUTES = 10;

  private final PlainShells plain;
  private final Memberships memberships;
  private final Accounts accounts;
  private final ClinicsAt clinics;
  private final PageOwner owner;
  private final TransactionTemplate reading;

  DeskShells(
      PlainShells plain,
      Memberships memberships,
      Accounts accounts,
      ClinicsAt clinics,
      PageOwner owner,
      PlatformTransactionManager transactions) {
    this.plain = plain;
    this.memberships = memberships;
    this.accounts = accounts;
    this.clinics = clinics;
    this.owner = owner;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  @Override
  public Shell current(HttpServletRequest request) {
    var shell = plain.current(request);
    return SignedIn.find().map(person -> signedIn(shell, person, request)).orElse(shell);
  }

  /** One transaction, four statements, however many clinics she has. */
  private Shell signedIn(Shell shell, SignedIn person, HttpServletRequest request) {
    var scope =
        request.getAttribute(SignedIn.WHOLE_SCOPE) instanceof Scope known
            ? known
            : memberships.scopeOf(person, "chrome");
    return Scopes.call(
        scope,
        () -> Objects.requireNonNull(reading.execute(status -> around(shell, person, scope))));
  }

  private Shell around(Shell shell, SignedIn person, Scope scope) {
    var account = person.account();
    return shell.signedIn(
        Me.of(accounts.nameOf(account), owner.tagOf(account), person.zoneId(), IDLE_MINUTES),
        inBar(clinics.inScope()),
        (object, verb) -> scope.may(object, Verb.valueOf(verb.toUpperCase(Locale.ROOT))));
  }

  private static List<ClinicInScope> inBar(List<ClinicAt> clinics) {
    return clinics.stream()
        .map(clinic ->
            new ClinicInScope(
                clinic.id(),
                clinic.slug(),
                clinic.name(),
                clinic.zone(),
                clinic.off().stream().map(Clinic.Export::code).collect(Collectors.toSet())))
        .toList();
  }
}
