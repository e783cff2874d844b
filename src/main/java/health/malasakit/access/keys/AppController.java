package health.malasakit.access.keys;

import health.malasakit.access.AnySignedIn;
import health.malasakit.access.OwnFactors;
import health.malasakit.access.web.QrCodePage;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.Refused;
import health.malasakit.ui.Errors;
import health.malasakit.ui.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An authenticator app, the first or anew; the one before counts until the new one answers. */
@Controller
class AppController {

  private static final String KEYS = "redirect:/you/keys";

  private final OwnFactors own;
  private final FreshFactor fresh;
  private final KeyPages pages;
  private final MessageSource bundles;

  AppController(OwnFactors own, FreshFactor fresh, KeyPages pages, MessageSource bundles) {
    this.own = own;
    this.fresh = fresh;
    this.pages = pages;
    this.bundles = bundles;
  }

  @GetMapping("/you/keys/app")
  @AnySignedIn(why = "everyone sets up her own app, after showing a factor")
  @NotAudited(why = "shows her own new secret; that it counts is written down")
  ModelAndView form(HttpServletRequest request) {
    return fresh.until(request).isEmpty() ? new ModelAndView(KEYS) : page(Errors.NONE);
  }

  @PostMapping("/you/keys/app")
  @AnySignedIn(why = "everyone sets up her own app, after showing a factor")
  @Audited("set-up authenticator_app, in each of her organizations")
  ModelAndView confirm(
      @RequestParam(defaultValue = "") String code, HttpServletRequest request, Locale locale) {
    if (fresh.until(request).isEmpty() || own.confirmApp(code)) {
      return new ModelAndView(KEYS);
    }
    return page(Errors.NONE.and("code", new Words(bundles, locale).of("access.enrol.wrong")));
  }

  @PostMapping("/you/keys/app/removal")
  @AnySignedIn(why = "everyone takes away her own app, after showing a factor")
  @Audited("removed authenticator_app, in each of her organizations")
  ModelAndView remove(HttpServletRequest request) {
    if (fresh.until(request).isEmpty()) {
      return new ModelAndView(KEYS);
    }
    try {
      own.removeApp();
      return new ModelAndView(KEYS);
    } catch (Refused no) {
      return pages.of(
          request, Errors.NONE.and("keys", no.sentence()), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private ModelAndView page(Errors errors) {
    var setup = own.beginApp();
    return new ModelAndView(
            "access/keys/app", errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
        .addObject("page", new AppPage(QrCodePage.of(setup.uri()), setup.secret(), errors));
  }
}
