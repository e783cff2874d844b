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
  private static final int ID_LENGTH_MAX = 200;
  private static final int WORD_LENGTH_MAX = 80;

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
    var call =
        door.heard(showing.get(), within(id, "id", ID_LENGTH_MAX), event(JsonBody.of(request)));
    return ResponseEntity.accepted()
        .body(call.map(known -> Map.of("call", known.toString())).orElse(Map.of()));
  }

  private Optional<CallDoor.Showing> showing(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.startsWith(BEARER))
        .flatMap(header -> door.showing(header.substring(BEARER.length()).strip()));
  }

  private <T> T placed(JsonBody body, Function<Ring, T> act) {
    var ring =
        new Ring(
            within(body.text("id"), "id", ID_LENGTH_MAX),
            body.optional("from")
                .filter(CallDoorController::isNumber)
                .map(from -> phone("from", from)),
            phone("to", body.text("to")),
            within(body.optional("queue").orElse(""), "queue", WORD_LENGTH_MAX),
            within(body.optional("language").orElse(""), "language", WORD_LENGTH_MAX),
            moment(body, "started").orElseGet(clock::instant));
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
        kind,
        moment(body, "at").orElseGet(clock::instant),
        within(body.optional("extension").orElse("").strip(), "extension", WORD_LENGTH_MAX),
        within(body.optional("to").orElse("").strip(), "to", WORD_LENGTH_MAX));
  }

  /** "anonymous", "unknown" and the like are a number that was withheld. */
  private static boolean isNumber(String from) {
    return from.chars().anyMatch(Character::isDigit);
  }

  private static Phone phone(String field, String text) {
    try {
      return Phone.of(text);
    } catch (Refused no) {
      throw Malformed.because(field, no);
    }
  }

  private static Optional<Instant> moment(JsonBody body, String field) {
    try {
      return body.optional(field).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException noMoment) {
      throw new Malformed(field, "access.malformed.moment", field);
    }
  }

  private static String within(String text, String field, int lengthMax) {
    if (text.length() > lengthMax) {
      throw new Malformed(field, "inquiries.malformed.long", field, lengthMax);
    }
    return text;
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
