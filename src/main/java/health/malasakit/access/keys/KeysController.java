package health.malasakit.access.keys;

import health.malasakit.access.AnySignedIn;
import health.malasakit.access.OwnFactors;
import health.malasakit.access.SignIns;
import health.malasakit.access.web.CodesPage;
import health.malasakit.access.web.PasskeyForm;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.Refused;
import health.malasakit.ui.Errors;
import health.malasakit.ui.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One key more, one less, new recovery codes: each only after she has shown a factor. */
@Controller
class KeysController {

  private static final String HERE = "redirect:/you/keys";

  private final OwnFactors own;
  private final FreshFactor fresh;
  private final KeyPages pages;
  private final MessageSource bundles;
  private final Clock clock;

  KeysController(
      OwnFactors own, FreshFactor fresh, KeyPages pages, MessageSource bundles, Clock clock) {
    this.own = own;
    this.fresh = fresh;
    this.pages = pages;
    this.bundles = bundles;
    this.clock = clock;
  }

  @GetMapping("/you/keys")
  @AnySignedIn(why = "everyone reads her own keys")
  @NotAudited(why = "shows her own keys and no patient")
  ModelAndView keys(HttpServletRequest request) {
    return pages.of(request, Errors.NONE, HttpStatus.OK);
  }

  @PostMapping("/you/keys/proof")
  @AnySignedIn(why = "everyone shows her own factor")
  @NotAudited(why = "shows no patient; what she then changes is written down")
  ModelAndView show(
      PasskeyForm form,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      Locale locale) {
    var words = new Words(bundles, locale);
    return switch (fresh.show(request, form, code)) {
      case SignIns.Answer.Right _ -> new ModelAndView(HERE);
      case SignIns.Answer.Wrong _ -> wrong(request, words.of("access.keys.wrong"));
      case SignIns.Answer.Wait wait ->
          pages.of(
              request,
              Errors.NONE.and("code", words.of("access.signIn.waitMinutes", minutes(wait.until()))),
              HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  @PostMapping("/you/keys")
  @AnySignedIn(why = "everyone adds her own key, after showing a factor")
  @Audited("added passkey, in each of her organizations")
  ModelAndView add(PasskeyForm form, HttpServletRequest request) {
    return changed(
        request,
        "label",
        () -> {
          own.addKey(form.label(), form.answer(), fresh.asked(request));
          return new ModelAndView(HERE);
        });
  }

  @PostMapping("/you/keys/{key}/removal")
  @AnySignedIn(why = "everyone takes away her own key, after showing a factor")
  @Audited("removed passkey, in each of her organizations")
  ModelAndView remove(@PathVariable String key, HttpServletRequest request) {
    return changed(
        request,
        "keys",
        () -> {
          own.removeKey(key);
          return new ModelAndView(HERE);
        });
  }

  @PostMapping("/you/keys/codes")
  @AnySignedIn(why = "everyone makes her own recovery codes, after showing a factor")
  @Audited("made recovery_codes, in each of her organizations")
  ModelAndView codes(HttpServletRequest request) {
    return changed(
        request,
        "codes",
        () ->
            new ModelAndView(
                "access/web/codes", "page", new CodesPage(own.newCodes(), "/you/keys")));
  }

  private ModelAndView changed(
      HttpServletRequest request, String field, Supplier<ModelAndView> work) {
    if (fresh.until(request).isEmpty()) {
      return new ModelAndView(HERE);
    }
    try {
      return work.get();
    } catch (Refused no) {
      return pages.of(
          request, Errors.NONE.and(field, no.sentence()), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private ModelAndView wrong(HttpServletRequest request, String sentence) {
    return pages.of(request, Errors.NONE.and("code", sentence), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private long minutes(Instant until) {
    return Math.max(1, (Duration.between(clock.instant(), until).toSeconds() + 59) / 60);
  }
}
