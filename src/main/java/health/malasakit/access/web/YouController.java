package health.malasakit.access.web;

import health.malasakit.access.AnySignedIn;
import health.malasakit.access.Passwords;
import health.malasakit.access.SecondFactors;
import health.malasakit.access.SignIns;
import health.malasakit.access.SignedIn;
import health.malasakit.access.records.StaffProfiles;
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

/** What a person keeps of herself: her own facts and her password. */
@Controller
class YouController {

  private final StaffProfiles profiles;
  private final SecondFactors factors;
  private final Passwords passwords;
  private final SignIns signIns;
  private final MessageSource bundles;

  YouController(
      StaffProfiles profiles,
      SecondFactors factors,
      Passwords passwords,
      SignIns signIns,
      MessageSource bundles) {
    this.profiles = profiles;
    this.factors = factors;
    this.passwords = passwords;
    this.signIns = signIns;
    this.bundles = bundles;
  }

  @GetMapping("/you")
  @AnySignedIn(why = "everyone reads her own account")
  @NotAudited(why = "shows her own facts and no patient")
  ModelAndView you() {
    var known = profiles.of(me().account()).map(YouForm::of).orElse(YouForm.EMPTY);
    return page(known, Errors.NONE);
  }

  @PostMapping("/you")
  @AnySignedIn(why = "everyone keeps her own facts")
  @Audited("changed staff_profile, in each of her organizations")
  ModelAndView keep(YouForm form) {
    try {
      profiles.set(form.profile(me().account(), profiles.of(me().account())));
    } catch (Refused no) {
      return page(form, Errors.NONE.and(no.field().orElse("familyName"), no.sentence()));
    }
    return new ModelAndView("redirect:/you");
  }

  @PostMapping("/you/password")
  @AnySignedIn(why = "everyone changes her own password")
  @NotAudited(why = "changes no patient; her sessions end and sign-in is written down")
  ModelAndView password(
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      Locale locale) {
    var account = me().account();
    var known = profiles.of(account).map(YouForm::of).orElse(YouForm.EMPTY);
    if (!(signIns.unlock(account, () -> passwords.isOf(account, current))
        instanceof SignIns.Answer.Right)) {
      return page(
          known,
          Errors.NONE.and("current", new Words(bundles, locale).of("access.you.notCurrent")));
    }
    try {
      passwords.set(account, password);
    } catch (Refused no) {
      return page(known, Errors.NONE.and("password", no.sentence()));
    }
    SignOutController.end(request);
    return new ModelAndView("redirect:/sign-in?said=password");
  }

  private ModelAndView page(YouForm form, Errors errors) {
    var status = errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    return new ModelAndView("access/web/you", status)
        .addObject("page", new YouPage(form, factors.of(me().account()), errors));
  }

  private static SignedIn me() {
    return SignedIn.find().orElseThrow();
  }
}
