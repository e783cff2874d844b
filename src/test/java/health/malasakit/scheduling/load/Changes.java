package health.malasakit.scheduling.load;

import health.malasakit.scheduling.load.Bookings.Slot;
import java.time.LocalDateTime;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Moves and cancels visits that were just booked. A change has no id of its own: one that was not
 * answered is looked for before it is said to have failed.
 */
final class Changes {

  private static final JsonMapper JSON = new JsonMapper();

  private final Screens screens;

  Changes(Screens screens) {
    this.screens = screens;
  }

  /** To a place as the body of a booking names it. */
  void move(int person, UUID visit, Slot to, String place) {
    var asked = place.formatted(to.doctor(), to.start()) + ", \"version\": 1}";
    int status = screens.asked(person, path(visit) + "/move", asked).status();
    if (status != 200) {
      standsAt(person, visit, to.start(), "booked", status);
    }
  }

  void cancel(int person, UUID visit, LocalDateTime start) {
    var body = "{\"version\": 1, \"by\": \"patient\", \"reason\": \"Cannot come\"}";
    int status = screens.asked(person, path(visit) + "/cancellation", body).status();
    if (status != 200) {
      standsAt(person, visit, start, "cancelled", status);
    }
  }

  private void standsAt(int person, UUID visit, LocalDateTime start, String status, int answered) {
    var now = JSON.readTree(screens.read(person, path(visit)).body());
    if (!LocalDateTime.parse(now.path("start").asString()).equals(start)
        || !now.path("status").asString().equals(status)) {
      throw new IllegalStateException(
          "A change was answered " + answered + ", and " + visit + " stands otherwise");
    }
  }

  private static String path(UUID visit) {
    return "/api/appointments/" + visit;
  }
}
