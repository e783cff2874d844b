package health.malasakit.inquiries.web;

import health.malasakit.access.Organizations;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.MissedCalls;
import health.malasakit.inquiries.outbound.AskedHours;
import health.malasakit.inquiries.outbound.NumberRules;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what a call is opened with by hand. */
@Component
class NewCallPages {

  private final Organizations organizations;
  private final Clinics clinics;
  private final NumberRules rules;
  private final AskedHours hours;
  private final MissedCalls missed;
  private final Clock clock;

  NewCallPages(
      Organizations organizations,
      Clinics clinics,
      NumberRules rules,
      AskedHours hours,
      MissedCalls missed,
      Clock clock) {
    this.organizations = organizations;
    this.clinics = clinics;
    this.rules = rules;
    this.hours = hours;
    this.missed = missed;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  NewCallPage blank(NewCallForm form) {
    var mine = mayOpen();
    return new NewCallPage(
        form,
        organizations.inScope().stream()
            .filter(one -> mine.contains(one.id()))
            .map(one -> Choice.of(one.id().toString(), one.name()))
            .toList(),
        form.later() ? twice(form, mine) : List.of());
  }

  private List<Choice> twice(NewCallForm form, List<OrganizationId> mine) {
    return mine.stream()
        .filter(one -> mine.size() == 1 || one.toString().equals(NewCallForm.text(form.clinic())))
        .findFirst()
        .map(one -> form.happened().twice(zone(one), clock.instant()))
        .orElse(List.of());
  }

  /** The clinics for which she may open a call. */
  List<OrganizationId> mayOpen() {
    var scope = Scopes.current();
    return scope.organizations().stream()
        .filter(one -> scope.may(one, "calls", Verb.CREATE))
        .toList();
  }

  /** What has to be asked again of when it happened. */
  @Transactional(readOnly = true)
  Errors errors(OrganizationId clinic, NewCallForm form) {
    return form.later() ? form.happened().errorsPast(zone(clinic), clock.instant()) : Errors.NONE;
  }

  /**
   * Who asked for this hour, when the number may be rung; empty in the usual hours.
   *
   * @throws Refused as {@link NumberRules#check}
   */
  Optional<String> check(OrganizationId clinic, NewCallForm form) {
    return form.way() == Call.Direction.OUT
        ? form.phone().flatMap(number -> rules.check(clinic, number, form.known()))
        : Optional.empty();
  }

  /** Who asked for that hour stays with the call. */
  void asked(OrganizationId clinic, CallId call, Optional<String> saidBy) {
    saidBy.ifPresent(who -> hours.keep(clinic, call, who));
  }

  /** A missed call that is rung back is dealt with. */
  @Transactional
  public void ringsBack(OrganizationId clinic, NewCallForm form) {
    if (!NewCallForm.text(form.missed()).isEmpty()) {
      missed.dealtWith(clinic, CallId.of(NewCallForm.text(form.missed())));
    }
  }

  /** When it happened, on the clinic's clock. */
  @Transactional(readOnly = true)
  Instant happened(OrganizationId clinic, NewCallForm form) {
    return form.happened().past(zone(clinic), clock.instant());
  }

  private ZoneId zone(OrganizationId clinic) {
    return clinics.zones().getOrDefault(clinic, Scopes.current().zone());
  }
}
