package health.malasakit.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends whoever is not signed in to the sign-in page, and machines a 401. */
@Component
class SignInFirst {

  /** A page asked for by GET is remembered by its path, which holds ids only. */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var path = request.getRequestURI();
    if (path.startsWith("/api/") || request.getHeader("X-Passive") != null) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", "/sign-in");
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      var target = UriComponentsBuilder.fromPath("/sign-in");
      if ("GET".equals(request.getMethod()) && !"/".equals(path)) {
        target.queryParam("next", path);
      }
      response.sendRedirect(target.encode().toUriString());
    }
  }
}
