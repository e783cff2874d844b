package health.malasakit.inquiries.outbound;

import health.malasakit.inquiries.outbound.Attempt.Turn;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How attempts fall on different hours and days: the clinic's rule, on the patient's clock. What is
 * tried in one part of one day counts once, on however many numbers.
 *
 * @param before every attempt so far, in order
 */
public record Spread(OutboundRule rule, Hours hours, List<Attempt> before) {

  private static final int DAYS_AHEAD = 14;

  /** How often she was tried and not reached. */
  public int made() {
    return turns().size();
  }

  /** Whether the rule asks for no further attempt. */
  public boolean spent() {
    return made() >= rule.attempts();
  }

  /**
   * What the clinic's rule says against dialling this number now; a reason overrides it. Another
   * number of hers may be tried in the same turn.
   */
  public Optional<Refused> against(Phone number, Instant now) {
    if (last().flatMap(Attempt::later).filter(at -> new Asked(at, "").begun(now)).isPresent()) {
      return Optional.empty();
    }
    var turn = Turn.of(now, hours.zone());
    if (turns().contains(turn)) {
      return unanswered()
              .anyMatch(one -> one.turn().equals(turn) && one.number().sameLineAs(number))
          ? Optional.of(samePart(turn.part()))
          : Optional.empty();
    }
    if (spent()) {
      return Optional.of(Refused.conflict("attempt.spent", rule.attempts()));
    }
    return lastUnanswered()
        .filter(one -> one.begunAt().plus(rule.apart()).isAfter(now))
        .map(one -> Refused.conflict("attempt.soon", rule.apartHours()));
  }

  /** When the next attempt is best: on another day and in another part of it, as far as can be. */
  public Instant best(Instant now) {
    var asked = last().flatMap(Attempt::later).filter(now::isBefore);
    if (asked.isPresent()) {
      return asked.get();
    }
    var from =
        lastUnanswered()
            .map(one -> one.begunAt().plus(rule.apart()))
            .filter(now::isBefore)
            .orElse(now);
    if (turns().isEmpty()) {
      return hours.next(from);
    }
    var days = turns().stream().map(Turn::day).collect(Collectors.toSet());
    var parts = turns().stream().map(Turn::part).collect(Collectors.toSet());
    Predicate<Turn> otherDay = turn -> !days.contains(turn.day());
    return first(from, otherDay.and(turn -> !parts.contains(turn.part())))
        .or(() -> first(from, otherDay))
        .orElseGet(() -> hours.next(from));
  }

  private static Refused samePart(DayPart part) {
    return switch (part) {
      case MORNING -> Refused.conflict("attempt.same_part/morning");
      case AFTERNOON -> Refused.conflict("attempt.same_part/afternoon");
      case EVENING -> Refused.conflict("attempt.same_part/evening");
    };
  }

  private Optional<Instant> first(Instant from, Predicate<Turn> fits) {
    var zone = hours.zone();
    var today = LocalDate.ofInstant(from, zone);
    return Stream.iterate(0, n -> n + 1)
        .limit(DAYS_AHEAD)
        .flatMap(n -> Stream.of(DayPart.values()).map(part -> new Turn(today.plusDays(n), part)))
        .filter(fits)
        .filter(turn -> turn.part().ends(turn.day(), zone).isAfter(from))
        .map(turn -> later(turn.part().begins(turn.day(), zone), from))
        .findFirst();
  }

  private Set<Turn> turns() {
    return unanswered().map(Attempt::turn).collect(Collectors.toSet());
  }

  private Stream<Attempt> unanswered() {
    return before.stream().filter(Attempt::unanswered);
  }

  private Optional<Attempt> lastUnanswered() {
    return unanswered().max(Comparator.comparing(Attempt::begunAt));
  }

  private Optional<Attempt> last() {
    return before.isEmpty() ? Optional.empty() : Optional.of(before.getLast());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Override
  public String toString() {
    return "Spread[" + before.size() + "]";
  }
}
