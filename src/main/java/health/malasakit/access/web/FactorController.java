package health.malasakit.access.web;

import health.malasakit.access.OpenToAll;
import health.malasakit.access.Passkeys;
import health.malasakit.access.SecondFactors;
import health.malasakit.access.SignIns;
import health.malasakit.audit.NotAudited;
import health.malasakit.ui.Errors;
import health.malasakit.ui.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second step: a passkey, a code of the authenticator app or a recovery code. */
@Controller
class FactorController {

  private final Entrance entrance;
  private final SignIns signIns;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final SignInController first;
  private final MessageSource bundles;

  FactorController(
      Entrance entrance,
      SignIns signIns,
      SecondFactors factors,
      Passkeys passkeys,
      SignInController first,
      MessageSource bundles) {
    this.entrance = entrance;
    this.signIns = signIns;
    this.factors = factors;
    this.passkeys = passkeys;
    this.first = first;
    this.bundles = bundles;
  }

  @GetMapping("/sign-in/factor")
  @OpenToAll(why = "she is between the steps of signing in")
  @NotAudited(why = "shows nothing but a form")
  ModelAndView form(HttpServletRequest request) {
    var entering = entrance.find(request);
    if (entering.isEmpty()) {
      return new ModelAndView("redirect:/sign-in");
    }
    return page(request, entering.get(), "", HttpStatus.OK);
  }

  @PostMapping("/sign-in/factor")
  @OpenToAll(why = "she is between the steps of signing in")
  @NotAudited(why = "the sign-in is written down at its last step")
  ModelAndView code(@RequestParam String code, HttpServletRequest request, Locale locale) {
    return entrance
        .find(request)
        .map(entering ->
            proven(request, entering, locale, () -> factors.takes(entering.account(), code)))
        .orElseGet(() -> new ModelAndView("redirect:/sign-in"));
  }

  @PostMapping("/sign-in/passkey")
  @OpenToAll(why = "she is between the steps of signing in")
  @NotAudited(why = "the sign-in is written down at its last step")
  ModelAndView passkey(PasskeyForm form, HttpServletRequest request, Locale locale) {
    return entrance
        .find(request)
        .map(entering -> {
          var asked = new Passkeys.Asked(entering.challenge(), entrance.site(request));
          return proven(
              request,
              entering,
              locale,
              () -> passkeys.answers(entering.account(), form.credential(), form.answer(), asked));
        })
        .orElseGet(() -> new ModelAndView("redirect:/sign-in"));
  }

  private ModelAndView proven(
      HttpServletRequest request, Entering entering, Locale locale, BooleanSupplier right) {
    var words = new Words(bundles, locale);
    return switch (signIns.code(entering.account(), right)) {
      case SignIns.Answer.Right _ ->
          new ModelAndView(
              "redirect:" + entrance.step(entrance.keep(request, entering.withProof())));
      case SignIns.Answer.Wrong _ ->
          page(
              request, entering, words.of("access.factor.wrong"), HttpStatus.UNPROCESSABLE_CONTENT);
      case SignIns.Answer.Wait wait ->
          page(request, entering, first.tooMany(words, wait.until()), HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  /** Each page asks for a signature of its own. */
  private ModelAndView page(
      HttpServletRequest request, Entering entering, String error, HttpStatus status) {
    var asked = entrance.keep(request, entering.asked(Passkeys.challenge()));
    var errors = error.isEmpty() ? Errors.NONE : Errors.NONE.and("code", error);
    var ask =
        PasskeyPage.of(asked.challenge(), entrance.site(request), passkeys.of(asked.account()));
    var view = new ModelAndView("access/web/factor", status);
    return view.addObject("page", new FactorPage(factors.of(asked.account()).app(), ask, errors));
  }
}
