package health.malasakit.messaging.mail;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rules of a zone as a calendar reads them (VTIMEZONE). They are those by which the instant of
 * the visit was derived, so that no older table on somebody's phone moves it by an hour.
 */
record ZoneText(ZoneId zone) {

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.US);
  private static final int WEEK = 7;

  /** Its lines, for what is between two moments. */
  List<String> around(Instant start, Instant end) {
    var lines = new ArrayList<String>();
    lines.add("BEGIN:VTIMEZONE");
    lines.add("TZID:" + zone.getId());
    lines.addAll(yearly(start).orElseGet(() -> once(start, end)));
    lines.add("END:VTIMEZONE");
    return lines;
  }

  /** The rule of each year, from the year before; empty when the years differ. */
  private Optional<List<String>> yearly(Instant start) {
    int year = start.atZone(zone).getYear() - 1;
    var all = zone.getRules().getTransitions();
    var known = all.isEmpty() ? Instant.MIN : all.getLast().getInstant();
    var rules = zone.getRules().getTransitionRules();
    var written = rules.stream().flatMap(rule -> everyYear(rule, year, known).stream()).toList();
    return rules.isEmpty() || written.size() < rules.size()
        ? Optional.empty()
        : Optional.of(written.stream().flatMap(List::stream).toList());
  }

  private Optional<List<String>> everyYear(ZoneOffsetTransitionRule rule, int year, Instant known) {
    var first = rule.createTransition(year);
    var day = byDay(rule);
    return first.getInstant().isBefore(known)
            || day.isEmpty()
            || first.getDateTimeBefore().getDayOfWeek() != rule.getDayOfWeek()
        ? Optional.empty()
        : Optional.of(
            change(
                first,
                "RRULE:FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + ";" + day.get()));
  }

  /** Which day of the month: the second Sunday, the last Sunday, the first one from the 25th. */
  private static Optional<String> byDay(ZoneOffsetTransitionRule rule) {
    DayOfWeek weekday = rule.getDayOfWeek();
    int from = rule.getDayOfMonthIndicator();
    if (weekday == null
        || rule.isMidnightEndOfDay()
        || from + WEEK - 1 > rule.getMonth().minLength()) {
      return Optional.empty();
    }
    var letters = weekday.name().substring(0, 2);
    if (from == -1) {
      return Optional.of("BYDAY=-1" + letters);
    }
    if (from > 0 && from % WEEK == 1) {
      return Optional.of("BYDAY=" + (from / WEEK + 1) + letters);
    }
    return from < 0
        ? Optional.empty()
        : Optional.of(
            "BYDAY="
                + letters
                + ";BYMONTHDAY="
                + String.join(
                    ",", IntStream.range(from, from + WEEK).mapToObj(String::valueOf).toList()));
  }

  /** What holds at the start, and each change after it up to the first that is after the end. */
  private List<String> once(Instant start, Instant end) {
    var rules = zone.getRules();
    var before = rules.previousTransition(start.plusSeconds(1));
    var lines =
        new ArrayList<>(before == null ? always(rules.getOffset(start)) : change(before, ""));
    for (var next = rules.nextTransition(start); next != null; ) {
      lines.addAll(change(next, ""));
      next = next.getInstant().isAfter(end) ? null : rules.nextTransition(next.getInstant());
    }
    return lines;
  }

  private static List<String> always(ZoneOffset offset) {
    return List.of(
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:" + written(offset),
        "TZOFFSETTO:" + written(offset),
        "END:STANDARD");
  }

  private List<String> change(ZoneOffsetTransition change, String again) {
    var kind = zone.getRules().isDaylightSavings(change.getInstant()) ? "DAYLIGHT" : "STANDARD";
    return Stream.of(
            "BEGIN:" + kind,
            "DTSTART:" + CalendarText.local(change.getDateTimeBefore()),
            "TZOFFSETFROM:" + written(change.getOffsetBefore()),
            "TZOFFSETTO:" + written(change.getOffsetAfter()),
            "TZNAME:" + NAME.format(change.getInstant().atZone(zone)),
            again,
            "END:" + kind)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String written(ZoneOffset offset) {
    return "Z".equals(offset.getId()) ? "+0000" : offset.getId().replace(":", "");
  }
}
