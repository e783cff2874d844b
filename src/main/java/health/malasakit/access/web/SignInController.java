package health.malasakit.access.web;

import health.malasakit.access.LocalPath;
import health.malasakit.access.OpenToAll;
import health.malasakit.access.PageOwner;
import health.malasakit.access.SignIns;
import health.malasakit.access.SignedIn;
import health.malasakit.audit.NotAudited;
import health.malasakit.ui.Errors;
import health.malasakit.ui.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first step: e-mail and password. */
@Controller
class SignInController {

  private final SignIns signIns;
  private final Entrance entrance;
  private final Gatekeeper gatekeeper;
  private final PageOwner owner;
  private final MessageSource bundles;
  private final Clock clock;

  SignInController(
      SignIns signIns,
      Entrance entrance,
      Gatekeeper gatekeeper,
      PageOwner owner,
      MessageSource bundles,
      Clock clock) {
    this.signIns = signIns;
    this.entrance = entrance;
    this.gatekeeper = gatekeeper;
    this.owner = owner;
    this.bundles = bundles;
    this.clock = clock;
  }

  /** What is typed to sign in, and whose page it leads back to. */
  record SignInForm(String email, String password, String next, String whose) {

    SignInForm {
      email = email == null ? "" : email;
      password = password == null ? "" : password;
      next = LocalPath.of(next);
      whose = whose == null ? "" : whose;
    }

    @Override
    public String toString() {
      return "SignInForm";
    }
  }

  @GetMapping("/sign-in")
  @OpenToAll(why = "nobody is signed in yet")
  @NotAudited(why = "shows nothing but an empty form")
  ModelAndView form(
      @RequestParam(defaultValue = "/") String next,
      @RequestParam(defaultValue = "") String whose,
      @RequestParam(defaultValue = "") String said,
      HttpServletRequest request) {
    var known = SignedIn.find();
    if (known.filter(gatekeeper::letsIn).isPresent()) {
      return new ModelAndView("redirect:" + owner.next(known.get().account(), next, whose));
    }
    known.ifPresent(someone -> SignOutController.end(request));
    var page = new SignInPage(LocalPath.of(next), whose, "", notice(said), Errors.NONE);
    return page(page, HttpStatus.OK);
  }

  @PostMapping("/sign-in")
  @OpenToAll(why = "nobody is signed in yet")
  @NotAudited(why = "the sign-in is written down at its last step, a lock-out where it happens")
  ModelAndView signIn(SignInForm form, HttpServletRequest request, Locale locale) {
    var words = new Words(bundles, locale);
    return switch (signIns.password(form.email(), form.password(), request.getRemoteAddr())) {
      case SignIns.Answer.Right right -> {
        var next = owner.next(right.account(), form.next(), form.whose());
        var entering = entrance.begin(request, right.account(), next);
        yield new ModelAndView("redirect:" + entrance.step(entering));
      }
      case SignIns.Answer.Wrong _ ->
          again(form, words.of("access.signIn.wrong"), HttpStatus.UNPROCESSABLE_CONTENT);
      case SignIns.Answer.Wait wait ->
          again(form, tooMany(words, wait.until()), HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  private ModelAndView again(SignInForm form, String sentence, HttpStatus status) {
    var errors = Errors.NONE.and("password", sentence);
    return page(new SignInPage(form.next(), form.whose(), form.email(), "", errors), status);
  }

  /** How long to wait, in words, so that nobody keeps trying. */
  String tooMany(Words words, Instant until) {
    var seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds());
    return seconds < 90
        ? words.of("access.signIn.waitSeconds", seconds)
        : words.of("access.signIn.waitMinutes", (seconds + 59) / 60);
  }

  /** Only codes of ours become a sentence; nothing from the address is repeated. */
  private static String notice(String said) {
    return switch (said) {
      case "password" -> "access.signIn.passwordSet";
      case "out" -> "access.signIn.out";
      case "again" -> "access.signIn.again";
      default -> "";
    };
  }

  private static ModelAndView page(SignInPage page, HttpStatus status) {
    var view = new ModelAndView("access/web/signIn", status);
    view.addObject("page", page);
    return view;
  }
}
