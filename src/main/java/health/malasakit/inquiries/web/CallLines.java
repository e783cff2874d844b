package health.malasakit.inquiries.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.Calls;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.ui.When;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls as lists show them. */
@Component
class CallLines {

  private final Organizations organizations;
  private final Clinics clinics;
  private final Accounts accounts;
  private final ProvenNames proven;
  private final Clock clock;

  CallLines(
      Organizations organizations,
      Clinics clinics,
      Accounts accounts,
      ProvenNames proven,
      Clock clock) {
    this.organizations = organizations;
    this.clinics = clinics;
    this.accounts = accounts;
    this.proven = proven;
    this.clock = clock;
  }

  static String href(Call call) {
    return "/calls/" + call.organization() + "/" + call.id();
  }

  /** What pages about the calls in scope listen for. */
  static String topics() {
    return Scopes.current().organizations().stream()
        .map(Calls::topic)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** One call as a list shows it. */
  @Transactional(readOnly = true)
  CallsPage.Line of(Call call) {
    return of(List.of(call), around()).getFirst();
  }

  /** The names and zones of the clinics in scope. */
  record Around(Map<OrganizationId, String> names, Map<OrganizationId, ZoneId> zones) {

    String name(Call call) {
      return names.getOrDefault(call.organization(), "");
    }

    ZoneId zone(Call call) {
      return zones.getOrDefault(call.organization(), Scopes.current().zone());
    }
  }

  Around around() {
    return new Around(
        organizations.inScope().stream()
            .collect(Collectors.toMap(Organization::id, Organization::name)),
        clinics.zones());
  }

  /** Calls as a list shows them. */
  List<CallsPage.Line> of(List<Call> some, Around at) {
    var now = clock.instant();
    var owners =
        accounts.namesOf(
            some.stream()
                .flatMap(call -> call.owner().stream())
                .map(Call.Owner::account)
                .distinct()
                .toList());
    return some.stream().map(call -> line(call, at, owners, now)).toList();
  }

  private CallsPage.Line line(Call call, Around at, Map<AccountId, String> owners, Instant now) {
    var since = since(call);
    return new CallsPage.Line(
        href(call),
        call.state().code(),
        at.name(call),
        call.line().other().map(Phone::shown).orElse(""),
        call.line().queue(),
        spoken(call.line().language()),
        When.of(since, at.zone(call), Scopes.current().zone()),
        Moments.relative(since, now),
        call.end().map(how -> how.code()).orElse(""),
        call.extension(),
        call.owner()
            .map(Call.Owner::account)
            .filter(who -> !Optional.of(who).equals(Scopes.current().account()))
            .map(who -> owners.getOrDefault(who, ""))
            .orElse(""),
        call.enteredAt().map(then -> Moments.at(then, Scopes.current().zone())).orElse(""),
        proven.in(call),
        call.leadSince().isPresent());
  }

  /** A language as its name is said here. */
  private static String spoken(String tag) {
    return Locale.forLanguageTag(tag).getDisplayName(LocaleContextHolder.getLocale());
  }

  /** Of today the hour alone, on the clock of whoever looks. */
  String lately(Instant at) {
    var zone = Scopes.current().zone();
    return Moments.lately(at, zone, LocalDate.ofInstant(clock.instant(), zone));
  }

  private static Instant since(Call call) {
    return switch (call.state()) {
      case RINGING, UNCLAIMED -> call.startedAt();
      case TALKING, HELD -> call.spokenSince();
      case WRITING, MISSED, CLOSED -> call.endedAt().orElse(call.startedAt());
    };
  }
}
