package health.malasakit.inquiries.copies;

import health.malasakit.access.Accounts;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.WrapUpWords;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says about whom and what a call was, as a colleague would type it in the clinic's own system. */
@Component
public class Copies {

  private final Patients patients;
  private final CopiedVisits visits;
  private final Clinics clinics;
  private final Accounts accounts;

  Copies(Patients patients, CopiedVisits visits, Clinics clinics, Accounts accounts) {
    this.patients = patients;
    this.visits = visits;
    this.clinics = clinics;
    this.accounts = accounts;
  }

  /** One patient's, whatever else the call was about. */
  @Transactional(readOnly = true)
  public Copy of(Sheet sheet) {
    var card =
        sheet.about().flatMap(who -> Optional.ofNullable(patients.cards(List.of(who)).get(who)));
    var done = visits.of(sheet);
    return new Copy(
        card.map(PatientCard::name).orElse(""), words(sheet), done, text(sheet, card, done));
  }

  private String text(Sheet sheet, Optional<PatientCard> card, List<String> done) {
    return Stream.of(
            Stream.of(Sentences.of("inquiries.copy.clinic", sheet.clinic().name()), rang(sheet)),
            Stream.of(
                card.map(her -> whom(her, sheet))
                    .orElseGet(() -> Sentences.of("inquiries.copy.nobody"))),
            Stream.of(Sentences.of("inquiries.copy.about", words(sheet))),
            done.stream(),
            labelled("note", sheet.words().note()),
            labelled("promised", sheet.promised()),
            labelled(
                "by",
                accounts.nameOf(sheet.written().by())
                    + ", "
                    + Moments.dated(sheet.written().at(), zone(sheet))))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private String rang(Sheet sheet) {
    return Sentences.of(
        "inquiries.copy." + sheet.call().line().direction().code(),
        Moments.dated(sheet.call().startedAt(), zone(sheet)));
  }

  private static String whom(PatientCard her, Sheet sheet) {
    var said =
        Stream.of(
                Optional.of(her.name()),
                her.birthDate()
                    .map(born -> Sentences.of("inquiries.copy.born", Moments.dated(born))),
                Optional.of(her.mrn())
                    .filter(mrn -> sheet.whole() && !mrn.isEmpty())
                    .map(mrn -> Sentences.of("inquiries.copy.mrn", mrn)))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return Sentences.of("inquiries.copy.patient", said);
  }

  private static String words(Sheet sheet) {
    return WrapUpWords.REASONS.getOrDefault(sheet.words().reason(), "")
        + " · "
        + WrapUpWords.OUTCOMES.getOrDefault(sheet.words().outcome(), "");
  }

  private static Stream<String> labelled(String label, String text) {
    return text.isEmpty()
        ? Stream.empty()
        : Stream.of(Sentences.of("inquiries.copy." + label, text));
  }

  /** The clinic reads it on its own wall. */
  private ZoneId zone(Sheet sheet) {
    return sheet
        .clinic()
        .zone()
        .or(() -> Optional.ofNullable(clinics.zones().get(sheet.clinic().id())))
        .orElse(Scopes.current().zone());
  }
}
