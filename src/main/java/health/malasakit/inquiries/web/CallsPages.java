package health.malasakit.inquiries.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.Availabilities;
import health.malasakit.inquiries.Availability;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallState;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.Team;
import health.malasakit.inquiries.TelephoneSystem;
import health.malasakit.inquiries.Telephones;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Choice;
import health.malasakit.ui.When;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what the pages about calls show. */
@Component
class CallsPages {

  private final Calls calls;
  private final Availabilities availabilities;
  private final Team team;
  private final Telephones telephones;
  private final Organizations organizations;
  private final Clinics clinics;
  private final Accounts accounts;
  private final Clock clock;

  CallsPages(
      Calls calls,
      Availabilities availabilities,
      Team team,
      Telephones telephones,
      Organizations organizations,
      Clinics clinics,
      Accounts accounts,
      Clock clock) {
    this.calls = calls;
    this.availabilities = availabilities;
    this.team = team;
    this.telephones = telephones;
    this.organizations = organizations;
    this.clinics = clinics;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  CallsPage page() {
    var at = around();
    var mine = calls.mine();
    var nobodys = calls.ofNobody();
    var said = availabilities.mine();
    return new CallsPage(
        topics(),
        Scopes.current().may("calls", Verb.UPDATE),
        Scopes.current().may("calls", Verb.APPROVE),
        said.map(one -> one.state().code()).orElse(Availability.AWAY.code()),
        said.map(one -> Moments.clock(one.since(), Scopes.current().zone())).orElse(""),
        now(mine),
        seated(),
        telephones.inScope().stream()
            .map(one -> Choice.of(one.id().toString(), one.name()))
            .toList(),
        lines(mine, at),
        lines(nobodys.stream().filter(call -> call.state() != CallState.MISSED).toList(), at),
        lines(nobodys.stream().filter(call -> call.state() == CallState.MISSED).toList(), at),
        lines(calls.forLead(), at),
        team());
  }

  private List<TeamLine> team() {
    var scope = Scopes.current();
    return team.of(scope.organizations()).stream()
        .filter(one -> !scope.account().equals(Optional.of(one.account())))
        .map(one -> new TeamLine(one.name(), one.state(), Moments.clock(one.since(), scope.zone())))
        .toList();
  }

  @Transactional(readOnly = true)
  StripPage strip() {
    var at = around();
    var mine = calls.mine();
    var current = mine.stream().filter(call -> call.state() == CallState.TALKING).findFirst();
    var free =
        mine.stream().allMatch(call -> call.state() == CallState.HELD)
            && availabilities
                .mine()
                .filter(one -> one.state() == Availability.AVAILABLE)
                .isPresent();
    var waiting =
        free
            ? calls.ofNobody().stream().filter(call -> call.state().live()).toList()
            : List.<Call>of();
    var first = waiting.stream().findFirst();
    return new StripPage(
        topics(),
        mine.stream()
            .filter(call -> call.state().live() && call.openedAt().isEmpty())
            .findFirst()
            .map(CallsPages::href)
            .orElse(""),
        current.map(CallsPages::href).orElse(""),
        current.map(at::name).orElse(""),
        waiting.size(),
        first.map(CallsPages::href).orElse(""),
        first.map(at::name).orElse(""));
  }

  /** One call as a list shows it. */
  CallsPage.Line line(Call call) {
    return lines(List.of(call), around()).getFirst();
  }

  static String href(Call call) {
    return "/calls/" + call.organization() + "/" + call.id();
  }

  private static String topics() {
    return Scopes.current().organizations().stream()
        .map(Calls::topic)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String now(List<Call> mine) {
    return mine.stream().findFirst().map(call -> call.state().code()).orElse("");
  }

  private CallsPage.Seated seated() {
    var names =
        telephones.inScope().stream()
            .collect(Collectors.toMap(TelephoneSystem::id, TelephoneSystem::name));
    return telephones
        .mySeat()
        .map(seat ->
            new CallsPage.Seated(
                seat.system().toString(), names.getOrDefault(seat.system(), ""), seat.extension()))
        .orElse(new CallsPage.Seated("", "", ""));
  }

  /** The names and zones of the clinics in scope. */
  private record Around(Map<OrganizationId, String> names, Map<OrganizationId, ZoneId> zones) {

    String name(Call call) {
      return names.getOrDefault(call.organization(), "");
    }

    ZoneId zone(Call call) {
      return zones.getOrDefault(call.organization(), Scopes.current().zone());
    }
  }

  private Around around() {
    return new Around(
        organizations.inScope().stream()
            .collect(Collectors.toMap(Organization::id, Organization::name)),
        clinics.zones());
  }

  private List<CallsPage.Line> lines(List<Call> some, Around at) {
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

  private static CallsPage.Line line(
      Call call, Around at, Map<AccountId, String> owners, Instant now) {
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
        call.enteredAt().map(then -> Moments.at(then, Scopes.current().zone())).orElse(""));
  }

  /** A language as its name is said here. */
  private static String spoken(String tag) {
    return Locale.forLanguageTag(tag).getDisplayName(LocaleContextHolder.getLocale());
  }

  private static Instant since(Call call) {
    return switch (call.state()) {
      case RINGING, UNCLAIMED -> call.startedAt();
      case TALKING, HELD -> call.spokenSince();
      case WRITING, MISSED, CLOSED -> call.endedAt().orElse(call.startedAt());
    };
  }
}
