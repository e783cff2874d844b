package health.malasakit.interop.fhir;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a file resource by resource: a bundle, single resources one after the other, or one a line.
 * Never more than one resource is in memory, and of that only what is read.
 */
final class ResourceReader {

  /** Longest text anywhere in a file; a longer one breaks the file off. */
  static final int TEXT_CHARS_MAX = 8_000_000;

  private static final int DEPTH_MAX = 200;
  private static final Set<String> BUNDLES =
      Set.of("transaction", "batch", "collection", "searchset", "document", "message");
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(TEXT_CHARS_MAX)
                  .maxNestingDepth(DEPTH_MAX)
                  .build())
          .build();

  private final FhirFile file;
  private final Set<String> wanted;
  private final Consumer<Found> sink;
  private int index;

  private ResourceReader(FhirFile file, Set<String> wanted, Consumer<Found> sink) {
    this.file = file;
    this.wanted = wanted;
    this.sink = sink;
  }

  /** Gives everything that a file holds to the sink, up to where it breaks off. */
  static void read(FhirFile file, Set<String> wanted, Consumer<Found> sink) {
    var reader = new ResourceReader(file, wanted, sink);
    try (InputStream text = file.open()) {
      if (file.lines()) {
        reader.lines(new Lines(text));
      } else {
        reader.roots(text);
      }
    } catch (IOException | JacksonException broken) {
      sink.accept(new Found.Ended(reader.here().refuse("$", BrokenFile.rule(broken))));
    }
  }

  private void lines(Lines lines) throws IOException {
    while (!lines.ended()) {
      Lines.Line line = lines.next();
      try {
        roots(line);
      } catch (JacksonException broken) {
        if (!line.blank()) {
          String rule = BrokenFile.rule(broken);
          if (BrokenFile.unreadable(broken)) {
            throw broken;
          }
          sink.accept(new Found.Broken(here().refuse("$", rule), ""));
        }
      }
      line.skip();
      index++;
    }
  }

  private void roots(InputStream text) {
    try (JsonParser json =
        JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), unclosed(text))) {
      JsonToken first = json.nextToken();
      if (first == null && !file.lines()) {
        sink.accept(new Found.Ended(here().refuse("$", Refusal.said("file.empty"))));
      }
      for (JsonToken token = first; token != null; token = json.nextToken()) {
        root(json, token);
        index += file.lines() ? 0 : 1;
      }
    }
  }

  private void root(JsonParser json, JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      json.skipChildren();
      sink.accept(notFhir(""));
      return;
    }
    var copy = ResourceCopy.begun(json, wanted);
    boolean entries = false;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      if (name.equals("entry") && (copy.type().isEmpty() || copy.type().equals("Bundle"))) {
        entries = true;
        entries(json);
      } else if (name.equals("type") && copy.type().equals("Bundle")) {
        bundleType(json);
      } else {
        copy.element(name);
      }
    }
    copy.dropWhatCameBeforeItsType();
    if (!entries && !copy.type().equals("Bundle")) {
      give(copy, "");
    }
  }

  private void bundleType(JsonParser json) {
    json.nextToken();
    String type = json.getValueAsString("");
    if (!BUNDLES.contains(type)) {
      throw new BrokenFile.WrongBundle();
    }
  }

  private void entries(JsonParser json) {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      sink.accept(
          new Found.Broken(here().refuse("Bundle.entry", Refusal.said("fhir.type/list")), ""));
      return;
    }
    int inBundle = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (!file.lines()) {
        index = inBundle++;
      }
      if (json.hasToken(JsonToken.START_OBJECT)) {
        entry(json);
      } else {
        json.skipChildren();
        sink.accept(notFhir("Bundle.entry"));
      }
      if (!file.lines()) {
        index = inBundle;
      }
    }
  }

  private void entry(JsonParser json) {
    String fullUrl = "";
    ResourceCopy copy = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("fullUrl")) {
        fullUrl = json.getValueAsString("");
        json.skipChildren();
      } else if (name.equals("resource") && json.hasToken(JsonToken.START_OBJECT)) {
        copy = ResourceCopy.of(json, wanted);
      } else {
        json.skipChildren();
      }
    }
    if (copy != null) {
      give(copy, fullUrl);
    }
  }

  private void give(ResourceCopy copy, String fullUrl) {
    String type = copy.type();
    if (type.isEmpty()) {
      sink.accept(notFhir("resourceType"));
    } else if (!wanted.contains(type)) {
      sink.accept(new Found.Other(type));
    } else if (copy.tooLarge()) {
      sink.accept(new Found.Broken(here().refuse(type, Refusal.said("resource.limit")), type));
    } else {
      sink.accept(new Found.Resource(here(), type, type, fullUrl, copy.kept(), Optional.empty()));
    }
  }

  private Found notFhir(String path) {
    return new Found.Broken(
        here().refuse(path.isEmpty() ? "$" : path, Refusal.said("fhir.resource")), "");
  }

  private Place here() {
    return new Place(file.name(), index);
  }

  /** The file is closed once, by whoever opened it. */
  private static InputStream unclosed(InputStream text) {
    return new FilterInputStream(text) {
      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        return in.read(into, from, length);
      }

      @Override
      public void close() {}
    };
  }
}
