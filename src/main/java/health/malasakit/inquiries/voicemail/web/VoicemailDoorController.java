package health.malasakit.inquiries.voicemail.web;

import health.malasakit.access.OpenToAll;
import health.malasakit.access.json.JsonBody;
import health.malasakit.access.json.Malformed;
import health.malasakit.audit.NotAudited;
import health.malasakit.inquiries.CallDoor;
import health.malasakit.inquiries.Ring;
import health.malasakit.inquiries.voicemail.Recording;
import health.malasakit.inquiries.voicemail.VoicemailDoor;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where telephone systems send voicemails: as the sound itself, or as JSON with it in base64. */
@RestController
class VoicemailDoorController {

  private static final String BEARER = "Bearer ";

  private final CallDoor door;
  private final VoicemailDoor voicemails;
  private final Clock clock;

  VoicemailDoorController(CallDoor door, VoicemailDoor voicemails, Clock clock) {
    this.door = door;
    this.voicemails = voicemails;
    this.clock = clock;
  }

  /**
   * The call ended in a voicemail, and this is it; sent again it is the same one. Before the call
   * is told of it is taken, and waits for it.
   */
  @PostMapping("/api/calls/{id}/voicemail")
  @OpenToAll(why = "a telephone system shows its own token; nothing else opens it")
  @NotAudited(why = "shows nothing; the voicemail keeps when it came, and who hears it is audited")
  ResponseEntity<?> left(@PathVariable String id, HttpServletRequest request) throws IOException {
    var showing =
        Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
            .filter(header -> header.startsWith(BEARER))
            .flatMap(header -> door.showing(header.substring(BEARER.length()).strip()));
    if (showing.isEmpty()) {
      return unknown();
    }
    if (!Ring.names(id)) {
      throw new Malformed("id", "inquiries.malformed.id");
    }
    var kept = kept(showing.get(), id, sent(request));
    return ResponseEntity.status(kept.waits() ? HttpStatus.ACCEPTED : HttpStatus.CREATED)
        .body(Map.of("voicemail", kept.voicemail().toString()));
  }

  private VoicemailDoor.Kept kept(CallDoor.Showing showing, String id, VoicemailDoor.Sent sent) {
    try {
      return voicemails.left(showing, id, sent);
    } catch (Refused no) {
      throw no.code().equals("voicemail.full")
          ? Malformed.noRoom("audio", no)
          : no.field().map(field -> (RuntimeException) Malformed.because(field, no)).orElse(no);
    }
  }

  private VoicemailDoor.Sent sent(HttpServletRequest request) throws IOException {
    var type = Optional.ofNullable(request.getContentType()).orElse("");
    if (!type.startsWith(MediaType.APPLICATION_JSON_VALUE)) {
      return new VoicemailDoor.Sent(
          sound(request.getInputStream().readAllBytes()),
          header(request, "X-Call-To"),
          Ring.number(header(request, "X-Call-From")),
          clock.instant());
    }
    var body = JsonBody.withFile(request);
    return new VoicemailDoor.Sent(
        sound(decoded(body.text("audio"))),
        body.said("to"),
        Ring.number(body.said("from")),
        moment(body));
  }

  private static String header(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name)).orElse("");
  }

  private static Recording sound(byte[] bytes) {
    try {
      return Recording.of(bytes);
    } catch (Refused no) {
      throw Malformed.because("audio", no);
    }
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException no) {
      throw new Malformed("audio", "voicemail.malformed.base64");
    }
  }

  /** Never later than its arrival: the clock of a switch may be ahead. */
  private Instant moment(JsonBody body) {
    var now = clock.instant();
    try {
      return body.optional("at")
          .map(text -> OffsetDateTime.parse(text).toInstant())
          .filter(told -> told.isBefore(now))
          .orElse(now);
    } catch (DateTimeParseException no) {
      throw new Malformed("at", "access.malformed.moment", "at");
    }
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
