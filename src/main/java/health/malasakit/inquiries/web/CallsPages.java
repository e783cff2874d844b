package health.malasakit.inquiries.web;

import health.malasakit.access.Accounts;
import health.malasakit.inquiries.Availabilities;
import health.malasakit.inquiries.Availability;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.LeadCalls;
import health.malasakit.inquiries.NobodysCalls;
import health.malasakit.inquiries.Seat;
import health.malasakit.inquiries.Team;
import health.malasakit.inquiries.TelephoneSystem;
import health.malasakit.inquiries.Telephones;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Choice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what the pages about calls show. */
@Component
class CallsPages {

  private final Calls calls;
  private final LeadCalls leads;
  private final NobodysCalls nobodys;
  private final Availabilities availabilities;
  private final Team team;
  private final Telephones telephones;
  private final Accounts accounts;
  private final CallLines lines;

  CallsPages(
      Calls calls,
      LeadCalls leads,
      NobodysCalls nobodys,
      Availabilities availabilities,
      Team team,
      Telephones telephones,
      Accounts accounts,
      CallLines lines) {
    this.calls = calls;
    this.leads = leads;
    this.nobodys = nobodys;
    this.availabilities = availabilities;
    this.team = team;
    this.telephones = telephones;
    this.accounts = accounts;
    this.lines = lines;
  }

  @Transactional(readOnly = true)
  CallsPage page() {
    var at = lines.around();
    var mine = calls.mine();
    var said = availabilities.mine();
    return new CallsPage(
        CallLines.topics(),
        Scopes.current().may("calls", Verb.UPDATE),
        Scopes.current().may("calls", Verb.APPROVE),
        said.map(one -> one.state().code()).orElse(Availability.AWAY.code()),
        said.map(one -> lines.lately(one.since())).orElse(""),
        now(mine),
        seated(),
        telephones.inScope().stream()
            .map(one -> Choice.of(one.id().toString(), one.name()))
            .toList(),
        lines.of(mine, at),
        lines.of(nobodys.waiting(), at),
        lines.of(nobodys.silent(), at),
        missed(nobodys.missed(), at),
        lines.of(leads.mine(), at),
        team());
  }

  /** Those missed before the one of this id; the latest when it is empty. */
  @Transactional(readOnly = true)
  CallsPage.Missed missed(String before) {
    return missed(
        before.isEmpty() ? nobodys.missed() : nobodys.missedBefore(CallId.of(before)),
        lines.around());
  }

  private CallsPage.Missed missed(List<Call> page, CallLines.Around at) {
    return new CallsPage.Missed(
        lines.of(page, at),
        nobodys.countMissed(),
        page.size() == NobodysCalls.PAGE ? "/calls/missed?before=" + page.getLast().id() : "");
  }

  private List<TeamLine> team() {
    var scope = Scopes.current();
    return team.of(scope.organizations()).stream()
        .filter(one -> !scope.account().equals(Optional.of(one.account())))
        .map(one -> new TeamLine(one.name(), one.state(), lines.lately(one.since())))
        .toList();
  }

  /** Calls of hers as a list shows them. */
  List<CallsPage.Line> linesOf(List<Call> mine) {
    return lines.of(mine, lines.around());
  }

  /** One call as a list shows it. */
  CallsPage.Line line(Call call) {
    return lines.of(call);
  }

  private static String now(List<Call> mine) {
    return mine.stream().findFirst().map(call -> call.state().code()).orElse("");
  }

  private CallsPage.Seated seated() {
    var names =
        telephones.inScope().stream()
            .collect(Collectors.toMap(TelephoneSystem::id, TelephoneSystem::name));
    var seat = telephones.mySeat();
    var lost = telephones.lostSeat();
    return new CallsPage.Seated(
        seat.map(one -> one.system().toString()).orElse(""),
        seat.map(one -> names.getOrDefault(one.system(), "")).orElse(""),
        seat.map(Seat::extension).orElse(""),
        lost.map(Seat.Lost::extension).orElse(""),
        lost.map(one -> accounts.nameOf(one.to())).orElse(""));
  }
}
