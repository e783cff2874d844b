package health.malasakit.interop.fhir;

import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies from the stream those elements of one resource that are read, up to a limit, and passes
 * over everything else without keeping it.
 */
final class ResourceCopy {

  /** Characters of the elements that are read; the largest of Synthea has some 20 thousand. */
  static final int LIMIT_CHARS = 1_000_000;

  private static final String TYPE = "resourceType";
  private static final int NUMBER_CHARS_MAX = 20;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonParser json;
  private final Set<String> wanted;
  private final ObjectNode kept = NODES.objectNode();
  private String type = "";
  private int chars;

  private ResourceCopy(JsonParser json, Set<String> wanted) {
    this.json = json;
    this.wanted = wanted;
  }

  /** Reads the object that begins at the parser's present token, to its end. */
  static ResourceCopy of(JsonParser json, Set<String> wanted) {
    var copy = new ResourceCopy(json, wanted);
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      copy.element(json.currentName());
    }
    copy.dropWhatCameBeforeItsType();
    return copy;
  }

  /** Begins without reading: the caller gives the elements one by one. */
  static ResourceCopy begun(JsonParser json, Set<String> wanted) {
    return new ResourceCopy(json, wanted);
  }

  /** Reads one element; the parser stands at its name. */
  void element(String name) {
    json.nextToken();
    if (name.equals(TYPE) && json.hasToken(JsonToken.VALUE_STRING)) {
      type = json.getString();
      kept.put(TYPE, type);
    } else if (type.isEmpty() || taken(name)) {
      JsonNode value = value();
      if (!tooLarge()) {
        kept.set(name, value);
      }
    } else {
      json.skipChildren();
    }
  }

  /** Empty when it does not say. */
  String type() {
    return type;
  }

  boolean tooLarge() {
    return chars > LIMIT_CHARS;
  }

  ObjectNode kept() {
    return kept;
  }

  void dropWhatCameBeforeItsType() {
    kept.propertyNames().stream().filter(name -> !taken(name)).toList().forEach(kept::remove);
  }

  private boolean taken(String name) {
    return wanted.contains(type) && ResourceFields.taken(type, name);
  }

  private JsonNode value() {
    return switch (json.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> text(json.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json.getString());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME ->
          NODES.nullNode();
    };
  }

  private ObjectNode object() {
    ObjectNode object = NODES.objectNode();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      chars += name.length();
      json.nextToken();
      JsonNode value = value();
      if (!tooLarge()) {
        object.set(name, value);
      }
    }
    return object;
  }

  private ArrayNode array() {
    ArrayNode array = NODES.arrayNode();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      JsonNode value = value();
      chars++;
      if (!tooLarge()) {
        array.add(value);
      }
    }
    return array;
  }

  private JsonNode text(String text) {
    chars = (int) Math.min(Integer.MAX_VALUE / 2, (long) chars + text.length());
    return NODES.stringNode(text);
  }

  /** A number too long to be one in FHIR stays text, which its reader then refuses. */
  private static JsonNode number(String digits) {
    boolean plain = digits.length() <= NUMBER_CHARS_MAX && digits.matches("-?[0-9]+(\\.[0-9]+)?");
    return plain ? NODES.numberNode(new java.math.BigDecimal(digits)) : NODES.stringNode(digits);
  }
}
