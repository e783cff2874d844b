package health.malasakit.inquiries.web;

import health.malasakit.access.OpenToAll;
import health.malasakit.access.json.JsonBody;
import health.malasakit.access.json.Malformed;
import health.malasakit.audit.NotAudited;
import health.malasakit.inquiries.CallDoor;
import health.malasakit.inquiries.CallEvent;
import health.malasakit.inquiries.Ring;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where telephone systems tell of calls. Answers hold ids and no fact of a caller. */
@RestController
@RequestMapping("/api/calls")
class CallDoorController {

  private static final String BEARER = "Bearer ";
  private static final int WORD_LENGTH_MAX = 80;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final CallDoor door;
  private final Clock clock;

  CallDoorController(CallDoor door, Clock clock) {
    this.door = door;
    this.clock = clock;
  }

  /** A call rings; told again it is the same call. */
  @PostMapping
  @OpenToAll(why = "a telephone system shows its own token; nothing else opens it")
  @NotAudited(why = "shows nothing; the call keeps what was told, and when")
  ResponseEntity<?> rings(HttpServletRequest request) throws IOException {
    var showing = showing(request);
    if (showing.isEmpty()) {
      return unknown();
    }
    var body = JsonBody.of(request);
    var rang = placed(body, ring -> door.rang(showing.get(), ring));
    return ResponseEntity.status(rang.first() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(Map.of("call", rang.call().toString()));
  }

  /** Something happened to a call, which may not have rung yet. */
  @PostMapping("/{id}/events")
  @OpenToAll(why = "a telephone system shows its own token; nothing else opens it")
  @NotAudited(why = "shows nothing; the call keeps what was told, and when")
  ResponseEntity<?> happens(@PathVariable String id, HttpServletRequest request)
      throws IOException {
    var showing = showing(request);
    if (showing.isEmpty()) {
      return unknown();
    }
    var call = door.heard(showing.get(), named(id), event(JsonBody.of(request)));
    return ResponseEntity.accepted()
        .body(call.map(known -> Map.of("call", known.toString())).orElse(Map.of()));
  }

  private Optional<CallDoor.Showing> showing(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.startsWith(BEARER))
        .flatMap(header -> door.showing(header.substring(BEARER.length()).strip()));
  }

  /** A caller rings: nothing but its id and what was dialled can make that untold. */
  private <T> T placed(JsonBody body, Function<Ring, T> act) {
    var ring =
        new Ring(
            named(body.text("id")),
            Ring.number(body.said("from")),
            dialled(body.text("to")),
            cut(body.said("queue")),
            cut(body.said("language")),
            started(body));
    try {
      return act.apply(ring);
    } catch (Refused no) {
      throw no.field().map(field -> (RuntimeException) Malformed.because(field, no)).orElse(no);
    }
  }

  private CallEvent event(JsonBody body) {
    var kind =
        CallEvent.Kind.of(body.text("event"))
            .orElseThrow(() -> new Malformed("event", "inquiries.malformed.event"));
    return new CallEvent(
        kind, moment(body, "at"), cut(body.said("extension")), cut(body.said("to")));
  }

  private static Phone dialled(String to) {
    try {
      return Ring.number(to).orElseGet(() -> Phone.of(to));
    } catch (Refused no) {
      throw Malformed.because("to", no);
    }
  }

  /** As far as it can be read; a moment that cannot be is the arrival. */
  private Instant started(JsonBody body) {
    try {
      return moment(body, "started");
    } catch (Malformed noMoment) {
      return clock.instant();
    }
  }

  /** Never later than its arrival: the clock of a switch may be ahead. */
  private Instant moment(JsonBody body, String field) {
    var now = clock.instant();
    try {
      return body.optional(field)
          .map(text -> OffsetDateTime.parse(text).toInstant())
          .filter(told -> told.isBefore(now))
          .orElse(now);
    } catch (DateTimeParseException noMoment) {
      throw new Malformed(field, "access.malformed.moment", field);
    }
  }

  private static String cut(String said) {
    var plain = CONTROL.matcher(said).replaceAll(" ").strip();
    return plain.length() <= WORD_LENGTH_MAX
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, WORD_LENGTH_MAX)));
  }

  private static String named(String id) {
    if (!Ring.names(id)) {
      throw new Malformed("id", "inquiries.malformed.id");
    }
    return id;
  }

  private static ResponseEntity<ProblemDetail> unknown() {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNAUTHORIZED, Sentences.of("inquiries.malformed.token"));
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
