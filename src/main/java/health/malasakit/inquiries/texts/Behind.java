package health.malasakit.inquiries.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientLanguage;
import health.malasakit.patients.search.CallerCandidates;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who is behind a number that writes. It proves nothing; it says who would have to be asked. */
@Component
class Behind {

  static final String ENGLISH = "en";

  private static final Set<String> FILIPINO = Set.of("tl", "fil");

  private final CallerCandidates numbers;
  private final Patients patients;

  Behind(CallerCandidates numbers, Patients patients) {
    this.numbers = numbers;
    this.patients = patients;
  }

  /** Whose number it is, and for whom somebody who has it speaks; the dead among them. */
  List<PatientId> everyone(OrganizationId clinic, Phone number) {
    return numbers.everyone(clinic, number);
  }

  /** Whose own number it is, of those who live. */
  List<PatientId> owners(OrganizationId clinic, Phone number) {
    return living(numbers.owners(clinic, number));
  }

  /** Those of these who live. */
  List<PatientId> living(List<PatientId> some) {
    var cards = patients.cards(some);
    return some.stream()
        .filter(one -> Optional.ofNullable(cards.get(one)).filter(PatientCard::deceased).isEmpty())
        .toList();
  }

  /**
   * In which language of ours all of them read: {@code en}, {@code es} or {@code tl}; empty when
   * there is none, or when they differ.
   */
  Optional<String> language(OrganizationId clinic, List<PatientId> living) {
    var languages =
        living.stream()
            .flatMap(one -> patients.find(clinic, one).stream())
            .map(patient -> language(patient.facts().languages()))
            .distinct()
            .toList();
    return languages.size() == 1 ? Optional.of(languages.getFirst()) : Optional.empty();
  }

  private static String language(List<PatientLanguage> known) {
    var tag =
        PatientLanguage.ofLetters(known)
            .or(() -> known.stream().filter(PatientLanguage::preferred).findFirst())
            .map(PatientLanguage::tag)
            .orElse(ENGLISH);
    var language = tag.split("-", 2)[0];
    if (FILIPINO.contains(language)) {
      return "tl";
    }
    return language.equals("es") ? "es" : ENGLISH;
  }
}
