package health.malasakit.inquiries.load;

import health.malasakit.inquiries.CallEvent;
import java.time.Duration;
import java.util.Optional;

/**
 * One thing that a switch tells.
 *
 * @param due since the beginning of the hour
 * @param event empty when it tells that the call rings
 */
public record Told(Duration due, Planned call, Optional<CallEvent> event) {

  /** That a call rings, now. */
  public static Told rings(Planned call) {
    return new Told(Duration.ZERO, call, Optional.empty());
  }

  String path() {
    return event.isEmpty() ? "/api/calls" : "/api/calls/" + call.id() + "/events";
  }

  /** In the words of the door. */
  String body(String dialled) {
    return event
        .map(one ->
            "{\"event\": \"%s\", \"at\": \"%s\", \"extension\": \"%s\"}"
                .formatted(one.kind().code(), one.at(), one.extension()))
        .orElseGet(() ->
            "{\"id\": \"%s\", \"from\": \"%s\", \"to\": \"%s\", \"queue\": \"front\", \"started\": \"%s\"}"
                .formatted(call.id(), call.from(), dialled, call.started()));
  }
}
