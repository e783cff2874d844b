package health.malasakit.inquiries.load;

import health.malasakit.inquiries.CallEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A call as it went.
 *
 * @param id as its switch names it
 * @param told what of it the switch tells at least once, beside that it rings
 * @param byHand whether it waits until two people want to take it at once
 */
public record Planned(
    String id, int clinic, String from, Instant started, List<CallEvent> told, boolean byHand) {

  /** Whose it has to be in the end, as far as the telephone decides. */
  Optional<Integer> owner(Staffing staffing) {
    return told.stream()
        .filter(event -> event.kind() == CallEvent.Kind.ANSWERED)
        .filter(event -> staffing.person(event.extension()).isPresent())
        .max(Comparator.comparing(CallEvent::at))
        .flatMap(event -> staffing.person(event.extension()));
  }

  /** The caller's number is printed nowhere. */
  @Override
  public String toString() {
    return "Planned[" + id + "]";
  }
}
