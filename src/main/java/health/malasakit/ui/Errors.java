package health.malasakit.ui;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a form must ask again: the name of a field, and a sentence for the person, in order. */
public record Errors(Map<String, String> byField) {

  /** Nothing is wrong. */
  public static final Errors NONE = new Errors(Map.of());

  /** Keeps the order in which the fields stand on the form. */
  public Errors {
    byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
  }

  /** One more sentence; the first about a field stays. */
  public Errors and(String field, String sentence) {
    var more = new LinkedHashMap<>(byField);
    more.putIfAbsent(field, sentence);
    return new Errors(more);
  }

  /** The sentence beside a field, empty when it is right. */
  public String of(String field) {
    return byField.getOrDefault(field, "");
  }

  /** True when something must be asked again. */
  public boolean any() {
    return !byField.isEmpty();
  }
}
