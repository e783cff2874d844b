package health.malasakit.messaging.ledger;

import health.malasakit.messaging.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides of a line that is due whether it goes, and where; all is asked at that moment. */
@Component
class Decisions {

  /** Safe hours begin at a quarter. */
  private static final Duration SAFE_EACH = Duration.ofMinutes(15);

  /** Four days: of a Friday evening's hours the next ones may be on Monday. */
  private static final int SAFE_TRIED = 4 * 96;

  /** What did not go for longer because its clinic was switched off is old. */
  static final Duration OFF_MAX = Duration.ofDays(1);

  /** Why it is told no more. */
  static final String OFF = "off";

  static final String TOO_LATE = "too_late";

  private final VisitsTold visits;

  Decisions(VisitsTold visits) {
    this.visits = visits;
  }

  /**
   * What counts for all of a clinic.
   *
   * @param offs when it was switched off
   * @param missing code of what is missing before anything can leave by that channel
   * @param grounds of the numbers and e-mails of all who are decided on
   * @param hears whether these may hear of their visits
   */
  record Clinic(
      Rule rule,
      List<Rules.Off> offs,
      Map<Channel, String> missing,
      Grounds.Asked grounds,
      Map<VisitsTold.Ear, VisitsTold.Hears> hears) {}

  /** What is known of one line at the moment of sending; who or what is not there is gone. */
  record Known(
      Entry entry, @Nullable Recipient recipient, @Nullable VisitTold visit, Clinic clinic) {

    @Override
    public String toString() {
      return "Known[" + entry.id() + "]";
    }
  }

  Verdict decide(Known known, Instant now) {
    var entry = known.entry();
    var recipient = known.recipient();
    var visit = known.visit();
    if (visit == null || recipient == null || !stands(entry, visit)) {
      return new Verdict.Over("changed");
    }
    boolean off = offSince(entry.dueAt(), known.clinic().offs()).compareTo(OFF_MAX) > 0;
    if (!now.isBefore(entry.uselessAt())) {
      return off && !changes(entry) ? off(entry) : late(entry);
    }
    if (entry.step() == Step.THREE_DAYS && visit.confirmed()) {
      return new Verdict.Over("confirmed");
    }
    if (recipient.deceased()) {
      return new Verdict.No("deceased");
    }
    if (off) {
      return off(entry);
    }
    return choose(new Outward.Told(entry, recipient, visit), known.clinic(), now);
  }

  /** For how long nothing went out since then. */
  private static Duration offSince(Instant due, List<Rules.Off> offs) {
    return offs.stream().map(off -> off.after(due)).reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * Of what a clinic that was switched off did not tell for longer than a day, a booking and a
   * reminder are no news any more; that the visit changed somebody has to know of.
   */
  private static Verdict off(Entry entry) {
    return changes(entry) ? new Verdict.No(OFF) : new Verdict.Over(OFF);
  }

  private static boolean changes(Entry entry) {
    return entry.step() == Step.MOVED || entry.step() == Step.CANCELLED;
  }

  /** One that was due before, and waited, is missed; one that falls due too late never mattered. */
  private static Verdict late(Entry entry) {
    return entry.state() == EntryState.HELD || entry.dueAt().isBefore(entry.uselessAt())
        ? new Verdict.No(TOO_LATE)
        : new Verdict.Over(TOO_LATE);
  }

  private static boolean stands(Entry entry, VisitTold visit) {
    boolean same = visit.version() == entry.version() && visit.patient().equals(entry.patient());
    return same && (entry.step() == Step.CANCELLED ? visit.cancelled() : visit.stands());
  }

  /**
   * The channel of the line where anything may go there, else her first other one; the reason of
   * the first tells why none does.
   */
  private Verdict choose(Outward.Told told, Clinic clinic, Instant now) {
    var all = told.recipient().reaches().stream().map(one -> at(told, one, clinic, now)).toList();
    var going =
        all.stream().filter(Verdict.Go.class::isInstance).map(Verdict.Go.class::cast).toList();
    var waiting = all.stream().filter(Verdict.Wait.class::isInstance).findFirst();
    return going.stream()
        .filter(go -> go.reach().channel() == told.entry().channel())
        .findFirst()
        .<Verdict>map(go -> go)
        .or(() -> waiting)
        .or(() -> going.stream().findFirst().map(go -> new Verdict.Other(go.reach().channel())))
        .or(() -> all.stream().findFirst())
        .orElse(new Verdict.No("no_address"));
  }

  private Verdict at(Outward.Told told, Recipient.Reach reach, Clinic clinic, Instant now) {
    var entry = told.entry();
    var missing = clinic.missing().get(reach.channel());
    if (missing != null) {
      return new Verdict.No(missing);
    }
    return switch (clinic.grounds().of(entry.patient(), reach)) {
      case Grounds.Ground.None none -> new Verdict.No(none.why());
      case Grounds.Ground.On on -> {
        var when = when(told, clinic, reach, now);
        if (when.isEmpty()) {
          yield new Verdict.No("not_safe");
        }
        if (first(told, clinic.rule(), now).isEmpty()) {
          yield new Verdict.No(told.recipient().zones().size() == 1 ? "no_hour" : "zone_unknown");
        }
        if (!when.get().isBefore(entry.uselessAt())) {
          yield new Verdict.No("no_hour");
        }
        yield when.get().isAfter(now)
            ? new Verdict.Wait(when.get(), reach.channel(), "hours")
            : new Verdict.Go(told, reach, on.basis());
      }
    };
  }

  /** The first moment of all; empty where no hour is right everywhere where she may be. */
  private static Optional<Instant> first(Outward.Told told, Rule rule, Instant now) {
    return told.entry().atOnce(now)
        ? Optional.of(now)
        : hours(told, rule).flatMap(hours -> hours.next(now));
  }

  private static Optional<SendingHours> hours(Outward.Told told, Rule rule) {
    var her = told.recipient();
    return her.zones().isEmpty()
        ? Optional.empty()
        : Optional.of(new SendingHours(her.zones(), her.states(), rule));
  }

  /**
   * The first moment at which she may be told there, in her hours, or at any where none is right
   * for her; empty when there is none.
   */
  private Optional<Instant> when(
      Outward.Told told, Clinic clinic, Recipient.Reach reach, Instant now) {
    var entry = told.entry();
    var rule = clinic.rule();
    var first = first(told, rule, now);
    var ear = new VisitsTold.Ear(entry.visit(), reach.address());
    var hears = clinic.hears().getOrDefault(ear, VisitsTold.Hears.NEVER);
    if (hears != VisitsTold.Hears.AT_HOURS) {
      return Optional.of(first.orElse(now)).filter(one -> hears == VisitsTold.Hears.ALWAYS);
    }
    var hours = first.isEmpty() ? Optional.<SendingHours>empty() : hours(told, rule);
    var from = first.orElse(now);
    return mayBeTold(told, reach, List.of(from))
        .or(() ->
            mayBeTold(
                told,
                reach,
                Stream.iterate(from, one -> one.plus(SAFE_EACH))
                    .limit(SAFE_TRIED)
                    .skip(1)
                    .filter(
                        one -> entry.atOnce(one) || hours.map(hers -> hers.allow(one)).orElse(true))
                    .toList()));
  }

  private Optional<Instant> mayBeTold(
      Outward.Told told, Recipient.Reach reach, List<Instant> moments) {
    var entry = told.entry();
    return visits.mayBeTold(entry.organization(), entry.visit(), reach.address(), moments);
  }
}
