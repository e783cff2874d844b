package health.malasakit.access.web;

import health.malasakit.access.AnySignedIn;
import health.malasakit.access.LocalPath;
import health.malasakit.access.Passkeys;
import health.malasakit.access.Passwords;
import health.malasakit.access.SignIns;
import health.malasakit.access.SignedIn;
import health.malasakit.audit.NotAudited;
import health.malasakit.ui.Errors;
import health.malasakit.ui.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Locking the screen and opening it again by password or key. */
@Controller
class LockController {

  private final Presence presence;
  private final LockedScreen screen;
  private final SignIns signIns;
  private final Passwords passwords;
  private final Passkeys passkeys;
  private final MessageSource bundles;

  LockController(
      Presence presence,
      LockedScreen screen,
      SignIns signIns,
      Passwords passwords,
      Passkeys passkeys,
      MessageSource bundles) {
    this.presence = presence;
    this.screen = screen;
    this.signIns = signIns;
    this.passwords = passwords;
    this.passkeys = passkeys;
    this.bundles = bundles;
  }

  @PostMapping("/lock")
  @AnySignedIn(why = "everyone may lock her screen", whileLocked = true)
  @NotAudited(why = "shows no patient")
  Object lock(HttpServletRequest request) {
    presence.lock(request);
    return Presence.isPassive(request)
        ? ResponseEntity.noContent().build()
        : screen.page(
            request,
            LocalPath.ofReferrer(request.getHeader("Referer"), request.getServerName()),
            Errors.NONE);
  }

  /** A person is at the screen and typing, though nothing was asked of the server. */
  @PostMapping("/active")
  @AnySignedIn(why = "everyone's screen stays open while she types")
  @NotAudited(why = "shows no patient")
  ResponseEntity<Void> active() {
    return ResponseEntity.noContent().build();
  }

  /** What her keys are asked, for the cover that lies over a page. */
  @GetMapping(value = "/unlock/key", produces = "application/json")
  @AnySignedIn(why = "it asks her own keys", whileLocked = true)
  @NotAudited(why = "shows no patient")
  ResponseEntity<PasskeyPage> key(HttpServletRequest request) {
    return ResponseEntity.ok(screen.ask(request));
  }

  @PostMapping("/unlock")
  @AnySignedIn(why = "everyone may open her own screen", whileLocked = true)
  @NotAudited(why = "shows no patient")
  Object unlock(
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String next,
      PasskeyForm form,
      HttpServletRequest request) {
    var account = SignedIn.find().orElseThrow().account();
    BooleanSupplier right =
        form.credential().isEmpty()
            ? () -> passwords.isOf(account, password)
            : () ->
                passkeys.answers(account, form.credential(), form.answer(), screen.asked(request));
    return switch (signIns.unlock(account, right)) {
      case SignIns.Answer.Right _ -> {
        presence.unlock(request);
        yield next.isEmpty()
            ? ResponseEntity.noContent().build()
            : "redirect:" + LocalPath.of(next);
      }
      case SignIns.Answer.Wrong _ -> wrong(next, request);
      case SignIns.Answer.Wait _ -> leave(next, request);
    };
  }

  private Object wrong(String next, HttpServletRequest request) {
    if (next.isEmpty()) {
      return ResponseEntity.unprocessableContent().build();
    }
    var sentence = new Words(bundles, Locale.ENGLISH).of("ui.lock.wrong");
    return screen.page(request, LocalPath.of(next), Errors.NONE.and("password", sentence));
  }

  /** Too many wrong attempts: whoever is there must sign in with both factors. */
  private Object leave(String next, HttpServletRequest request) {
    SignedIn.find().ifPresent(signIns::signedOut);
    SignOutController.end(request);
    return next.isEmpty()
        ? ResponseEntity.status(HttpStatus.UNAUTHORIZED).build()
        : "redirect:/sign-in?said=out";
  }
}
