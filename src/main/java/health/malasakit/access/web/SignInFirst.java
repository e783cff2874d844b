package health.malasakit.access.web;

import health.malasakit.access.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends whoever is not signed in to the sign-in page, and machines a 401. */
@Component
class SignInFirst {

  /**
   * A page is remembered by its path, which holds ids only; after a form it is the page of the
   * form, whose draft is kept.
   */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var path = request.getRequestURI();
    if (path.startsWith("/api/") || request.getHeader("X-Passive") != null) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", "/sign-in");
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.sendRedirect(address(request, path));
    }
  }

  private static String address(HttpServletRequest request, String path) {
    var target = UriComponentsBuilder.fromPath("/sign-in");
    var reading = "GET".equals(request.getMethod());
    var next =
        reading
            ? LocalPath.of(path)
            : LocalPath.ofReferrer(request.getHeader("Referer"), request.getServerName());
    if (!"/".equals(next)) {
      target.queryParam("next", next);
    }
    if (!reading) {
      target.queryParam("said", "again");
    }
    return target.encode().toUriString();
  }
}
