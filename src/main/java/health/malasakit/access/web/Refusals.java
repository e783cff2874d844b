package health.malasakit.access.web;

import health.malasakit.access.LocalPath;
import health.malasakit.access.Memberships;
import health.malasakit.access.SignedIn;
import health.malasakit.access.records.RecordGate;
import health.malasakit.access.records.web.RestrictedPage;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.postgres.Outage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one place where a "no" and a fault become an answer: a page, a fragment or Problem Details.
 */
@ControllerAdvice
class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final int CAUSES_MAX = 12;

  private final Memberships memberships;
  private final Missed missed;

  Refusals(Memberships memberships, Missed missed) {
    this.memberships = memberships;
    this.missed = missed;
  }

  @ExceptionHandler(Refused.class)
  Object refused(Refused refused, HttpServletRequest request) {
    if (request.getAttribute(RecordGate.CLOSED) instanceof RecordGate.Closed closed
        && !path(request).startsWith("/api/")) {
      if (refused.code().equals("restricted")) {
        return restricted(closed, request);
      }
      if (refused.code().equals("caller-gate")) {
        return onCall(closed, refused, request);
      }
    }
    missed.note(refused, request);
    return answer(request, HttpStatus.valueOf(refused.kind().status()), refused);
  }

  /** What Spring itself refuses keeps its status; a refusal inside another exception is found. */
  @ExceptionHandler
  Object fault(Exception fault, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (Outage.in(fault)) {
      throw fault; // to the filter before all others: no page can be made from here
    }
    var refused = cause(fault, Refused.class);
    if (refused.isPresent()) {
      return refused(refused.get(), request);
    }
    if (cause(fault, BodyLimit.TooLarge.class).isPresent()) {
      return answer(request, HttpStatus.CONTENT_TOO_LARGE);
    }
    if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return answer(request, known.getStatusCode(), said(known));
    }
    if (fault instanceof TypeMismatchException mismatch) {
      var field = Optional.ofNullable(mismatch.getPropertyName()).orElse("a field");
      return answer(
          request, HttpStatus.BAD_REQUEST, Refused.invalid("http-400/field", field).onField(field));
    }
    if (fault instanceof HttpMessageNotReadableException) {
      return answer(request, HttpStatus.BAD_REQUEST);
    }
    if (fault instanceof InvalidParameterException parameters) {
      return answer(request, HttpStatusCode.valueOf(parameters.getErrorCode()));
    }
    return incident(fault, request, response);
  }

  private Object incident(
      Exception fault, HttpServletRequest request, HttpServletResponse response) {
    var incident = Ids.next().toString();
    LOG.error("Incident {} on {} {}", incident, request.getMethod(), pattern(request), fault);
    response.setHeader("X-Incident", incident);
    return answer(
        request, HttpStatus.INTERNAL_SERVER_ERROR, Refused.conflict("incident", incident));
  }

  /** An answer of which only the status is known. */
  Object answer(HttpServletRequest request, HttpStatusCode status) {
    return answer(request, status, said(status));
  }

  /** A page with the sentence, the same as a fragment for htmx, or Problem Details. */
  Object answer(HttpServletRequest request, HttpStatusCode status, Refused refused) {
    if (path(request).startsWith("/api/")) {
      var problem = ProblemDetail.forStatusAndDetail(status, refused.sentence());
      problem.setProperties(Map.of("code", refused.code(), "field", refused.field().orElse("")));
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problem);
    }
    var view = new ModelAndView("access/web/refused", status);
    var page = new RefusedPage(status.value(), refused.code(), refused.sentence(), back(request));
    return view.addObject("page", page);
  }

  private ModelAndView restricted(RecordGate.Closed closed, HttpServletRequest request) {
    var may =
        SignedIn.find()
            .map(person -> memberships.scopeOf(person, "refusal"))
            .map(scope -> scope.may(closed.organization(), "break_glass", Verb.CREATE))
            .orElse(false);
    var next = "GET".equals(request.getMethod()) ? LocalPath.of(path(request)) : back(request);
    return new ModelAndView("access/records/web/restricted", HttpStatus.FORBIDDEN)
        .addObject(
            "page",
            new RestrictedPage(closed, next, may, new RestrictedPage.Typed("", ""), back(request)));
  }

  private static ModelAndView onCall(
      RecordGate.Closed closed, Refused refused, HttpServletRequest request) {
    var next = "GET".equals(request.getMethod()) ? LocalPath.of(path(request)) : back(request);
    var typed = new RestrictedPage.Typed("", "");
    return new ModelAndView("access/records/web/onCall", HttpStatus.FORBIDDEN)
        .addObject("page", new RestrictedPage(closed, next, true, typed, back(request)))
        .addObject("sentence", refused.sentence());
  }

  private static Refused said(ErrorResponse known) {
    return known.getStatusCode().value() == 400
        ? Refused.invalid("http-400/because", String.valueOf(known.getBody().getDetail()))
        : said(known.getStatusCode());
  }

  /** Each status that has a sentence has its own; a rare one has that of its kind. */
  private static Refused said(HttpStatusCode status) {
    return switch (status.value()) {
      case 400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 429, 431, 500, 503 ->
          Refused.invalid("http-" + status.value());
      default -> Refused.invalid(status.is5xxServerError() ? "http-500" : "http-400");
    };
  }

  /** Where she came from, to go back to; home when that is unknown, not ours, or this very page. */
  private static String back(HttpServletRequest request) {
    var from = LocalPath.ofReferrer(request.getHeader("Referer"), request.getServerName());
    return from.equals(path(request)) ? "/" : from;
  }

  private static <T extends Throwable> Optional<T> cause(Throwable fault, Class<T> type) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .limit(CAUSES_MAX)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  private static String path(HttpServletRequest request) {
    var original = request.getAttribute("jakarta.servlet.forward.request_uri");
    return original instanceof String uri ? uri : request.getRequestURI();
  }

  private static Object pattern(HttpServletRequest request) {
    var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? "(no route)" : pattern;
  }
}
