package health.malasakit.patients.web;

import health.malasakit.kernel.Sentences;
import health.malasakit.patients.person.PersonFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * The fields of the form that are parts of one fact, of a name or of an address. Words that move
 * between them leave it reading as before; so each stands a second time, as it was seen.
 */
final class PartFields {

  static final String SEEN = "-seen";
  private static final List<String> NAME = List.of("prefix", "given", "family", "suffix");
  private static final List<String> FORMER = List.of("formerGiven", "formerFamily");
  private static final List<String> ADDRESS = List.of("street", "city", "state", "zip", "country");

  private PartFields() {}

  /** The names of the fields in which what was seen goes with the form. */
  static List<String> seen() {
    return Stream.of(NAME, FORMER, ADDRESS, mailing())
        .flatMap(List::stream)
        .map(part -> part + SEEN)
        .toList();
  }

  /** Puts what is saved beside what is shown. */
  static void seen(MultiValueMap<String, String> fields, MultiValueMap<String, String> saved) {
    seen()
        .forEach(name -> {
          String value = saved.getFirst(name.substring(0, name.length() - SEEN.length()));
          fields.set(name, value == null ? "" : value);
        });
  }

  /** The facts of which a person touched a part. */
  static Set<String> touched(PersonForm form, PersonFacts known) {
    return parts(known).entrySet().stream()
        .filter(fact -> fact.getValue().stream().anyMatch(part -> touched(form, part)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static boolean touched(PersonForm form, String part) {
    return form.fields().containsKey(part)
        && form.fields().containsKey(part + SEEN)
        && !form.of(part).equals(form.of(part + SEEN));
  }

  /** {@code Given names: Maria; Family name: dela Cruz}; empty for a fact that has no parts. */
  static String inWords(String fact, PersonFacts known) {
    PersonForm form = EditPage.filled(known);
    return parts(known).getOrDefault(fact, List.of()).stream()
        .filter(part -> !form.of(part).isEmpty())
        .map(part -> label(part) + ": " + form.of(part))
        .collect(Collectors.joining("; "));
  }

  private static String label(String part) {
    return Sentences.of("patients." + part.replace('-', '.'));
  }

  private static Map<String, List<String>> parts(PersonFacts known) {
    var parts = new LinkedHashMap<String, List<String>>();
    parts.put("name.former", FORMER);
    parts.put("name." + known.mainName().use().code(), NAME);
    parts.put("address.home", ADDRESS);
    parts.put("address.mailing", mailing());
    return parts;
  }

  private static List<String> mailing() {
    return ADDRESS.stream().map(part -> "mailing-" + part).toList();
  }
}
