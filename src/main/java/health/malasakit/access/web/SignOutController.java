package health.malasakit.access.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.AnySignedIn;
import health.malasakit.access.OpenToAll;
import health.malasakit.access.SignIns;
import health.malasakit.access.SignedIn;
import health.malasakit.audit.Audited;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Leaving: this browser, or every browser. */
@Controller
class SignOutController {

  private final SignIns signIns;
  private final Accounts accounts;

  SignOutController(SignIns signIns, Accounts accounts) {
    this.signIns = signIns;
    this.accounts = accounts;
  }

  @PostMapping("/sign-out")
  @OpenToAll(why = "leaving must work from a locked or ended session too")
  @Audited("signed-out, in each of her organizations")
  String signOut(HttpServletRequest request) {
    var person = SignedIn.find();
    person.ifPresent(signIns::signedOut);
    end(request);
    person.map(SignedIn::account).ifPresent(accounts::sessionEnded);
    return "redirect:/sign-in?said=out";
  }

  @PostMapping("/sign-out/everywhere")
  @AnySignedIn(why = "everyone may end her own sessions")
  @Audited("signed-out, in each of her organizations")
  String everywhere(HttpServletRequest request) {
    var person = SignedIn.find().orElseThrow();
    signIns.signedOut(person);
    end(request);
    accounts.signOutEverywhere(person.account());
    return "redirect:/sign-in?said=out";
  }

  static void end(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
