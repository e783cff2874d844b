package health.malasakit.access.web;

import health.malasakit.access.OpenToAll;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.Refused;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what went wrong before any route was found: in the container or in a filter. */
@Controller
class ErrorsController implements ErrorController {

  private static final String REFUSED = "malasakit.refused";

  private final Refusals refusals;

  ErrorsController(Refusals refusals) {
    this.refusals = refusals;
  }

  @RequestMapping("/error")
  @OpenToAll(why = "an error may come before anybody signed in")
  @NotAudited(why = "shows no patient")
  Object error(HttpServletRequest request, HttpServletResponse response) throws Exception {
    if (request.getAttribute(REFUSED) instanceof Told told) {
      return refusals.answer(request, told.status(), told.refused());
    }
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception fault) {
      return refusals.fault(fault, request, response);
    }
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return refusals.answer(request, statusOf(status));
  }

  /** Answers a refusal from inside a filter, where no handler would see it. */
  static void tell(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, Refused refused)
      throws ServletException, IOException {
    request.setAttribute(REFUSED, new Told(status, refused));
    request.getRequestDispatcher("/error").forward(request, response);
  }

  private record Told(HttpStatus status, Refused refused) {}

  private static HttpStatus statusOf(Object code) {
    var known = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return known == null ? HttpStatus.NOT_FOUND : known;
  }
}
