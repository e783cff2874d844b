package health.malasakit.inquiries.gate;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import health.malasakit.access.records.RecordGate;
import health.malasakit.inquiries.Call;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.patients.search.CallerCandidates;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may be behind the number of a call, with just what tells them apart. */
@Component
public class Candidates {

  private final CallerCandidates numbers;
  private final Patients patients;
  private final RecordGate records;

  Candidates(CallerCandidates numbers, Patients patients, RecordGate records) {
    this.numbers = numbers;
    this.patients = patients;
    this.records = records;
  }

  /**
   * Somebody who may be meant.
   *
   * @param words initials and birth year; the month as well where two are the same, then the sex
   * @param alone whether she can be told from the others: else one stands for all that are drawn
   *     the same, and cannot be chosen
   */
  public record Candidate(PatientId patient, String words, boolean alone) {

    @Override
    public String toString() {
      return "Candidate[" + patient + "]";
    }
  }

  /**
   * Never a pick: to prove somebody takes what the caller says. Restricted records are left out.
   */
  @Transactional(readOnly = true)
  public List<Candidate> of(Call call) {
    return call.line().other().map(number -> of(call.organization(), number)).orElse(List.of());
  }

  /** The same of a number that rang at a clinic. */
  @Transactional(readOnly = true)
  public List<Candidate> of(OrganizationId clinic, Phone number) {
    var found = numbers.byNumber(clinic, number);
    var closed = records.restricted(clinic, found);
    var cards =
        patients.cards(found).values().stream()
            .filter(card -> !closed.contains(card.id()) && !card.deceased())
            .sorted(Comparator.comparing(card -> card.id().value()))
            .toList();
    var words = cards.stream().collect(Collectors.toMap(PatientCard::id, Candidates::brief));
    further(cards, words, Candidates::longer);
    further(cards, words, Candidates::withSex);
    var same = words.values().stream().collect(groupingBy(one -> one, counting()));
    var drawn = new HashSet<String>();
    return cards.stream()
        .map(PatientCard::id)
        .filter(id -> drawn.add(words.getOrDefault(id, "")))
        .map(id -> candidate(id, words.getOrDefault(id, ""), same))
        .toList();
  }

  private static Candidate candidate(PatientId id, String words, Map<String, Long> same) {
    var many = same.getOrDefault(words, 1L);
    return many == 1
        ? new Candidate(id, words, true)
        : new Candidate(id, Sentences.of("inquiries.caller.candidates.of", words, many), false);
  }

  /** Says more of those that are still drawn the same. */
  private static void further(
      List<PatientCard> cards, Map<PatientId, String> words, Function<PatientCard, String> more) {
    var same = words.values().stream().collect(groupingBy(one -> one, counting()));
    cards.stream()
        .filter(card -> same.getOrDefault(words.getOrDefault(card.id(), ""), 1L) > 1)
        .forEach(card -> words.put(card.id(), more.apply(card)));
  }

  private static String brief(PatientCard card) {
    return initials(card.name()) + card.birthDate().map(born -> " " + born.getYear()).orElse("");
  }

  private static String longer(PatientCard card) {
    return initials(card.name())
        + card.birthDate().map(born -> " " + month(born) + " " + born.getYear()).orElse("");
  }

  private static String withSex(PatientCard card) {
    return longer(card)
        + switch (card.sex()) {
          case FEMALE, MALE -> ", " + Sentences.of("patients.sex." + card.sex().code());
          case OTHER, UNKNOWN -> "";
        };
  }

  private static String month(LocalDate born) {
    return born.getMonth().getDisplayName(TextStyle.SHORT, LocaleContextHolder.getLocale());
  }

  private static String initials(String name) {
    return Stream.of(name.strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .map(
            word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT) + ".")
        .collect(Collectors.joining(" "));
  }
}
