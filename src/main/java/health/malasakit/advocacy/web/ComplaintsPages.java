package health.malasakit.advocacy.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.advocacy.Complaint;
import health.malasakit.advocacy.ComplaintId;
import health.malasakit.advocacy.ComplaintReceipt;
import health.malasakit.advocacy.Complaints;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.ui.When;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the list of complaints, the receipt of one and what floats while one calls. */
@Component
class ComplaintsPages {

  private final Complaints complaints;
  private final Organizations organizations;
  private final ClinicDays days;
  private final Accounts accounts;
  private final Clock clock;

  ComplaintsPages(
      Complaints complaints,
      Organizations organizations,
      ClinicDays days,
      Accounts accounts,
      Clock clock) {
    this.complaints = complaints;
    this.organizations = organizations;
    this.days = days;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  ComplaintsPage list(Complaint.State state) {
    var found = complaints.inState(state);
    var names = names();
    var owners =
        accounts.namesOf(found.stream().flatMap(one -> one.owner().stream()).distinct().toList());
    return new ComplaintsPage(
        topics(),
        Scopes.current().may("complaints", Verb.READ),
        state.code(),
        found.stream().map(one -> line(one, names, owners)).toList(),
        found.size() == Complaints.LISTED_MAX,
        complaints.mine().stream().map(one -> receipt(one, names)).toList());
  }

  @Transactional(readOnly = true)
  ReceiptPage receipt(OrganizationId clinic, ComplaintId id, String back) {
    var one = complaints.receipt(clinic, id);
    return new ReceiptPage(
        names().getOrDefault(clinic, ""),
        days.zone(clinic),
        one.number(),
        when(clinic, one.at()),
        one.logged(),
        one.logged() || one.reached(),
        complaints.isMineToSee(clinic, id) ? href(clinic, id) : "",
        back);
  }

  @Transactional(readOnly = true)
  AlarmPage alarm() {
    if (!Scopes.current().may("complaints", Verb.READ)) {
      return AlarmPage.NOTHING;
    }
    var calling = complaints.alarms();
    var first = calling.stream().findFirst();
    return new AlarmPage(
        topics(),
        calling.size(),
        first.map(one -> names().getOrDefault(one.organization(), "")).orElse(""),
        first.map(one -> href(one.organization(), one.id())).orElse(""));
  }

  static String href(OrganizationId clinic, ComplaintId id) {
    return "/complaints/" + clinic + "/" + id;
  }

  When when(OrganizationId clinic, Instant at) {
    return When.of(at, days.zone(clinic), Scopes.current().zone());
  }

  private ComplaintsPage.Line line(
      Complaint one, Map<OrganizationId, String> names, Map<AccountId, String> owners) {
    return new ComplaintsPage.Line(
        href(one.organization(), one.id()),
        one.number(),
        one.told().kind().words(),
        names.getOrDefault(one.organization(), ""),
        when(one.organization(), one.recorded().at()),
        Moments.relative(one.recorded().at(), clock.instant()),
        one.owner().map(who -> owners.getOrDefault(who, "")).orElse(""),
        one.goesTo().code(),
        one.alarms(),
        one.misplaced().isPresent());
  }

  private ComplaintsPage.Receipt receipt(ComplaintReceipt one, Map<OrganizationId, String> names) {
    return new ComplaintsPage.Receipt(
        href(one.organization(), one.id()) + "/receipt",
        one.number(),
        names.getOrDefault(one.organization(), ""),
        when(one.organization(), one.at()),
        one.logged());
  }

  private Map<OrganizationId, String> names() {
    return organizations.inScope().stream()
        .collect(Collectors.toMap(Organization::id, Organization::name));
  }

  private static String topics() {
    var scope = Scopes.current();
    return scope.organizations().stream()
        .filter(one -> scope.may(one, "complaints", Verb.READ))
        .map(Complaints::topic)
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
