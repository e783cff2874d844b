package health.malasakit.access.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.OpenToAll;
import health.malasakit.access.Passkeys;
import health.malasakit.access.SecondFactors;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.Refused;
import health.malasakit.ui.Errors;
import health.malasakit.ui.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second step of the first time: nobody comes in without a second factor. */
@Controller
class EnrolController {

  private final Entrance entrance;
  private final Accounts accounts;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final MessageSource bundles;

  EnrolController(
      Entrance entrance,
      Accounts accounts,
      SecondFactors factors,
      Passkeys passkeys,
      MessageSource bundles) {
    this.entrance = entrance;
    this.accounts = accounts;
    this.factors = factors;
    this.passkeys = passkeys;
    this.bundles = bundles;
  }

  @GetMapping("/sign-in/enrol")
  @OpenToAll(why = "she is between the steps of signing in")
  @NotAudited(why = "shows her own new secret")
  ModelAndView form(HttpServletRequest request) {
    return enrolling(request, entering -> page(request, entering, Errors.NONE));
  }

  @PostMapping("/sign-in/enrol/app")
  @OpenToAll(why = "she is between the steps of signing in")
  @NotAudited(why = "the sign-in is written down at its last step")
  ModelAndView app(@RequestParam String code, HttpServletRequest request, Locale locale) {
    return enrolling(
        request,
        entering ->
            factors.confirmApp(entering.account(), code)
                ? codes(request, entering)
                : page(request, entering, wrong(locale)));
  }

  @PostMapping("/sign-in/enrol/passkey")
  @OpenToAll(why = "she is between the steps of signing in")
  @NotAudited(why = "the sign-in is written down at its last step")
  ModelAndView passkey(PasskeyForm form, HttpServletRequest request) {
    return enrolling(
        request,
        entering -> {
          var asked = new Passkeys.Asked(entering.challenge(), entrance.site(request));
          try {
            passkeys.add(entering.account(), form.label(), form.answer(), asked);
          } catch (Refused no) {
            return page(request, entering, Errors.NONE.and("label", no.sentence()));
          }
          return codes(request, entering);
        });
  }

  /** Only who has no factor yet may enrol one here: a password alone must not add a second. */
  private ModelAndView enrolling(
      HttpServletRequest request, Function<Entering, ModelAndView> work) {
    var entering = entrance.find(request);
    if (entering.isEmpty()) {
      return new ModelAndView("redirect:/sign-in");
    }
    var step = entrance.step(entering.get());
    return step.equals("/sign-in/enrol")
        ? work.apply(entering.get())
        : new ModelAndView("redirect:" + step);
  }

  private ModelAndView codes(HttpServletRequest request, Entering entering) {
    entrance.keep(request, entering.withProof());
    var codes = factors.newRecoveryCodes(entering.account());
    return new ModelAndView("access/web/codes", "page", new CodesPage(codes, "/sign-in/place"));
  }

  private Errors wrong(Locale locale) {
    return Errors.NONE.and("code", new Words(bundles, locale).of("access.enrol.wrong"));
  }

  private ModelAndView page(HttpServletRequest request, Entering entering, Errors errors) {
    var asked = entrance.keep(request, entering.asked(Passkeys.challenge()));
    var account = accounts.find(asked.account()).orElseThrow();
    var setup = factors.beginApp(account);
    var view =
        new ModelAndView(
            "access/web/enrol", errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    var host = entrance.site(request).host();
    return view.addObject(
        "page",
        new EnrolPage(
            QrCodePage.of(setup.uri()),
            setup.secret(),
            new NewPasskeyPage(asked.challenge(), host, account.id().toString(), account.email()),
            errors));
  }
}
