package health.malasakit.access.web;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
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

  @ExceptionHandler(Refused.class)
  Object refused(Refused refused, HttpServletRequest request) {
    var status = HttpStatus.valueOf(refused.kind().status());
    return answer(request, status, refused.code(), refused.sentence(), refused.field().orElse(""));
  }

  /** What Spring itself refuses (method, media type, missing parameter) keeps its status. */
  @ExceptionHandler
  Object fault(Exception fault, HttpServletRequest request) {
    if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      var code = "http-" + known.getStatusCode().value();
      return answer(request, known.getStatusCode(), code, sentenceFor(known), "");
    }
    var incident = Ids.next().toString();
    LOG.error("Incident {} on {} {}", incident, request.getMethod(), pattern(request), fault);
    return answer(
        request,
        HttpStatus.INTERNAL_SERVER_ERROR,
        "incident",
        "Something on our side went wrong; what you typed is kept. Please try again, and read out"
            + " this number if it stays: "
            + incident,
        "");
  }

  private static String sentenceFor(ErrorResponse known) {
    return known.getStatusCode().value() == 404
        ? "There is nothing here, or nothing that you may see."
        : "This request could not be read: " + known.getBody().getDetail();
  }

  private static Object answer(
      HttpServletRequest request,
      HttpStatusCode status,
      String code,
      String sentence,
      String field) {
    if (request.getRequestURI().startsWith("/api/")) {
      var problem = ProblemDetail.forStatusAndDetail(status, sentence);
      problem.setProperties(Map.of("code", code, "field", field));
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problem);
    }
    var view = new ModelAndView("access/web/refused", status);
    view.addObject("page", new RefusedPage(status.value(), code, sentence));
    return view;
  }

  private static Object pattern(HttpServletRequest request) {
    var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? "(no route)" : pattern;
  }
}
