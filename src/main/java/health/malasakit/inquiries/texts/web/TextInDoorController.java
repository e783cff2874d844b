package health.malasakit.inquiries.texts.web;

import health.malasakit.access.OpenToAll;
import health.malasakit.audit.NotAudited;
import health.malasakit.inquiries.texts.TextIn;
import health.malasakit.inquiries.texts.TextInDoor;
import health.malasakit.messaging.texts.GatewayDoor;
import health.malasakit.messaging.texts.SignedForm;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the gateway brings what people text. Answered with an empty TwiML document: what is
 * answered goes out by the ledger, as every text does.
 */
@RestController
class TextInDoorController {

  private static final String NOTHING_TO_DO =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>";
  private static final Pattern CARRIER_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");
  private static final int NUMBER_LENGTH_MAX = 60;
  private static final int BODY_LENGTH_MAX = 4000;
  private static final int MEDIA_MAX = 10;

  private final GatewayDoor door;
  private final TextInDoor texts;
  private final Clock clock;

  TextInDoorController(GatewayDoor door, TextInDoor texts, Clock clock) {
    this.door = door;
    this.texts = texts;
    this.clock = clock;
  }

  /** A text comes in; brought again it is the same one. */
  @PostMapping(GatewayDoor.PATH)
  @OpenToAll(why = "the gateway signs what it brings; nothing else is believed")
  @NotAudited(why = "shows nothing; who reads the text is audited")
  ResponseEntity<String> came(HttpServletRequest request) {
    var came = SignedForm.of(request, door);
    if (came.form().isEmpty()) {
      return ResponseEntity.status(came.status()).build();
    }
    var form = came.form().get();
    if (!CARRIER_ID.matcher(form.text("MessageSid")).matches() || form.text("From").isBlank()) {
      return ResponseEntity.badRequest().build();
    }
    return switch (texts.came(read(form))) {
      case NEW, KNOWN -> ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(NOTHING_TO_DO);
      case NOBODYS -> ResponseEntity.status(HttpStatus.NOT_FOUND).build();
    };
  }

  private TextIn.Came read(SignedForm form) {
    return new TextIn.Came(
        form.text("MessageSid"),
        cut(form.text("From").strip(), NUMBER_LENGTH_MAX),
        cut(form.text("To").strip(), NUMBER_LENGTH_MAX),
        cut(form.text("Body"), BODY_LENGTH_MAX),
        media(form.text("NumMedia")),
        clock.instant());
  }

  private static String cut(String told, int most) {
    var plain = CONTROL.matcher(told).replaceAll(" ");
    return plain.length() <= most
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, most)));
  }

  private static int media(String told) {
    try {
      return Math.clamp(Integer.parseInt(told), 0, MEDIA_MAX);
    } catch (NumberFormatException none) {
      return 0;
    }
  }
}
