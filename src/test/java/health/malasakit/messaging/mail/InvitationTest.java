package health.malasakit.messaging.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.Corpus;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** An invitation as somebody else's calendar reads it. */
class InvitationTest {

  /** A name that no calendar knows: it has to read the rules that came along. */
  private static final String UNKNOWN = "Malasakit-Test";

  @ParameterizedTest
  @CsvSource({
    // the last and the first visit around each change of 2027
    "2027-03-13T14:00:00Z, America/New_York, 20270313T090000",
    "2027-03-14T06:30:00Z, America/New_York, 20270314T013000",
    "2027-03-14T07:00:00Z, America/New_York, 20270314T030000",
    "2027-03-15T13:00:00Z, America/New_York, 20270315T090000",
    "2027-11-06T13:00:00Z, America/New_York, 20271106T090000",
    "2027-11-08T14:00:00Z, America/New_York, 20271108T090000",
    "2027-03-15T16:00:00Z, America/Los_Angeles, 20270315T090000",
    "2027-07-01T16:00:00Z, America/Phoenix, 20270701T090000",
    "2027-03-15T16:00:00Z, America/Phoenix, 20270315T090000",
    "2027-07-01T19:00:00Z, Pacific/Honolulu, 20270701T090000",
    "2027-07-01T13:00:00Z, America/Puerto_Rico, 20270701T090000",
    "2027-03-15T17:00:00Z, America/Adak, 20270315T080000",
    "2027-12-31T23:30:00Z, America/New_York, 20271231T183000",
    "2027-02-15T08:00:00Z, Africa/Casablanca, 20270215T080000",
    "2027-06-15T03:00:00Z, Asia/Manila, 20270615T110000"
  })
  void a_visit_stands_at_its_hour_by_the_rules_that_came_along(
      Instant start, String zone, String wall) {
    var visit = MailSamples.visit(start.toString(), zone);
    assertThat(visit.written(MailSamples.FROM, MailSamples.TO))
        .contains("DTSTART;TZID=" + zone + ":" + wall + "\r\n");

    var read = event(unknownZone(visit));

    assertThat(Instant.from(read.getStartDate().orElseThrow().getDate())).isEqualTo(start);
    assertThat(Instant.from(read.getEndDate().orElseThrow().getDate()))
        .isEqualTo(start.plus(Duration.ofMinutes(30)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Phoenix",
        "America/Anchorage",
        "Pacific/Honolulu",
        "America/Puerto_Rico",
        "Pacific/Guam",
        "Europe/London",
        "America/Santiago",
        "Asia/Jerusalem",
        "Australia/Lord_Howe"
      })
  void the_rules_say_for_every_day_near_the_visit_what_the_zone_says(String zone) {
    for (var start = Instant.parse("2027-01-10T12:00:00Z");
        start.isBefore(Instant.parse("2028-01-10T00:00:00Z"));
        start = start.plus(Duration.ofDays(9))) {
      var rules = new TimeZone(zoneOf(read(MailSamples.visit(start.toString(), zone))));
      assertThat(Duration.ofMillis(rules.getOffset(start.toEpochMilli())).toSeconds())
          .as("%s at %s", zone, start)
          .isEqualTo(ZoneId.of(zone).getRules().getOffset(start).getTotalSeconds());
    }
  }

  @Test
  void in_the_hour_that_comes_twice_the_second_is_said_in_utc() {
    var first = MailSamples.visit("2027-11-07T05:30:00Z", "America/New_York");
    var second = MailSamples.visit("2027-11-07T06:15:00Z", "America/New_York");
    var across = MailSamples.visit("2027-11-07T05:45:00Z", "America/New_York");

    assertThat(Instant.from(event(unknownZone(first)).getStartDate().orElseThrow().getDate()))
        .isEqualTo(first.start());
    assertThat(written(second)).contains("DTSTART:20271107T061500Z\r\n");
    assertThat(written(across))
        .contains("DTSTART:20271107T054500Z\r\n", "DTEND:20271107T061500Z\r\n");
  }

  @Test
  void a_cancelled_visit_is_taken_out_by_the_same_uid() {
    var asked = event(MailSamples.visit("2027-03-15T14:00:00Z", "America/New_York"));
    var change = cancelled();
    var taken = event(change);

    assertThat(taken.getProperty(Property.UID)).isEqualTo(asked.getProperty(Property.UID));
    assertThat(value(taken, Property.SEQUENCE)).isEqualTo("2");
    assertThat(value(taken, Property.STATUS)).isEqualTo("CANCELLED");
    assertThat(value(asked, Property.STATUS)).isEqualTo("CONFIRMED");
    assertThat(written(change)).contains("METHOD:CANCEL\r\n");
  }

  @Test
  void it_asks_for_no_answer_and_shows_others_nothing() {
    var read = read(MailSamples.visit("2027-03-15T14:00:00Z", "America/New_York"));

    assertThat(read.validate(true).hasErrors()).isFalse();
    var visit = (VEvent) read.getComponent(Component.VEVENT).orElseThrow();
    var guest = visit.getProperty(Property.ATTENDEE).orElseThrow();
    assertThat(guest.getValue()).isEqualTo("mailto:ana.reyes@example.org");
    assertThat(guest.getParameter("RSVP").orElseThrow().getValue()).isEqualTo("FALSE");
    var host = visit.getProperty(Property.ORGANIZER).orElseThrow();
    assertThat(host.getValue()).isEqualTo("mailto:front-desk@clinic.example.org");
    assertThat(host.getParameter("CN").orElseThrow().getValue())
        .isEqualTo("Harbor 'Street' Offices, Clínica");
    assertThat(value(visit, Property.CLASS)).isEqualTo("PRIVATE");
    assertThat(visit.getProperty(Property.DESCRIPTION)).isEmpty();
  }

  @Test
  void what_is_published_names_nobody_as_invited() {
    var visit = MailSamples.visit("2027-03-15T14:00:00Z", "America/New_York");
    var open = as(visit, Invitation.Method.PUBLISH, 0, visit.details());

    assertThat(event(open).getProperty(Property.ATTENDEE)).isEmpty();
    assertThat(written(open)).contains("METHOD:PUBLISH\r\n");
  }

  @Test
  void commas_lines_and_long_words_arrive_as_they_were_written() {
    var visit = MailSamples.visit("2027-03-15T14:00:00Z", "America/New_York");
    var words =
        "Floor 3; call (212) 555-0100, or \\ reply.\r\nTraiga su tarjeta: " + "ñ😀".repeat(90);
    var told = as(visit, Invitation.Method.REQUEST, 0, words);

    assertThat(value(event(told), Property.DESCRIPTION)).isEqualTo(words.replace("\r\n", "\n"));
    assertThat(value(event(told), Property.LOCATION)).isEqualTo("41 Juniper Street, Floor 3");
    assertThat(written(told).split("\r\n", -1))
        .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(written(as(visit, Invitation.Method.REQUEST, 0, "a\u0007\nATTENDEE:x")))
        .contains("DESCRIPTION:a\\nATTENDEE:x\r\n");
  }

  @Test
  void what_can_be_no_visit_is_no_invitation() {
    var visit = MailSamples.visit("2027-03-15T14:00:00Z", "America/New_York");

    assertThatThrownBy(() -> as(visit, Invitation.Method.REQUEST, -1, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hours_that_others_worked_out_are_said_as_they_are() throws IOException {
    var rules =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(Corpus.path("ical/derived_dst_rrule_oracle.json")));
    var checked = new ArrayList<String>();
    for (var rule : rules) {
      for (var one : rule.path("instances")) {
        var start = Instant.parse(one.path("utc").asString());
        var visit = MailSamples.visit(start.toString(), rule.path("tzid").asString());
        assertThat(Instant.from(event(unknownZone(visit)).getStartDate().orElseThrow().getDate()))
            .as("%s %s", visit.zone(), start)
            .isEqualTo(start);
        checked.add(start.toString());
      }
    }
    assertThat(checked).hasSizeGreaterThan(200);
  }

  private static Invitation cancelled() {
    return as(
        MailSamples.visit("2027-03-16T14:00:00Z", "America/New_York"),
        Invitation.Method.CANCEL,
        2,
        "");
  }

  private static Invitation as(
      Invitation visit, Invitation.Method method, int sequence, String details) {
    return new Invitation(
        method,
        visit.uid(),
        sequence,
        visit.stamp(),
        visit.start(),
        visit.end(),
        visit.zone(),
        visit.summary(),
        visit.location(),
        details);
  }

  private static String written(Invitation visit) {
    return visit.written(MailSamples.FROM, MailSamples.TO);
  }

  private static String unknownZone(Invitation visit) {
    return written(visit).replace(visit.zone().getId(), UNKNOWN);
  }

  private static Calendar read(Invitation visit) {
    return read(written(visit));
  }

  private static Calendar read(String file) {
    try {
      return new CalendarBuilder().build(new StringReader(file));
    } catch (IOException | ParserException e) {
      throw new IllegalStateException(e);
    }
  }

  private static VEvent event(Invitation visit) {
    return event(written(visit));
  }

  private static VEvent event(String file) {
    return (VEvent) read(file).getComponent(Component.VEVENT).orElseThrow();
  }

  private static VTimeZone zoneOf(Calendar calendar) {
    return (VTimeZone) calendar.getComponent(Component.VTIMEZONE).orElseThrow();
  }

  private static String value(VEvent visit, String property) {
    return visit.getProperty(property).orElseThrow().getValue();
  }
}
