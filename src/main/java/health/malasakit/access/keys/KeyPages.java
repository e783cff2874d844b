package health.malasakit.access.keys;

import health.malasakit.access.Account;
import health.malasakit.access.Accounts;
import health.malasakit.access.OwnFactors;
import health.malasakit.access.Passkeys;
import health.malasakit.access.SecondFactors;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Moments;
import health.malasakit.ui.Errors;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the page of a person's own keys. */
@Component
class KeyPages {

  private final OwnFactors own;
  private final Accounts accounts;
  private final FreshFactor fresh;

  KeyPages(OwnFactors own, Accounts accounts, FreshFactor fresh) {
    this.own = own;
    this.accounts = accounts;
    this.fresh = fresh;
  }

  ModelAndView of(HttpServletRequest request, Errors errors, HttpStatus status) {
    var person = SignedIn.find().orElseThrow();
    var zone = person.zoneId();
    var mine = own.mine();
    var page =
        new KeysPage(
            fresh.until(request).map(until -> Moments.clock(until, zone)).orElse(""),
            mine.keys().stream().map(key -> row(key, zone)).toList(),
            mine.app().stream().map(app -> row(app, zone)).toList(),
            mine.codesLeft(),
            fresh.ask(request, mine),
            person.account().toString(),
            accounts.find(person.account()).map(Account::email).orElse(""),
            errors);
    return new ModelAndView("access/keys/keys", status).addObject("page", page);
  }

  private static KeysPage.Row row(Passkeys.Key key, ZoneId zone) {
    var used = key.lastUsed().map(at -> Moments.dated(at, zone)).orElse("");
    return new KeysPage.Row(key.id(), key.label(), day(key.since(), zone), used);
  }

  private static KeysPage.Row row(SecondFactors.App app, ZoneId zone) {
    return new KeysPage.Row("", "", day(app.since(), zone), Moments.dated(app.lastUsed(), zone));
  }

  private static String day(Instant at, ZoneId zone) {
    return Moments.dated(at.atZone(zone).toLocalDate());
  }
}
