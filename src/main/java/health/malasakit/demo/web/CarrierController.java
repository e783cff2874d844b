package health.malasakit.demo.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.malasakit.access.OpenToAll;
import health.malasakit.audit.NotAudited;
import health.malasakit.demo.DemoCarrier;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The made-up carrier, which speaks Twilio's Messages API; no other server has it. */
@Controller
@ConditionalOnProperty("malasakit.made-up-world")
class CarrierController {

  private static final int NO_MOBILE = 21614;
  private static final int NOT_ALLOWED = 20003;
  private static final long SILENT_SECONDS = 12;

  private final DemoCarrier carrier;
  private final CarrierTexts texts;
  private final DemoClinics clinics;
  private final Clock clock;

  CarrierController(DemoCarrier carrier, CarrierTexts texts, DemoClinics clinics, Clock clock) {
    this.carrier = carrier;
    this.texts = texts;
    this.clinics = clinics;
    this.clock = clock;
  }

  @PostMapping(DemoCarrier.PATH + "/2010-04-01/Accounts/" + DemoCarrier.ACCOUNT + "/Messages.json")
  @OpenToAll(why = "a gateway shows an account and a token; nothing else opens it")
  @NotAudited(why = "a phone of people who exist nowhere")
  ResponseEntity<Map<String, Object>> take(
      @RequestHeader(name = "Authorization", defaultValue = "") String shown,
      @RequestParam(name = "From", defaultValue = "") String from,
      @RequestParam(name = "To", defaultValue = "") String to,
      @RequestParam(name = "Body", defaultValue = "") String body)
      throws InterruptedException {
    if (!isOurs(shown)) {
      return refused(HttpStatus.UNAUTHORIZED, NOT_ALLOWED);
    }
    var mood = texts.moodOf(to);
    if (mood == CarrierTexts.Mood.REFUSES) {
      return refused(HttpStatus.BAD_REQUEST, NO_MOBILE);
    }
    texts.take(new CarrierTexts.Taken(from, to, body, clock.instant()));
    clinics.texted(from);
    if (mood == CarrierTexts.Mood.SILENT) {
      TimeUnit.SECONDS.sleep(SILENT_SECONDS);
    }
    var id = "SM" + UUID.randomUUID().toString().replace("-", "");
    return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("sid", id, "status", "queued"));
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
