package health.malasakit.desk.privacy;

import health.malasakit.access.Accounts;
import health.malasakit.audit.Audit;
import health.malasakit.desk.ClinicAt;
import health.malasakit.inquiries.mixups.MixUp;
import health.malasakit.inquiries.mixups.MixUpFindings;
import health.malasakit.inquiries.mixups.MixUpId;
import health.malasakit.inquiries.mixups.MixUpLines;
import health.malasakit.inquiries.mixups.Told;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.ui.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the privacy officer has to look at because it had gone to the wrong person. */
@Component
class MixedUpPages {

  private final MixUpLines lines;
  private final MixUpFindings findings;
  private final Patients patients;
  private final Accounts accounts;
  private final Audit audit;

  MixedUpPages(
      MixUpLines lines, MixUpFindings findings, Patients patients, Accounts accounts, Audit audit) {
    this.lines = lines;
    this.findings = findings;
    this.patients = patients;
    this.accounts = accounts;
    this.audit = audit;
  }

  /** Those that wait for her, the oldest first; whom they name has a line of it in her own list. */
  @Transactional
  List<MixedUp> waiting(ClinicAt clinic) {
    var waiting = findings.waiting(clinic.id());
    var persons = lines.persons(clinic.id(), waiting.stream().map(MixUp::id).toList());
    var all =
        persons.values().stream()
            .flatMap(both -> Stream.concat(both.wrong().stream(), both.right().stream()))
            .collect(Collectors.toSet());
    var cards = patients.cards(all);
    audit.listed(clinic.id(), "audit", cards.keySet());
    var names = accounts.namesOf(waiting.stream().map(one -> one.done().by()).distinct().toList());
    return waiting.stream()
        .map(one -> line(clinic, one, new Named(persons.get(one.id()), cards, names)))
        .toList();
  }

  /** The same after a finding that was not taken. */
  @Transactional
  List<MixedUp> again(ClinicAt clinic, String id, ReviewPage.Typed typed) {
    return waiting(clinic).stream()
        .map(one -> one.id().equals(id) ? one.with(typed) : one)
        .toList();
  }

  void close(ClinicAt clinic, String id, String found) {
    findings.close(clinic.id(), MixUpId.of(id), found);
  }

  private record Named(
      MixUpLines.@org.jspecify.annotations.Nullable Persons both,
      Map<PatientId, PatientCard> cards,
      Map<AccountId, String> people) {

    Optional<PatientCard> wrong() {
      return Optional.ofNullable(both)
          .flatMap(MixUpLines.Persons::wrong)
          .flatMap(who -> Optional.ofNullable(cards.get(who)));
    }

    Optional<PatientCard> right() {
      return Optional.ofNullable(both)
          .flatMap(MixUpLines.Persons::right)
          .flatMap(who -> Optional.ofNullable(cards.get(who)));
    }
  }

  private static MixedUp line(ClinicAt clinic, MixUp one, Named named) {
    return new MixedUp(
        one.id().toString(),
        one.thing().what().code(),
        one.told().stream().sorted().map(Told::code).toList(),
        named.wrong().map(PatientCard::name).orElse(""),
        named.wrong().map(card -> card.id().toString()).orElse(""),
        named.right().map(PatientCard::name).orElse(""),
        named.right().map(card -> card.id().toString()).orElse(""),
        named.people().getOrDefault(one.done().by(), ""),
        When.of(one.done().at(), clinic.zone(), Scopes.current().zone()),
        one.undone().isPresent(),
        ReviewPage.Typed.NOTHING);
  }
}
