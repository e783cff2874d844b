package health.malasakit.interop.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an R4 resource of JSON, or says what is not R4 about it. The model loads at first use. */
final class R4 {

  /** The elements of those read that are numbers. */
  private static final Set<String> NUMBERS =
      Set.of(
          "rank",
          "order",
          "value",
          "valueDecimal",
          "valueInteger",
          "valuePositiveInt",
          "valueUnsignedInt");

  /** The elements of those read that are lists of texts. */
  private static final Set<String> TEXT_LISTS =
      Set.of("given", "prefix", "suffix", "line", "alias", "profile");

  private R4() {}

  private static final class Loaded {
    static final FhirContext R4 = FhirContext.forR4Cached();
  }

  /**
   * Reads a resource.
   *
   * @throws NotTaken when an element is of the wrong type or its value cannot be
   */
  static Resource read(String type, ObjectNode json) {
    OtherVersions.refuse(type, json);
    if (json.has("modifierExtension") || json.has("implicitRules")) {
      throw new NotTaken(
          type + (json.has("implicitRules") ? ".implicitRules" : ".modifierExtension"),
          Refusal.said("fhir.modifier"));
    }
    requireText(type, json);
    IParser parser = Loaded.R4.newJsonParser();
    parser.setParserErrorHandler(new Strict(type));
    try {
      return (Resource) parser.parseResource(json.toString());
    } catch (DataFormatException
        | ClassCastException
        | IllegalArgumentException
        | NullPointerException bad) {
      throw new NotTaken(type, Refusal.said("fhir.r4"));
    }
  }

  /** The reader makes a text of a number without a word; here it is refused. */
  private static void requireText(String path, ObjectNode json) {
    for (Map.Entry<String, JsonNode> element : json.properties()) {
      String below = path + "." + element.getKey();
      JsonNode value = element.getValue();
      if (value.isNumber() && !NUMBERS.contains(element.getKey())) {
        throw wrongType(below);
      }
      if (element.getKey().equals("family") && value.isArray()) {
        throw new NotTaken(below, Refusal.said("fhir.version", "DSTU2"));
      }
      if (value instanceof ObjectNode object) {
        requireText(below, object);
      } else if (value.isArray()) {
        boolean texts = TEXT_LISTS.contains(element.getKey());
        value.forEach(each -> requireTextIn(below, each, texts));
      }
    }
  }

  private static void requireTextIn(String path, JsonNode each, boolean texts) {
    if (each.isNumber() || (each.isString() && !texts)) {
      throw wrongType(path);
    }
    if (each instanceof ObjectNode object) {
      requireText(path, object);
    }
  }

  private static NotTaken wrongType(String path) {
    return new NotTaken(path, Refusal.said("fhir.type"));
  }

  /** Refuses wrong types and values; unknown elements do not get here. */
  private record Strict(String type) implements IParserErrorHandler {

    @Override
    public void invalidValue(IParseLocation where, String value, String why) {
      throw new NotTaken(path(where), Refusal.said("fhir.value"));
    }

    @Override
    public void incorrectJsonType(
        IParseLocation where,
        String element,
        ValueType wanted,
        ScalarType wantedScalar,
        ValueType found,
        ScalarType foundScalar) {
      throw wrongType(path(where) + "." + element);
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation where, String element) {
      throw new NotTaken(path(where) + "." + element, Refusal.said("fhir.repeats"));
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(IParseLocation where) {}

    @Override
    public void containedResourceWithNoId(IParseLocation where) {}

    @Override
    public void missingRequiredElement(IParseLocation where, String element) {}

    @Override
    public void unknownAttribute(IParseLocation where, String attribute) {}

    @Override
    public void unknownElement(IParseLocation where, String element) {}

    @Override
    public void unknownReference(IParseLocation where, String reference) {}

    @Override
    public void invalidInternalReference(IParseLocation where, String reference) {}

    private String path(IParseLocation where) {
      String parent = where == null ? "" : String.valueOf(where.getParentElementName());
      return parent.isEmpty() || parent.equals("null") || parent.equals(type)
          ? type
          : type + "." + parent;
    }
  }
}
