package health.malasakit.directory.web;

import health.malasakit.ui.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of one kind of form, without values: asked by name, with the words {@code
 * directory.<kind>.<name>} and {@code .why}.
 */
final class Sheet {

  private final Sayings sayings;
  private final String kind;
  private final List<FormPage.Field> fields = new ArrayList<>();

  Sheet(Sayings sayings, String kind) {
    this.sayings = sayings;
    this.kind = kind;
  }

  Sheet text(String... names) {
    for (String name : names) {
      add(FormPage.Kind.TEXT, name, List.of());
    }
    return this;
  }

  /** Fields for a few letters. */
  Sheet brief(String... names) {
    for (String name : names) {
      add(FormPage.Kind.SHORT, name, List.of());
    }
    return this;
  }

  /** Seven fields of hours, one a day; the words are shared by all forms that have them. */
  Sheet week() {
    for (String day : WeekFields.NAMES) {
      fields.add(
          new FormPage.Field(
              FormPage.Kind.HOURS, day, sayings.say("week." + day), "", List.of(), Set.of()));
    }
    return this;
  }

  Sheet area(String name) {
    return add(FormPage.Kind.AREA, name, List.of());
  }

  Sheet select(String name, List<Choice> choices) {
    return add(FormPage.Kind.SELECT, name, choices);
  }

  Sheet one(String name, List<Choice> choices) {
    return add(FormPage.Kind.ONE, name, choices);
  }

  Sheet several(String name, List<Choice> choices) {
    return add(FormPage.Kind.SEVERAL, name, choices);
  }

  /** The fields with what stands in the database. */
  List<FormPage.Field> with(Map<String, List<String>> values) {
    return filled(name -> values.getOrDefault(name, List.of()));
  }

  /** The fields with what the person typed. */
  List<FormPage.Field> with(Typed typed) {
    return filled(typed::all);
  }

  /** In which fields what she typed is not what stands in the database. */
  List<FormPage.Difference> differences(Map<String, List<String>> stands, Typed typed) {
    List<FormPage.Difference> found = new ArrayList<>();
    for (FormPage.Field field : fields) {
      Set<String> theirs = new LinkedHashSet<>(stands.getOrDefault(field.name(), List.of()));
      theirs.remove("");
      Set<String> yours = new LinkedHashSet<>();
      typed.all(field.name()).forEach(each -> yours.add(each.strip()));
      if (!theirs.equals(yours)) {
        found.add(
            new FormPage.Difference(field.label(), shown(field, theirs), shown(field, yours)));
      }
    }
    return found;
  }

  private Sheet add(FormPage.Kind how, String name, List<Choice> choices) {
    String key = kind + "." + name;
    fields.add(
        new FormPage.Field(
            how, name, sayings.say(key), sayings.say(key + ".why"), choices, Set.of()));
    return this;
  }

  private List<FormPage.Field> filled(Function<String, List<String>> values) {
    return fields.stream()
        .map(field ->
            new FormPage.Field(
                field.kind(),
                field.name(),
                field.label(),
                field.why(),
                field.choices(),
                new LinkedHashSet<>(values.apply(field.name()))))
        .toList();
  }

  private static String shown(FormPage.Field field, Set<String> values) {
    Map<String, String> labels = new LinkedHashMap<>();
    field.choices().forEach(choice -> labels.put(choice.value(), choice.label()));
    return String.join(", ", values.stream().map(each -> labels.getOrDefault(each, each)).toList());
  }
}
