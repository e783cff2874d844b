package health.malasakit.inquiries.gate;

import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.inquiries.Call;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.patients.search.CallerCandidates;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
  private final RestrictedRecords restricted;

  Candidates(CallerCandidates numbers, Patients patients, RestrictedRecords restricted) {
    this.numbers = numbers;
    this.patients = patients;
    this.restricted = restricted;
  }

  /**
   * Somebody who may be meant.
   *
   * @param words initials and birth year; the month as well where two are the same
   */
  public record Candidate(PatientId patient, String words) {

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
    var closed = restricted.restricted(found);
    var cards =
        patients.cards(found).values().stream()
            .filter(card -> !closed.contains(card.id()) && !card.deceased())
            .sorted(Comparator.comparing(card -> card.id().value()))
            .toList();
    var alike = repeated(cards.stream().map(Candidates::brief));
    return cards.stream()
        .map(card ->
            new Candidate(card.id(), alike.contains(brief(card)) ? longer(card) : brief(card)))
        .toList();
  }

  private static Set<String> repeated(Stream<String> words) {
    var once = new HashSet<String>();
    return words.filter(one -> !once.add(one)).collect(Collectors.toSet());
  }

  private static String brief(PatientCard card) {
    return initials(card.name()) + card.birthDate().map(born -> " " + born.getYear()).orElse("");
  }

  private static String longer(PatientCard card) {
    return initials(card.name())
        + card.birthDate().map(born -> " " + month(born) + " " + born.getYear()).orElse("");
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
