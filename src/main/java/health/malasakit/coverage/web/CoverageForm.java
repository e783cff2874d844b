package health.malasakit.coverage.web;

import health.malasakit.coverage.Basis;
import health.malasakit.coverage.Policy;
import health.malasakit.coverage.PolicyFacts;
import health.malasakit.coverage.Programme;
import health.malasakit.coverage.Subscriber;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.ui.Errors;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A coverage as it is typed: what was sent, by field. */
public record CoverageForm(Map<String, String> typed) {

  /** The fields in the order of the form. */
  static final List<String> FIELDS =
      List.of(
          "payer",
          "programme",
          "state",
          "plan",
          "memberId",
          "subscriber",
          "subscriberName",
          "place",
          "startsOn",
          "endsOn",
          "basis");

  private static final int TEXT_LENGTH_MAX = 200;

  /** A new one: nothing is assumed but that the caller says it. */
  static CoverageForm empty(int place) {
    return new CoverageForm(
        Map.of(
            "programme", Programme.UNKNOWN.code(),
            "subscriber", Subscriber.UNKNOWN.code(),
            "place", String.valueOf(place),
            "basis", Basis.CALLER.code()));
  }

  /** What stands on file, to be corrected. */
  static CoverageForm of(Policy policy) {
    var facts = policy.facts();
    var typed = new LinkedHashMap<String, String>();
    typed.put("payer", facts.payer());
    typed.put("programme", facts.programme().code());
    typed.put("state", facts.state().orElse(""));
    typed.put("plan", facts.plan());
    typed.put("memberId", facts.memberId());
    typed.put("subscriber", facts.subscriber().code());
    typed.put("subscriberName", facts.subscriberName());
    typed.put("place", String.valueOf(facts.place()));
    typed.put("startsOn", facts.startsOn().map(LocalDate::toString).orElse(""));
    typed.put("endsOn", facts.endsOn().map(LocalDate::toString).orElse(""));
    typed.put("basis", facts.basis() == Basis.FILE ? "caller" : facts.basis().code());
    return new CoverageForm(typed);
  }

  /** What stands in a field. */
  public String get(String field) {
    return Objects.requireNonNullElse(typed.get(field), "");
  }

  /** Everything that has to be asked again. */
  Errors errors(LocalDate today) {
    var errors = Errors.NONE;
    for (var field : List.of("payer", "plan", "memberId", "subscriberName")) {
      if (get(field).length() > TEXT_LENGTH_MAX) {
        errors = errors.and(field, Sentences.of("coverage.wrong.long"));
      }
    }
    for (var field : List.of("startsOn", "endsOn")) {
      try {
        date(field, today);
      } catch (Refused wrong) {
        errors = errors.and(field, wrong.sentence());
      }
    }
    if (!get("state").isBlank() && !get("state").strip().matches("[A-Za-z]{2}")) {
      errors = errors.and("state", Sentences.of("coverage.wrong.state"));
    }
    if (errors.any()) {
      return errors;
    }
    try {
      facts(today).checked();
      return errors;
    } catch (Refused wrong) {
      return errors.and(wrong.field().orElse("payer"), wrong.sentence());
    }
  }

  /** The facts; call it when {@link #errors} found nothing. */
  PolicyFacts facts(LocalDate today) {
    var state = get("state").strip().toUpperCase(Locale.ROOT);
    return new PolicyFacts(
        get("payer").strip(),
        one(Programme.values(), Programme::code, "programme").orElse(Programme.UNKNOWN),
        state.isEmpty() ? Optional.empty() : Optional.of(state),
        get("plan").strip(),
        get("memberId").strip(),
        one(Subscriber.values(), Subscriber::code, "subscriber").orElse(Subscriber.UNKNOWN),
        get("subscriberName").strip(),
        get("place").matches("[1-3]") ? Integer.parseInt(get("place")) : 0,
        date("startsOn", today),
        date("endsOn", today),
        one(Basis.values(), Basis::code, "basis")
            .filter(basis -> basis != Basis.FILE)
            .orElse(Basis.CALLER));
  }

  /** Its end is the next such day; its beginning may be past or to come, and says its year. */
  private Optional<LocalDate> date(String field, LocalDate today) {
    var typed = get(field);
    if (typed.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        field.equals("startsOn")
            ? SpokenDate.parseWithYear(typed, today).date()
            : SpokenDate.parse(typed, today).date());
  }

  private <T> Optional<T> one(T[] values, Function<T, String> code, String field) {
    return Arrays.stream(values).filter(value -> code.apply(value).equals(get(field))).findFirst();
  }

  @Override
  public String toString() {
    return "CoverageForm[]";
  }
}
