package health.malasakit.access.json;

import health.malasakit.access.IdsAsked;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a request as one JSON object, read field by field so that each error has its place.
 */
public final class JsonBody {

  private static final int BYTES_MAX = 64 * 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode object;
  private final HttpServletRequest request;

  private JsonBody(JsonNode object, HttpServletRequest request) {
    this.object = object;
    this.request = request;
  }

  /** Reads the whole body, 64 KB at most. */
  public static JsonBody of(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > BYTES_MAX) {
      throw Malformed.tooLarge();
    }
    var bytes = request.getInputStream().readNBytes(BYTES_MAX + 1);
    if (bytes.length > BYTES_MAX) {
      throw Malformed.tooLarge();
    }
    return read(request, bytes);
  }

  /** Reads a body that may carry a file; as large as any request may be. */
  public static JsonBody withFile(HttpServletRequest request) throws IOException {
    return read(request, request.getInputStream().readAllBytes());
  }

  private static JsonBody read(HttpServletRequest request, byte[] bytes) {
    try {
      var read = JSON.readTree(bytes);
      if (!read.isObject()) {
        throw new Malformed("", "access.malformed.object");
      }
      return new JsonBody(read, request);
    } catch (JacksonException notJson) {
      var place = notJson.getLocation();
      throw new Malformed("", "access.malformed.json", place.getLineNr(), place.getColumnNr());
    }
  }

  /** A text that may be left out. */
  public Optional<String> optional(String field) {
    var value = object.get(field);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw new Malformed(field, "access.malformed.text", field);
    }
    return Optional.of(value.stringValue());
  }

  /**
   * What was said, as text or as a number; empty when it is neither, so that nothing is refused.
   */
  public String said(String field) {
    var value = object.get(field);
    return value != null && (value.isString() || value.isNumber()) ? value.asString() : "";
  }

  /** A text that has to be there and is not blank. */
  public String text(String field) {
    return optional(field)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> new Malformed(field, "access.malformed.missing", field));
  }

  /** The id of a thing, which may be there or not. */
  public UUID id(String field) {
    try {
      var id = Ids.parse(text(field));
      IdsAsked.note(request, field, id);
      return id;
    } catch (Refused notAnId) {
      throw new Malformed(field, "access.malformed.id", field);
    }
  }

  /** A whole number that has to be there. */
  public int number(String field) {
    var value = object.get(field);
    if (value == null || !value.isInt()) {
      throw new Malformed(field, "access.malformed.number", field);
    }
    return value.intValue();
  }

  /** Whether it says yes; left out is no. */
  public boolean yes(String field) {
    var value = object.get(field);
    if (value == null || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw new Malformed(field, "access.malformed.flag", field);
    }
    return value.booleanValue();
  }
}
