package health.malasakit.demo.web;

import java.util.List;
import java.util.stream.Stream;

/**
 * A call that was let ring on the page.
 *
 * @param id as the telephone names it
 * @param answered at which extension; empty while nobody answered
 * @param told everything told of it, the oldest first
 */
record PlayedCall(
    String id, String from, String clinic, State state, String answered, List<Told> told) {

  /** One thing that was told, and what the door answered; 0 is no answer. */
  record Told(String path, String sent, int status, String answer) {

    boolean taken() {
      return status >= 200 && status < 300;
    }
  }

  /** Where it stands on the telephone's side. */
  enum State {
    RINGING,
    TALKING,
    HELD,
    OVER;

    /** The state after an event of the door. */
    static State after(String event) {
      return switch (event) {
        case "answered", "resumed" -> TALKING;
        case "held" -> HELD;
        default -> OVER;
      };
    }
  }

  /** What can happen to it next. */
  List<String> next() {
    return switch (state) {
      case RINGING -> List.of("answered", "abandoned", "voicemail");
      case TALKING -> List.of("held", "transferred", "ended");
      case HELD -> List.of("resumed", "ended");
      case OVER -> List.of();
    };
  }

  /** The call after one more thing was told; what the door did not take changes nothing. */
  PlayedCall after(Told one, State next, String extension) {
    var all = Stream.concat(told.stream(), Stream.of(one)).toList();
    return one.taken()
        ? new PlayedCall(id, from, clinic, next, extension, all)
        : new PlayedCall(id, from, clinic, state, answered, all);
  }

  /** The caller's number is printed nowhere. */
  @Override
  public String toString() {
    return "PlayedCall[" + id + "]";
  }
}
