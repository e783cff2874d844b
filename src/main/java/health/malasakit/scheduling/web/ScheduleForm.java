package health.malasakit.scheduling.web;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Site;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.book.Closure;
import health.malasakit.scheduling.book.Closures;
import health.malasakit.scheduling.book.Session;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/** What was typed about a session or a closure; each error has its field. */
record ScheduleForm(MultiValueMap<String, String> sent) {

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H[:mm]", Locale.ROOT);

  String text(String name) {
    var value = sent.getFirst(name);
    return value == null ? "" : value.strip();
  }

  PractitionerId practitioner() {
    var chosen = text("practitioner");
    if (chosen.isEmpty()) {
      throw Refused.invalid("session.practitioner").onField("practitioner");
    }
    return PractitionerId.of(chosen);
  }

  Set<VisitTypeId> types() {
    return sent.getOrDefault("types", List.of()).stream()
        .map(VisitTypeId::of)
        .collect(Collectors.toSet());
  }

  Session.Weekly weekly(LocalDate today) {
    var last = text("to");
    var first = text("from").isEmpty() ? today : date("from", today);
    return new Session.Weekly(
        weekday(),
        hour("opens"),
        hour("closes"),
        first,
        last.isEmpty() ? Optional.empty() : Optional.of(date("to", today)));
  }

  private DayOfWeek weekday() {
    try {
      return DayOfWeek.of(Integer.parseInt(text("weekday")));
    } catch (RuntimeException noDay) {
      throw Refused.invalid("session.weekday").onField("weekday");
    }
  }

  private LocalTime hour(String field) {
    try {
      return LocalTime.parse(text(field), HOUR);
    } catch (DateTimeParseException noHour) {
      throw Refused.invalid("session.hour").onField(field);
    }
  }

  private LocalDate date(String field, LocalDate today) {
    try {
      return SpokenDate.parse(text(field), today).date();
    } catch (Refused unreadable) {
      throw unreadable.onField(field);
    }
  }

  Closure closure(Site site, Closures closures) {
    var who = text("who").isEmpty() ? null : PractitionerId.of(text("who"));
    var wall =
        new Closure.Wall(moment("closedFrom"), moment("closedTo"), site.zone().orElseThrow());
    return closures.proposed(site, Optional.ofNullable(who), wall, text("reason"));
  }

  private LocalDateTime moment(String field) {
    try {
      return LocalDateTime.parse(text(field));
    } catch (DateTimeParseException noMoment) {
      throw Refused.invalid("closure.moment").onField(field);
    }
  }

  /** She has seen what lies under it. */
  boolean confirmed() {
    return !text("seen").isEmpty();
  }

  Set<VisitId> seen() {
    return sent.getOrDefault("visit", List.of()).stream()
        .map(VisitId::of)
        .collect(Collectors.toSet());
  }
}
