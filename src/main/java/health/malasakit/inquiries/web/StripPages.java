package health.malasakit.inquiries.web;

import health.malasakit.access.Accounts;
import health.malasakit.inquiries.Availabilities;
import health.malasakit.inquiries.Availability;
import health.malasakit.inquiries.CallState;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.NobodysCalls;
import health.malasakit.inquiries.Seat;
import health.malasakit.inquiries.Telephones;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What floats over every page while a call is hers, or waits for somebody. */
@Component
class StripPages {

  private final Calls calls;
  private final NobodysCalls nobodys;
  private final Availabilities availabilities;
  private final Telephones telephones;
  private final Accounts accounts;
  private final CallLines lines;

  StripPages(
      Calls calls,
      NobodysCalls nobodys,
      Availabilities availabilities,
      Telephones telephones,
      Accounts accounts,
      CallLines lines) {
    this.calls = calls;
    this.nobodys = nobodys;
    this.availabilities = availabilities;
    this.telephones = telephones;
    this.accounts = accounts;
    this.lines = lines;
  }

  @Transactional(readOnly = true)
  StripPage page() {
    var at = lines.around();
    var mine = calls.mine();
    var current = mine.stream().filter(call -> call.state() == CallState.TALKING).findFirst();
    var free =
        mine.stream().allMatch(call -> call.state() == CallState.HELD)
            && availabilities
                .mine()
                .filter(one -> one.state() == Availability.AVAILABLE)
                .isPresent();
    var lost = telephones.lostSeat();
    var waiting = free ? nobodys.queue() : NobodysCalls.Queue.EMPTY;
    return new StripPage(
        CallLines.topics(),
        mine.stream()
            .filter(call -> call.state().live() && call.openedAt().isEmpty())
            .findFirst()
            .map(CallLines::href)
            .orElse(""),
        current.map(CallLines::href).orElse(""),
        current.map(at::name).orElse(""),
        waiting.count(),
        waiting.silent(),
        waiting.first().map(CallLines::href).orElse(""),
        waiting.first().map(at::name).orElse(""),
        lost.map(Seat.Lost::extension).orElse(""),
        lost.map(one -> accounts.nameOf(one.to())).orElse(""));
  }
}
