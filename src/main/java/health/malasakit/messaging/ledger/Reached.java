package health.malasakit.messaging.ledger;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.InHalves;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whom the messages of a clinic would reach now: decided as at the moment of sending, for the
 * patients whose visits are next.
 */
@Component
public class Reached {

  private static final Logger LOG = LoggerFactory.getLogger(Reached.class);

  /** So many patients are looked at. */
  public static final int PATIENTS_MAX = 1000;

  /** In so long an hour comes that is right for her, or none is. */
  private static final Duration ANY_HOUR = Duration.ofDays(30);

  /** Who has died, who has no number on file, and whom a call may put in danger. */
  private static final Set<String> NOT_BY_CALL =
      Set.of("deceased", "no_address", "not_safe", "changed");

  private final Decisions decisions;
  private final Facts facts;
  private final VisitsTold visits;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Reached(
      Decisions decisions,
      Facts facts,
      VisitsTold visits,
      TransactionTemplate transactions,
      Clock clock) {
    this.decisions = decisions;
    this.facts = facts;
    this.visits = visits;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * How many of them.
   *
   * @param patients that have a visit to come, {@link #PATIENTS_MAX} at most
   * @param byCall who has to be called, by code of why
   * @param nobody who is not reached at all, by code of why
   */
  public record Count(
      int patients,
      int byText,
      int byEmail,
      Map<String, Integer> byCall,
      Map<String, Integer> nobody) {}

  /**
   * Counts them; nothing is written and nothing is sent. One of whom something cannot be read is
   * counted as that.
   */
  public Count count(OrganizationId clinic) {
    var now = clock.instant();
    var next = inTransaction(() -> next(clinic));
    var lines = next.values().stream().map(visit -> line(clinic, visit, now)).toList();
    List<Verdict> all = new ArrayList<>();
    InHalves.each(
        lines,
        some -> all.addAll(inTransaction(() -> decided(clinic, some, now))),
        (line, broken) -> all.add(unreadable(line, broken)));
    return new Count(
        next.size(),
        by(Channel.TEXT, all),
        by(Channel.EMAIL, all),
        why(all, code -> !NOT_BY_CALL.contains(code)),
        why(all, NOT_BY_CALL::contains));
  }

  private List<Verdict> decided(OrganizationId clinic, List<Entry> lines, Instant now) {
    return facts.of(clinic, lines).stream().map(known -> decisions.decide(known, now)).toList();
  }

  /** What she has on file may be why, so that stands nowhere. */
  private static Verdict unreadable(Entry line, RuntimeException broken) {
    LOG.error(
        "Incident {}: nobody can say how the patient of visit {} is reached: {}",
        Ids.next(),
        line.visit(),
        broken.getClass().getName());
    return new Verdict.No("error");
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }

  private static Map<String, Integer> why(List<Verdict> all, Predicate<String> which) {
    return all.stream()
        .flatMap(one -> why(one).stream())
        .filter(which)
        .collect(
            Collectors.groupingBy(
                Function.identity(), TreeMap::new, Collectors.summingInt(one -> 1)));
  }

  /** The next visit of each. */
  private Map<PatientId, VisitTold> next(OrganizationId clinic) {
    return visits.coming(clinic, PATIENTS_MAX).stream()
        .collect(
            Collectors.toMap(
                VisitTold::patient, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }

  private static int by(Channel channel, List<Verdict> all) {
    return (int) all.stream().flatMap(one -> channel(one).stream()).filter(channel::equals).count();
  }

  private static Optional<Channel> channel(Verdict one) {
    return switch (one) {
      case Verdict.Go go -> Optional.of(go.reach().channel());
      case Verdict.Wait wait -> Optional.of(wait.channel());
      case Verdict.Other(Channel channel) -> Optional.of(channel);
      case Verdict.Over over -> Optional.empty();
      case Verdict.No no -> Optional.empty();
    };
  }

  private static Optional<String> why(Verdict one) {
    return switch (one) {
      case Verdict.Go go -> Optional.empty();
      case Verdict.Wait wait -> Optional.empty();
      case Verdict.Other other -> Optional.empty();
      case Verdict.Over(String why) -> Optional.of(why);
      case Verdict.No(String why) -> Optional.of(why);
    };
  }

  /** As if a reminder of it were due now, and any hour to come were early enough. */
  private static Entry line(OrganizationId clinic, VisitTold visit, Instant now) {
    return new Entry(
        clinic,
        EntryId.next(),
        visit.patient(),
        visit.visit(),
        visit.version(),
        Step.DAY,
        Channel.TEXT,
        Entry.Urgency.USUAL,
        EntryState.PLANNED,
        "",
        now,
        now,
        now.plus(ANY_HOUR),
        now,
        0,
        "",
        Optional.empty());
  }
}
