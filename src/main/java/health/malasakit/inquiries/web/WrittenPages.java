package health.malasakit.inquiries.web;

import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.WrapUpWords;
import health.malasakit.inquiries.WrapUps;
import health.malasakit.inquiries.WrapUps.Told;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.ui.When;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what she wrote up today. */
@Component
class WrittenPages {

  private static final int SHOWN = 10;

  private final WrapUps wrapUps;
  private final Patients patients;
  private final Organizations organizations;
  private final RecordGate records;
  private final Audit audit;
  private final Clock clock;

  WrittenPages(
      WrapUps wrapUps,
      Patients patients,
      Organizations organizations,
      RecordGate records,
      Audit audit,
      Clock clock) {
    this.wrapUps = wrapUps;
    this.patients = patients;
    this.organizations = organizations;
    this.records = records;
    this.audit = audit;
    this.clock = clock;
  }

  /** What may be shown of whom. */
  private record Around(
      Map<OrganizationId, String> clinics,
      Map<PatientId, PatientCard> cards,
      Set<PatientId> closed,
      boolean duringCall) {

    /** What was about nobody on file may be about anybody while a caller is on the line. */
    boolean hides(Told one) {
      return one.patient()
          .map(who -> closed.contains(who) || !cards.containsKey(who))
          .orElse(duringCall);
    }
  }

  /**
   * What she wrote since her own midnight.
   *
   * @param after so many come before it
   */
  @Transactional
  WrittenPage page(int after) {
    var skip = Math.max(0, after);
    var midnight =
        clock
            .instant()
            .atZone(Scopes.current().zone())
            .toLocalDate()
            .atStartOfDay(Scopes.current().zone());
    var found = wrapUps.mine(midnight.toInstant(), new WrapUps.Part(SHOWN + 1, skip));
    var shown = found.stream().limit(SHOWN).toList();
    var around = around(shown);
    return new WrittenPage(
        shown.stream().map(one -> line(one, around)).toList(),
        found.size() > SHOWN ? "/calls/written?after=" + (skip + SHOWN) : "");
  }

  private Around around(List<Told> shown) {
    var byClinic =
        shown.stream()
            .filter(one -> one.patient().isPresent())
            .collect(
                Collectors.groupingBy(
                    Told::organization,
                    Collectors.mapping(one -> one.patient().orElseThrow(), Collectors.toSet())));
    var closed = new HashSet<PatientId>();
    byClinic.forEach((clinic, some) -> {
      closed.addAll(records.closed(clinic, some, Depth.RECORD));
      drawn(clinic, some, closed);
    });
    return new Around(
        organizations.inScope().stream()
            .collect(Collectors.toMap(Organization::id, Organization::name)),
        patients.cards(byClinic.values().stream().flatMap(Collection::stream).toList()),
        closed,
        records.duringCall());
  }

  private void drawn(OrganizationId clinic, Set<PatientId> some, Set<PatientId> closed) {
    audit.drawn(clinic, "written", some.stream().filter(one -> !closed.contains(one)).toList());
  }

  private static WrittenPage.Line line(Told one, Around around) {
    var hidden = around.hides(one);
    var words = one.written().words();
    return new WrittenPage.Line(
        "/calls/" + one.organization() + "/" + one.call(),
        hidden,
        hidden
            ? ""
            : one.patient()
                .flatMap(who -> Optional.ofNullable(around.cards().get(who)))
                .map(PatientCard::name)
                .orElse(""),
        hidden ? "" : WrapUpWords.REASONS.getOrDefault(words.reason(), ""),
        hidden ? "" : WrapUpWords.OUTCOMES.getOrDefault(words.outcome(), ""),
        around.clinics().getOrDefault(one.organization(), ""),
        When.of(one.written().at(), Scopes.current().zone()));
  }
}
