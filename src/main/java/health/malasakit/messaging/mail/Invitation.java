package health.malasakit.messaging.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * A visit as calendars read it (RFC 5545, 5546).
 *
 * @param uid stays the same when the visit is moved or cancelled
 * @param sequence higher with each change of the visit, from 0
 * @param stamp when this was written
 * @param zone of the place of the visit; its rules go along
 * @param summary what stands in the calendar: nothing about health
 * @param location where it is; empty when that is not said
 * @param details more words, for example whom to call; empty: none
 */
public record Invitation(
    Method method,
    String uid,
    int sequence,
    Instant stamp,
    Instant start,
    Instant end,
    ZoneId zone,
    String summary,
    String location,
    String details) {

  private static final Pattern UID = Pattern.compile("[A-Za-z0-9@._-]{1,200}");

  /** What the calendar is to do. */
  public enum Method {
    /** Put it in, or change what was put in under this uid. */
    REQUEST,
    /** Take out what was put in under this uid. */
    CANCEL,
    /** For whoever wants to put it in; nobody is named as invited. */
    PUBLISH
  }

  /**
   * Takes it as it is.
   *
   * @throws IllegalArgumentException for a uid or a sequence that none can be, or an end that is
   *     not after the start
   */
  public Invitation {
    if (!UID.matcher(uid).matches() || sequence < 0 || !end.isAfter(start)) {
      throw new IllegalArgumentException("not an invitation");
    }
  }

  /** The file, lines ended by CRLF. */
  public String written(MailSender from, EmailAddress to) {
    var text = new CalendarText();
    text.line("BEGIN", "VCALENDAR");
    text.line("PRODID", "-//Malasakit//Visits//EN");
    text.line("VERSION", "2.0");
    text.line("CALSCALE", "GREGORIAN");
    text.line("METHOD", method.name());
    new ZoneText(zone).around(start, end).forEach(text::raw);
    text.line("BEGIN", "VEVENT");
    text.line("UID", uid);
    text.line("SEQUENCE", String.valueOf(sequence));
    text.line("DTSTAMP", CalendarText.utc(stamp));
    text.span(start, end, zone);
    text.words("SUMMARY", summary);
    text.words("LOCATION", location);
    text.words("DESCRIPTION", details);
    text.person("ORGANIZER;CN=" + CalendarText.parameter(from.name()), from.reply());
    if (method != Method.PUBLISH) {
      text.person(
          "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE", to);
    }
    text.line("STATUS", method == Method.CANCEL ? "CANCELLED" : "CONFIRMED");
    text.line("CLASS", "PRIVATE");
    text.line("TRANSP", "OPAQUE");
    text.line("END", "VEVENT");
    text.line("END", "VCALENDAR");
    return text.toString();
  }

  @Override
  public String toString() {
    return "Invitation[" + method + ", " + sequence + "]";
  }
}
