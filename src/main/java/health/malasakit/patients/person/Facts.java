package health.malasakit.patients.person;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Facts field by field: what stands in the history, is compared between two versions, and has a
 * source. A field that can have several values is one per use: {@code phone.home}.
 */
public final class Facts {

  static final String SEVERAL = "; ";

  private Facts() {}

  /** The fields about which something is known, with the value in words. */
  public static Map<String, String> byField(PersonFacts facts) {
    var fields = new TreeMap<String, String>();
    put(fields, "birth_date", facts.birthDate().map(LocalDate::toString).orElse(""));
    put(fields, "sex", facts.sex() == Sex.UNKNOWN ? "" : facts.sex().code());
    put(fields, "gender_identity", facts.genderIdentity());
    put(fields, "pronouns", facts.pronouns());
    put(
        fields,
        "interpreter",
        facts.interpreter() == Interpreter.NOT_ASKED ? "" : facts.interpreter().code());
    put(fields, "access_needs", facts.accessNeeds());
    put(fields, "zone", facts.zone().map(ZoneId::getId).orElse(""));
    put(
        fields,
        "languages",
        facts.languages().stream()
            .map(Facts::language)
            .sorted()
            .collect(Collectors.joining(SEVERAL)));
    facts.names().forEach(n -> add(fields, "name." + n.use().code(), n.whole()));
    facts.addresses().forEach(a -> add(fields, "address." + a.use().code(), a.shown()));
    facts.phones().forEach(p -> add(fields, "phone." + p.use().code(), p.phone().written()));
    facts.emails().forEach(e -> add(fields, "email." + e.use().code(), e.written()));
    return fields;
  }

  /** Whether this is one of her facts, and not, for example, the news of her death. */
  public static boolean isField(String field) {
    return !field.equals("deceased") && !field.equals("safe_contact");
  }

  /** Whether it says where or how she is reached: not to be seen while safe contact stands. */
  public static boolean isContact(String field) {
    return isNumberOrEmail(field) || field.startsWith("address.");
  }

  /** Whether it is a number or an e-mail: to be read only by who may correct it. */
  public static boolean isNumberOrEmail(String field) {
    return field.startsWith("phone.") || field.startsWith("email.");
  }

  /**
   * The fields that are not the same in both. Words that moved from one part of a name or of an
   * address to another read the same and are a change all the same: she is sorted and found by it.
   */
  public static Set<String> differing(PersonFacts one, PersonFacts other) {
    Map<String, ?> words = byField(one);
    Map<String, ?> otherWords = byField(other);
    Map<String, ?> parts = parts(one);
    Map<String, ?> otherParts = parts(other);
    var fields = new TreeSet<>(words.keySet());
    fields.addAll(otherWords.keySet());
    fields.removeIf(field ->
        Objects.equals(words.get(field), otherWords.get(field))
            && Objects.equals(parts.get(field), otherParts.get(field)));
    return fields;
  }

  private static Map<String, List<Record>> parts(PersonFacts facts) {
    var parts = new HashMap<String, List<Record>>();
    facts.names().forEach(name -> part(parts, "name." + name.use().code(), name));
    facts.addresses().stream()
        .filter(address -> !address.isEmpty())
        .forEach(address -> part(parts, "address." + address.use().code(), address));
    return parts;
  }

  private static void part(Map<String, List<Record>> parts, String field, Record part) {
    parts.computeIfAbsent(field, first -> new ArrayList<>()).add(part);
  }

  /** These facts, with one field as in the other. */
  public static PersonFacts take(PersonFacts facts, String field, PersonFacts other) {
    String use = field.substring(field.indexOf('.') + 1);
    var edit = facts.edit();
    switch (field.substring(0, field.length() - (field.contains(".") ? use.length() : 0))) {
      case "birth_date" -> edit.birthDate(other.birthDate());
      case "sex" -> edit.sex(other.sex());
      case "gender_identity" -> edit.genderIdentity(other.genderIdentity());
      case "pronouns" -> edit.pronouns(other.pronouns());
      case "interpreter" -> edit.interpreter(other.interpreter());
      case "access_needs" -> edit.accessNeeds(other.accessNeeds());
      case "zone" -> edit.zone(other.zone());
      case "languages" -> edit.languages(other.languages());
      case "name." ->
          edit.names(swap(facts.names(), other.names(), name -> name.use().code().equals(use)));
      case "address." ->
          edit.addresses(
              swap(facts.addresses(), other.addresses(), a -> a.use().code().equals(use)));
      case "phone." ->
          edit.phones(swap(facts.phones(), other.phones(), p -> p.use().code().equals(use)));
      case "email." ->
          edit.emails(swap(facts.emails(), other.emails(), e -> e.use().code().equals(use)));
      default -> throw new IllegalArgumentException("no such field: " + field);
    }
    return edit.done();
  }

  private static <T> List<T> swap(List<T> mine, List<T> theirs, Predicate<T> ofThisUse) {
    return Stream.concat(
            mine.stream().filter(ofThisUse.negate()), theirs.stream().filter(ofThisUse))
        .toList();
  }

  private static void add(Map<String, String> fields, String field, String value) {
    if (!value.isEmpty()) {
      fields.merge(field, value, (one, more) -> one + SEVERAL + more);
    }
  }

  private static String language(PatientLanguage language) {
    String how =
        Stream.of(
                language.spoken() ? "spoken" : "",
                language.written() ? "written" : "",
                language.preferred() ? "preferred" : "")
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    return language.tag() + (how.isEmpty() ? "" : " (" + how + ")");
  }

  private static void put(Map<String, String> fields, String field, String value) {
    if (!value.isEmpty()) {
      fields.put(field, value);
    }
  }
}
