package health.malasakit.access.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.OpenToAll;
import health.malasakit.access.SignedIn;
import health.malasakit.access.WorkCountries;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import health.malasakit.ui.Errors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last step: where she works from now, which decides whom she may see. */
@Controller
class PlaceController {

  private final Entrance entrance;
  private final Accounts accounts;
  private final WorkCountries countries;
  private final Clock clock;

  PlaceController(Entrance entrance, Accounts accounts, WorkCountries countries, Clock clock) {
    this.entrance = entrance;
    this.accounts = accounts;
    this.countries = countries;
    this.clock = clock;
  }

  @GetMapping("/sign-in/place")
  @OpenToAll(why = "she is between the steps of signing in")
  @NotAudited(why = "shows where she worked the last time")
  ModelAndView form(HttpServletRequest request, Locale locale) {
    return entrance
        .find(request)
        .filter(Entering::proven)
        .map(entering -> {
          var account = accounts.find(entering.account()).orElseThrow();
          var place = new PlaceForm(account.country(), account.zone().getId());
          return page(entering.account(), place, Errors.NONE, locale);
        })
        .orElseGet(() -> new ModelAndView("redirect:/sign-in"));
  }

  @PostMapping("/sign-in/place")
  @OpenToAll(why = "she is between the steps of signing in")
  @Audited("signed-in, in each of her organizations, with the country")
  ModelAndView enter(
      PlaceForm form, HttpServletRequest request, HttpServletResponse response, Locale locale) {
    var entering = entrance.find(request).filter(Entering::proven);
    if (entering.isEmpty()) {
      return new ModelAndView("redirect:/sign-in");
    }
    try {
      var country = form.countryAmong(countries.of(entering.get().account()));
      countries.require(entering.get().account(), country);
      var person =
          new SignedIn(
              entering.get().accountUuid(), country, form.zoneChecked().getId(), clock.instant());
      entrance.finish(request, response, person);
    } catch (Refused no) {
      return page(
          entering.get().account(),
          form,
          Errors.NONE.and(no.field().orElse("zone"), no.sentence()),
          locale);
    }
    return new ModelAndView("redirect:" + entering.get().next());
  }

  private ModelAndView page(AccountId account, PlaceForm form, Errors errors, Locale locale) {
    var view =
        new ModelAndView(
            "access/web/place", errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    return view.addObject(
        "page",
        new PlacePage(form, Places.among(countries.of(account), locale), Places.zones(), errors));
  }
}
