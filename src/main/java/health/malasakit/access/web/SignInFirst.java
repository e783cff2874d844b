package health.malasakit.access.web;

import health.malasakit.access.LocalPath;
import health.malasakit.access.PageOwner;
import health.malasakit.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends whoever is not signed in to the sign-in page, and machines a 401. */
@Component
class SignInFirst {

  private final PageOwner owner;

  SignInFirst(PageOwner owner) {
    this.owner = owner;
  }

  /**
   * A live stream is a machine too: led to the sign-in page, it would begin a session there and
   * take the cookie from the form that the person is filling in.
   *
   * <p>A page is remembered by its path, which holds ids only; after a form it is the page of the
   * form, whose draft is kept. With it goes whose it was, for somebody else may sign in.
   */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var whose = owner.lastAt(request);
    SignedIn.find().ifPresent(someone -> SignOutController.end(request));
    var path = request.getRequestURI();
    if (path.startsWith("/api/") || request.getHeader("X-Passive") != null || streams(request)) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", "/sign-in");
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.sendRedirect(address(request, path, whose));
    }
  }

  private static boolean streams(HttpServletRequest request) {
    return MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
  }

  private static String address(HttpServletRequest request, String path, String whose) {
    var target = UriComponentsBuilder.fromPath("/sign-in");
    var reading = "GET".equals(request.getMethod());
    var next =
        reading
            ? LocalPath.of(path)
            : LocalPath.ofReferrer(request.getHeader("Referer"), request.getServerName());
    if (!"/".equals(next)) {
      target.queryParam("next", next);
      if (!whose.isEmpty()) {
        target.queryParam("whose", whose);
      }
    }
    if (!reading) {
      target.queryParam("said", "again");
    }
    return target.encode().toUriString();
  }
}
