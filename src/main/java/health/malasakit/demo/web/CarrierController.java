package health.malasakit.demo.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.malasakit.access.OpenToAll;
import health.malasakit.audit.NotAudited;
import health.malasakit.demo.DemoCarrier;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The made-up carrier, which speaks Twilio's Messages API; no other server has it. */
@Controller
@ConditionalOnProperty("malasakit.made-up-world")
class CarrierController {

  private static final String MESSAGES =
      DemoCarrier.PATH + "/2010-04-01/Accounts/" + DemoCarrier.ACCOUNT + "/Messages.json";
  private static final int NO_MOBILE = 21614;
  private static final int NOT_ALLOWED = 20003;
  private static final long SILENT_SECONDS = 12;

  private final DemoCarrier carrier;
  private final CarrierTexts texts;
  private final CarrierPosts posts;
  private final DemoClinics clinics;
  private final Clock clock;

  CarrierController(
      DemoCarrier carrier,
      CarrierTexts texts,
      CarrierPosts posts,
      DemoClinics clinics,
      Clock clock) {
    this.carrier = carrier;
    this.texts = texts;
    this.posts = posts;
    this.clinics = clinics;
    this.clock = clock;
  }

  @PostMapping(MESSAGES)
  @OpenToAll(why = "a gateway shows an account and a token; nothing else opens it")
  @NotAudited(why = "a phone of people who exist nowhere")
  ResponseEntity<Map<String, Object>> take(
      @RequestHeader(name = "Authorization", defaultValue = "") String shown,
      @RequestParam Map<String, String> form)
      throws InterruptedException {
    if (!isOurs(shown)) {
      return refused(HttpStatus.UNAUTHORIZED, NOT_ALLOWED);
    }
    var text = CarrierTexts.Taken.sent(form, clock.instant());
    var mood = texts.moodOf(text.to());
    if (mood == CarrierTexts.Mood.REFUSES) {
      return refused(HttpStatus.BAD_REQUEST, NO_MOBILE);
    }
    texts.take(text);
    clinics.texted(text.from());
    posts.arrives(text);
    if (mood == CarrierTexts.Mood.SILENT) {
      TimeUnit.SECONDS.sleep(SILENT_SECONDS);
    }
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(Map.of("sid", text.id(), "status", "queued"));
  }

  /** What it has between two numbers, the newest first. */
  @GetMapping(MESSAGES)
  @OpenToAll(why = "a gateway shows an account and a token; nothing else opens it")
  @NotAudited(why = "a phone of people who exist nowhere")
  ResponseEntity<Map<String, Object>> list(
      @RequestHeader(name = "Authorization", defaultValue = "") String shown,
      @RequestParam(name = "From", defaultValue = "") String from,
      @RequestParam(name = "To", defaultValue = "") String to) {
    if (!isOurs(shown)) {
      return refused(HttpStatus.UNAUTHORIZED, NOT_ALLOWED);
    }
    var found =
        texts.all().reversed().stream()
            .filter(one -> one.from().equals(from) && one.to().equals(to))
            .map(CarrierController::listed)
            .toList();
    return ResponseEntity.ok(Map.of("messages", found, "next_page_uri", ""));
  }

  private static Map<String, Object> listed(CarrierTexts.Taken text) {
    return Map.of(
        "sid", text.id(),
        "from", text.from(),
        "to", text.to(),
        "body", text.body(),
        "status", text.status(),
        "error_code", text.code(),
        "direction", text.came() ? "inbound" : "outbound-api",
        "date_created",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(text.at().atOffset(ZoneOffset.UTC)));
  }

  private boolean isOurs(String shown) {
    var word = DemoCarrier.ACCOUNT + ":" + carrier.token();
    var right = "Basic " + Base64.getEncoder().encodeToString(word.getBytes(UTF_8));
    return MessageDigest.isEqual(right.getBytes(UTF_8), shown.getBytes(UTF_8));
  }

  private static ResponseEntity<Map<String, Object>> refused(HttpStatus status, int code) {
    return ResponseEntity.status(status).body(Map.of("code", code, "status", status.value()));
  }
}
