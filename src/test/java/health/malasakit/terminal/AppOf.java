package health.malasakit.terminal;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.Visitor;
import health.malasakit.World;
import health.malasakit.access.Accounts;
import health.malasakit.access.Invitations;
import health.malasakit.access.SecondFactors;
import health.malasakit.access.SignedIn;
import java.time.Instant;
import java.util.Map;

/**
 * Somebody with an authenticator app, who is signed in and has a link to a new password.
 *
 * @param secret what her app knows
 * @param cookie her session
 * @param link the path of her link
 */
record AppOf(String email, String secret, String cookie, String link) {

  private static final long STEP_SECONDS = 30;

  static AppOf enrolled(Node node, SignedIn person) {
    var account = node.bean(Accounts.class).find(person.account()).orElseThrow();
    var factors = node.bean(SecondFactors.class);
    var secret = factors.beginApp(account).secret();
    if (!factors.confirmApp(account.id(), codeAt(secret, 0))) {
      throw new AssertionError("The code was not taken");
    }
    var link = node.bean(Invitations.class).newPassword(account.id());
    return new AppOf(account.email(), secret, node.bean(World.class).cookieOf(person), link);
  }

  /** The session that she had, at another node. */
  Client session(Node node) {
    return Client.on(node.port()).as(cookie);
  }

  /** Where password and the code after the one of her enrolment lead her. */
  String signsIn(Node node) {
    var browser = new Visitor(node.port());
    browser.get("/sign-in");
    browser.post("/sign-in", Map.of("email", email, "password", World.PASSWORD));
    browser.get("/sign-in/factor");
    var answer = browser.post("/sign-in/factor", Map.of("code", codeAt(secret, STEP_SECONDS)));
    return Visitor.location(answer);
  }

  private static String codeAt(String secret, long secondsFromNow) {
    try {
      long step = (Instant.now().getEpochSecond() + secondsFromNow) / STEP_SECONDS;
      return new DefaultCodeGenerator().generate(secret, step);
    } catch (CodeGenerationException e) {
      throw new IllegalStateException(e);
    }
  }
}
