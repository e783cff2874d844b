package health.malasakit.access.json;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in Problem Details which field of a request could not be read, and the rule. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> malformed(Malformed why) {
    var status = HttpStatus.valueOf(why.status());
    var problem = ProblemDetail.forStatusAndDetail(status, why.sentence());
    problem.setProperties(Map.of("code", "request.malformed", "field", why.field()));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
