package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.Basis;
import health.malasakit.messaging.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the lines of one recipient: what may go is written down as on its way and committed, then
 * handed over while no connection to the database is held.
 */
@Component
class Sending {

  /** What is out says one line only in the language that she reads. */
  static final String LANGUAGE = "language";

  /** Something of it cannot be read: it is tried again, and a person may see to it. */
  static final String BROKEN = "error";

  /** The code of a gateway that is away. */
  private static final String AWAY = "unreachable";

  /** What happened just now before what was to be said at that hour anyway. */
  private static final Comparator<Entry> LAST =
      Comparator.comparing(Entry::dueAt)
          .thenComparing(line -> line.step().confirms())
          .thenComparing(Entry::step);

  private static final Duration PUT_OFF = Duration.ofMinutes(5);

  /** What is answered by its number has one digit. */
  private static final int VISITS_MAX = 9;

  /** Gateways take texts of 1600 characters (Twilio, error 21617; to be verified). */
  private static final int LENGTH_MAX = 1500;

  private final EntryStore store;
  private final Decisions decisions;
  private final Facts facts;
  private final Wording wording;
  private final Unanswered unanswered;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Map<Channel, Outward> outward = new EnumMap<>(Channel.class);

  Sending(
      EntryStore store,
      Decisions decisions,
      Facts facts,
      Wording wording,
      List<Outward> outward,
      Unanswered unanswered,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.decisions = decisions;
    this.facts = facts;
    this.wording = wording;
    this.unanswered = unanswered;
    this.transactions = transactions;
    this.clock = clock;
    outward.forEach(one -> this.outward.put(one.channel(), one));
  }

  /** One that is written down, and what it says. */
  private record Ready(Channel channel, Outward.Leaving leaving, Outward.Message message) {

    @Override
    public String toString() {
      return "Ready";
    }
  }

  /**
   * What is one message.
   *
   * @param alone the line of an e-mail that calendars read, which tells of one visit
   */
  private record To(Recipient.Place place, String language, Optional<EntryId> alone) {

    static To of(Verdict.Go go) {
      var line = go.told().entry();
      boolean alone = go.reach().channel() == Channel.EMAIL && line.step().confirms();
      return new To(
          go.reach().place(),
          go.told().recipient().language(),
          alone ? Optional.of(line.id()) : Optional.empty());
    }

    @Override
    public String toString() {
      return "To";
    }
  }

  /** Says how many lines changed; none of a clinic that was switched off meanwhile. */
  int send(OrganizationId clinic, List<EntryId> lines) {
    List<Ready> ready = new ArrayList<>();
    int changed = inTransaction(() -> begin(clinic, lines, ready));
    ready.forEach(one -> unanswered.handed(one.channel(), one.leaving().handOver(one.message())));
    return changed;
  }

  /** Lines of which something broke are looked at again later, until that is too late. */
  int putOff(OrganizationId clinic, List<EntryId> lines) {
    var now = clock.instant();
    var later = new EntryStore.Change("held", BROKEN, now.plus(PUT_OFF), now);
    var never = new EntryStore.Change("refused", Decisions.TOO_LATE, now, now);
    return (int)
        store.alone(clinic, lines, now).stream()
            .filter(one -> store.change(one, now.isBefore(one.uselessAt()) ? later : never))
            .count();
  }

  private int begin(OrganizationId clinic, List<EntryId> ids, List<Ready> ready) {
    var now = clock.instant();
    var today = now.plus(Parcels.SAME_DAY);
    var taken = facts.sends(clinic) ? store.alone(clinic, ids, today) : List.<Entry>of();
    var lines = taken.stream().filter(one -> !wentBefore(one, now)).toList();
    Map<To, List<Verdict.Go>> going = new LinkedHashMap<>();
    for (var known : facts.of(clinic, lines)) {
      switch (decisions.decide(known, now)) {
        case Verdict.Go go ->
            unanswered
                .until(go.reach().channel())
                .ifPresentOrElse(
                    until -> change(known.entry(), "held", AWAY, until),
                    () -> going.computeIfAbsent(To.of(go), to -> new ArrayList<>()).add(go));
        case Verdict.Wait(Instant until, Channel channel, String why) ->
            change(known.entry(), "held", why, until);
        case Verdict.Over(String why) -> change(known.entry(), "cancelled", why, now);
        case Verdict.No(String why) -> change(known.entry(), "refused", why, now);
        case Verdict.Other(Channel channel) -> other(known.entry(), channel, now);
      }
    }
    going.forEach((to, all) -> ready(clinic, to, last(all), ready));
    return taken.size();
  }

  /** The gateway did not say so when a person sent it again, or it was to be tried again. */
  private boolean wentBefore(Entry line, Instant now) {
    return line.attempts() > 0 && store.wentBefore(line, now);
  }

  /** Of steps of one visit that would be told together the last one says it all. */
  private List<Verdict.Go> last(List<Verdict.Go> all) {
    var last =
        all.stream()
            .collect(
                Collectors.toMap(
                    go -> go.told().entry().visit(),
                    go -> go,
                    BinaryOperator.maxBy(Comparator.comparing(go -> go.told().entry(), LAST)),
                    LinkedHashMap::new))
            .values()
            .stream()
            .sorted(Comparator.comparing(go -> go.told().visit().start().instant()))
            .toList();
    all.stream()
        .filter(go -> !last.contains(go))
        .map(go -> go.told().entry())
        .forEach(line -> change(line, "cancelled", "overtaken", line.dueAt()));
    return last;
  }

  /** One message; two where one would be longer than a gateway takes or anybody reads. */
  private void ready(OrganizationId clinic, To to, List<Verdict.Go> all, List<Ready> ready) {
    var told = all.stream().map(Verdict.Go::told).toList();
    var channel = all.getFirst().reach().channel();
    var message = wording.of(clinic, channel, to.language(), told);
    if (all.size() > 1 && channel == Channel.TEXT && isLong(all, message)) {
      int first = all.size() > VISITS_MAX ? VISITS_MAX : (all.size() + 1) / 2;
      ready(clinic, to, all.subList(0, first), ready);
      ready(clinic, to, all.subList(first, all.size()), ready);
    } else {
      ready.add(ready(clinic, to, all, message));
    }
  }

  private static boolean isLong(List<Verdict.Go> all, Outward.Message message) {
    return all.size() > VISITS_MAX || message.body().length() > LENGTH_MAX;
  }

  private Ready ready(OrganizationId clinic, To to, List<Verdict.Go> all, Outward.Message message) {
    var told = all.stream().map(Verdict.Go::told).toList();
    var first = told.getFirst().entry();
    var key = "visit/" + first.id() + "/" + (first.attempts() + 1);
    boolean attested = all.stream().anyMatch(go -> go.basis() == Basis.ATTESTED);
    var basis = attested ? Basis.ATTESTED : Basis.CONSENT;
    var reach = all.getFirst().reach();
    var leaving =
        Objects.requireNonNull(outward.get(reach.channel()))
            .begin(new Outward.Going(clinic, first.patient(), basis, key, reach.address()));
    var reason = wording.isHers(to.language()) ? "" : LANGUAGE;
    told.forEach(one -> store.out(one.entry(), leaving.id(), reason, clock.instant()));
    return new Ready(reach.channel(), leaving, message);
  }

  private void other(Entry line, Channel channel, Instant now) {
    if (store.add(line.by(channel, now))) {
      change(line, "cancelled", "other_channel", now);
    } else {
      change(line, "refused", "both_tried", now);
    }
  }

  private void change(Entry line, String state, String why, Instant due) {
    store.change(line, new EntryStore.Change(state, why, due, clock.instant()));
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}
