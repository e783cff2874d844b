package health.malasakit.scheduling.web;

import health.malasakit.ui.When;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is shown before the last key is pressed.
 *
 * @param say the time to say aloud once more
 * @param moves id of the visit that moves; empty for a new one
 * @param from where a moving visit is now; empty for a new one
 * @param standing new or established, and what decides it
 * @param despite why it is booked though its kind is not for this patient; empty where it is
 * @param keep whether it can be confidential to the patient
 * @param askNumber where a number is written down, when the practice is to call and has none that
 *     may ring; else empty
 * @param ifAlone which number the practice calls when it is made confidential; empty unless by
 *     phone
 * @param video what is asked of a visit by video; empty for any other
 * @param warnings what does not forbid the booking
 * @param notices what is to be known at its place or of its practitioner then
 * @param back the openings she came from
 */
public record BookingPage(
    Whereabouts at,
    String hold,
    String title,
    String say,
    When when,
    Instant until,
    long secondsLeft,
    String what,
    String where,
    String moves,
    String from,
    int version,
    String standing,
    String despite,
    String preparation,
    KeepWords.Keep keep,
    String askNumber,
    String ifAlone,
    Optional<VideoForm> video,
    List<String> warnings,
    List<String> notices,
    String back,
    String trouble) {}
