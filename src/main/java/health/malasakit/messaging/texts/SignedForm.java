package health.malasakit.messaging.texts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** A form that came to the gateway's door. */
public final class SignedForm {

  /** The longest text is 1600 letters; the rest of the form is names and numbers. */
  private static final int BYTES_MAX = 65_536;

  private final Map<String, String[]> fields;

  private SignedForm(Map<String, String[]> fields) {
    this.fields = fields;
  }

  /** What came: a form that is the gateway's, or a status that says why it is not read. */
  public record Came(Optional<SignedForm> form, HttpStatus status) {}

  /** Reads no further than it may, and believes nothing that is not signed. */
  public static Came of(HttpServletRequest request, GatewayDoor door) {
    if (request.getContentLengthLong() < 0) {
      return new Came(Optional.empty(), HttpStatus.LENGTH_REQUIRED);
    }
    if (request.getContentLengthLong() > BYTES_MAX) {
      return new Came(Optional.empty(), HttpStatus.CONTENT_TOO_LARGE);
    }
    var shown = Optional.ofNullable(request.getHeader(GatewaySignature.HEADER)).orElse("");
    if (shown.isEmpty() || request.getQueryString() != null) {
      return new Came(Optional.empty(), HttpStatus.FORBIDDEN);
    }
    var fields = request.getParameterMap();
    return door.isFromGateway(request.getRequestURI(), fields, shown)
        ? new Came(Optional.of(new SignedForm(fields)), HttpStatus.OK)
        : new Came(Optional.empty(), HttpStatus.FORBIDDEN);
  }

  /** The first value of a field; empty when it is not there. */
  public String text(String name) {
    var values = fields.get(name);
    return values == null || values.length == 0 ? "" : values[0];
  }

  @Override
  public String toString() {
    return "SignedForm";
  }
}
