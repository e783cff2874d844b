package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Whose page it was that a sign-in leads back to. Several people may use one browser: who signs in
 * next must not land on the patient whom the one before her had open. A page is tied to its person
 * by a tag that says nothing to anybody else; where only the address is known, to the person who
 * signed in last at this browser.
 */
@Component
public class PageOwner {

  /** Keeps the tag of who signed in last here, beyond her session. */
  static final String COOKIE = "malasakit-last";

  private static final Duration KEPT = Duration.ofDays(400);

  private final SecretBox box;

  PageOwner(SecretBox box) {
    this.box = box;
  }

  /** What stands for an account in a page, an address or a cookie; the same on each node. */
  public String tagOf(AccountId account) {
    return box.mark("page owner " + account);
  }

  /** She is in, at this browser. */
  public void enters(AccountId account, HttpServletRequest request, HttpServletResponse response) {
    var cookie =
        ResponseCookie.from(COOKIE, tagOf(account))
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(KEPT);
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
  }

  /** The tag of who is signed in here, or was last; empty when nobody ever was. */
  public String lastAt(HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, COOKIE);
    return SignedIn.find()
        .map(person -> tagOf(person.account()))
        .orElse(cookie == null ? "" : cookie.getValue());
  }

  /**
   * Where a sign-in leads.
   *
   * @param next the page that was left or asked for
   * @param whose the tag of its person; empty when it was nobody's, as with a link that was sent
   * @return the page for its own person, home for anybody else
   */
  public String next(AccountId account, String next, String whose) {
    return whose.isEmpty() || whose.equals(tagOf(account)) ? LocalPath.of(next) : "/";
  }
}
