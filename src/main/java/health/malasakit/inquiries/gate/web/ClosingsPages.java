package health.malasakit.inquiries.gate.web;

import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.gate.Closing;
import health.malasakit.inquiries.gate.GateClosings;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.ui.When;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what too many answers closed. */
@Component
class ClosingsPages {

  private final GateClosings closings;
  private final Calls calls;
  private final Patients patients;
  private final RecordGate records;
  private final Organizations organizations;
  private final ClinicDays days;
  private final Audit audit;

  ClosingsPages(
      GateClosings closings,
      Calls calls,
      Patients patients,
      RecordGate records,
      Organizations organizations,
      ClinicDays days,
      Audit audit) {
    this.closings = closings;
    this.calls = calls;
    this.patients = patients;
    this.records = records;
    this.organizations = organizations;
    this.days = days;
    this.audit = audit;
  }

  @Transactional
  ClosingsPage page() {
    var standing = closings.standing();
    var names = names(standing);
    return new ClosingsPage(
        standing.stream()
            .map(one -> Calls.topic(one.organization()))
            .distinct()
            .sorted()
            .collect(Collectors.joining(" ")),
        standing.stream().map(one -> line(one, names)).toList());
  }

  /** Of those whose record is open to her now. */
  private Map<PatientId, String> names(List<Closing> standing) {
    var names = new HashMap<PatientId, String>();
    standing.stream()
        .filter(one -> one.patient().isPresent())
        .collect(
            Collectors.groupingBy(
                Closing::organization,
                Collectors.mapping(one -> one.patient().orElseThrow(), Collectors.toSet())))
        .forEach((clinic, some) -> {
          var cards = new HashMap<>(patients.cards(some));
          cards.keySet().removeAll(records.closed(clinic, some, Depth.RECORD));
          audit.listed(clinic, "closings", List.copyOf(cards.keySet()));
          cards.values().forEach((PatientCard card) -> names.put(card.id(), card.name()));
        });
    return names;
  }

  private ClosingsPage.Line line(Closing one, Map<PatientId, String> names) {
    return new ClosingsPage.Line(
        one.id().toString(),
        organizations.inScope().stream()
            .filter(clinic -> clinic.id().equals(one.organization()))
            .map(Organization::name)
            .findFirst()
            .orElse(""),
        one.about().code(),
        what(one, names),
        "/calls/" + one.organization() + "/" + one.call(),
        when(one, one.at()),
        when(one, one.until()));
  }

  private String what(Closing one, Map<PatientId, String> names) {
    return switch (one.about()) {
      case NUMBER ->
          calls.get(one.organization(), one.call()).line().other().map(Phone::shown).orElse("");
      case PATIENT -> one.patient().flatMap(her -> Optional.ofNullable(names.get(her))).orElse("");
      case NAME, BIRTH_DATE -> "";
    };
  }

  private When when(Closing one, Instant at) {
    return When.of(at, days.zone(one.organization()), Scopes.current().zone());
  }
}
