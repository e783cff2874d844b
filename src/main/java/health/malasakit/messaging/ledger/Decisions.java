package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides of a line that is due whether it goes, and where; all is asked at that moment. */
@Component
class Decisions {

  private static final int SAFE_HOURS_TRIED = 24;

  private final Grounds grounds;
  private final VisitsTold visits;
  private final Senders senders;
  private final Map<Channel, Outward> outward = new EnumMap<>(Channel.class);

  Decisions(Grounds grounds, VisitsTold visits, Senders senders, List<Outward> outward) {
    this.grounds = grounds;
    this.visits = visits;
    this.senders = senders;
    outward.forEach(one -> this.outward.put(one.channel(), one));
  }

  /** What is known of one line at the moment of sending; who or what is not there is gone. */
  record Known(Entry entry, @Nullable Recipient recipient, @Nullable VisitTold visit, Rule rule) {

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
    if (!now.isBefore(entry.uselessAt())) {
      return late(entry);
    }
    if (entry.step() == Step.THREE_DAYS && visit.confirmed()) {
      return new Verdict.Over("confirmed");
    }
    if (recipient.deceased()) {
      return new Verdict.No("deceased");
    }
    return choose(new Outward.Told(entry, recipient, visit), known.rule(), now);
  }

  /** One that was due before, and waited, is missed; one that falls due too late never mattered. */
  private static Verdict late(Entry entry) {
    return entry.state() == EntryState.HELD || entry.dueAt().isBefore(entry.uselessAt())
        ? new Verdict.No("too_late")
        : new Verdict.Over("too_late");
  }

  private static boolean stands(Entry entry, VisitTold visit) {
    boolean same = visit.version() == entry.version() && visit.patient().equals(entry.patient());
    return same && (entry.step() == Step.CANCELLED ? visit.cancelled() : visit.stands());
  }

  /**
   * The channel of the line where anything may go there, else her first other one; the reason of
   * the first tells why none does.
   */
  private Verdict choose(Outward.Told told, Rule rule, Instant now) {
    var all = told.recipient().reaches().stream().map(one -> at(told, one, rule, now)).toList();
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

  private Verdict at(Outward.Told told, Recipient.Reach reach, Rule rule, Instant now) {
    var entry = told.entry();
    var missing = missing(entry.organization(), reach.channel());
    if (!missing.isEmpty()) {
      return new Verdict.No(missing);
    }
    return switch (grounds.of(entry.organization(), entry.patient(), reach)) {
      case Grounds.Ground.None none -> new Verdict.No(none.why());
      case Grounds.Ground.On on -> {
        var when = when(told, rule, reach, now);
        if (when.isEmpty()) {
          yield new Verdict.No("not_safe");
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

  private String missing(OrganizationId clinic, Channel channel) {
    var out = outward.get(channel);
    if (out == null) {
      return "not_configured";
    }
    return senders.of(clinic).isEmpty() ? "unnamed" : out.missing(clinic);
  }

  /** The first moment in her hours at which she may be told there; empty when there is none. */
  private Optional<Instant> when(Outward.Told told, Rule rule, Recipient.Reach reach, Instant now) {
    var entry = told.entry();
    var hours = new SendingHours(told.recipient().zones(), told.recipient().state(), rule);
    boolean atOnce = entry.atOnce(now);
    var first = atOnce ? Optional.of(now) : hours.next(now);
    return first.flatMap(begin ->
        Stream.iterate(begin, one -> one.plus(Duration.ofHours(1)))
            .limit(SAFE_HOURS_TRIED)
            .filter(one -> atOnce || hours.allow(one))
            .filter(
                one -> visits.mayBeTold(entry.organization(), entry.visit(), reach.address(), one))
            .findFirst());
  }
}
