package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A line: one step of one version of a visit, by one channel.
 *
 * @param version the version at which the visit was booked, moved or cancelled last
 * @param state of what is out, as the gateway and the carrier left it
 * @param reason code; empty where there is nothing to say
 * @param dueAt when it is looked at next
 * @param wantedAt when it was to be told; putting it off does not move it
 * @param uselessAt from then on it is not sent
 * @param attempts how often it was handed over
 * @param to number or e-mail to which it went last; empty until then
 * @param settled who saw to it that she knows
 */
public record Entry(
    OrganizationId organization,
    EntryId id,
    PatientId patient,
    UUID visit,
    int version,
    Step step,
    Channel channel,
    Urgency urgency,
    EntryState state,
    String reason,
    Instant dueAt,
    Instant wantedAt,
    Instant uselessAt,
    Instant since,
    int attempts,
    String to,
    Optional<Instant> settled) {

  private static final Duration EXPECTED_FOR = Duration.ofMinutes(10);
  private static final Duration NEWS_FOR = Duration.ofHours(1);

  /** Whether it waits for her hours. */
  public enum Urgency {
    USUAL,
    /** She asked for it in a live contact. */
    ASKED,
    /** The visit is within a day. */
    SOON;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Urgency of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** Whether a person has to see to it that she knows. */
  public boolean open() {
    return (state.needsPerson() || reason.equals(Sending.LANGUAGE)) && settled.isEmpty();
  }

  /** Whether it was due, and waits for this. */
  boolean isHeld(String why) {
    return state == EntryState.HELD && reason.equals(why);
  }

  /** Whether a person may send it once more. */
  public boolean mayGoAgain() {
    return state.needsPerson() && !reason.equals(Replan.NOT_HERS);
  }

  /**
   * Whether it goes at any hour: what she asked for only while she may still expect it, and what
   * changes soon only while that is news, however often it was put off. What nobody looked at for
   * longer waits for the day.
   */
  boolean atOnce(Instant now) {
    return switch (urgency) {
      case USUAL -> false;
      case SOON -> now.isBefore(wantedAt.plus(NEWS_FOR));
      case ASKED ->
          attempts == 0 && state == EntryState.PLANNED && now.isBefore(wantedAt.plus(EXPECTED_FOR));
    };
  }

  /** The same when the moment in which she asked for it is over. */
  Entry notAsked() {
    return urgency == Urgency.ASKED
        ? new Entry(
            organization,
            id,
            patient,
            visit,
            version,
            step,
            channel,
            Urgency.USUAL,
            state,
            reason,
            dueAt,
            wantedAt,
            uselessAt,
            since,
            attempts,
            to,
            settled)
        : this;
  }

  /** A step that is to be told. */
  static Entry planned(Ledger.About about, Planned one, Channel channel, Instant now) {
    return new Entry(
        about.organization(),
        EntryId.next(),
        about.patient(),
        about.visit(),
        about.version(),
        one.step(),
        channel,
        one.urgency(),
        EntryState.PLANNED,
        "",
        one.dueAt(),
        one.dueAt(),
        one.uselessAt(),
        now,
        0,
        "",
        Optional.empty());
  }

  /** The same step by another channel, looked at at once. */
  Entry by(Channel other, Instant now) {
    return new Entry(
        organization,
        EntryId.next(),
        patient,
        visit,
        version,
        step,
        other,
        urgency,
        EntryState.PLANNED,
        "",
        now,
        wantedAt,
        uselessAt,
        now,
        0,
        "",
        Optional.empty());
  }

  @Override
  public String toString() {
    return "Entry[" + id + "]";
  }
}
