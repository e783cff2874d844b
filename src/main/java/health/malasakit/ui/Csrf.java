package health.malasakit.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/** The token that every form and every htmx request carries. */
public record Csrf(String header, String parameter, String token) {

  /** No protection is set up, as in a test of templates alone. */
  public static final Csrf NONE = new Csrf("X-CSRF-TOKEN", "_csrf", "");

  static Csrf of(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Csrf(token.getHeaderName(), token.getParameterName(), token.getToken())
        : NONE;
  }
}
