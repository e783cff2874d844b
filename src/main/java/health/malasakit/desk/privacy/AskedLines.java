package health.malasakit.desk.privacy;

import health.malasakit.audit.AuditLines;
import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lines of a person or a day, as an address asks for them. */
@Component
class AskedLines {

  private final AuditLines lines;
  private final Clock clock;

  AskedLines(AuditLines lines, Clock clock) {
    this.lines = lines;
    this.clock = clock;
  }

  /**
   * Which lines are asked for; a person and a day exclude each other, the person wins.
   *
   * @param whole not empty for a list that is to be printed and not read by pages
   */
  record Asked(String person, String day, String before, String whole) {

    Asked {
      person = person == null ? "" : person;
      day = day == null ? "" : day;
      before = before == null ? "" : before;
      whole = whole == null ? "" : whole;
    }

    Asked from(UUID next) {
      return new Asked(person, day, next.toString(), whole);
    }
  }

  AuditLines.Lines of(ClinicAt here, Asked asked) {
    if (!asked.person().isEmpty()) {
      return lines.ofPerson(here.id(), AccountId.of(asked.person()), before(asked));
    }
    var day = day(asked, here);
    var end = day.plusDays(1).atStartOfDay(here.zone()).toInstant();
    var begin = day.atStartOfDay(here.zone()).toInstant();
    return lines.between(here.id(), begin, before(asked, end));
  }

  /** The query that asks for the same again, without its place. */
  String query(ClinicAt here, Asked asked) {
    return asked.person().isEmpty()
        ? "?day=" + day(asked, here) + "&"
        : "?person=" + asked.person() + "&";
  }

  /** Before the place of the address, else before now. */
  UUID before(Asked asked) {
    return before(asked, clock.instant());
  }

  private static UUID before(Asked asked, Instant end) {
    return asked.before().isEmpty()
        ? AuditLines.endOf(end.plusSeconds(asked.day().isEmpty() ? 60 : 0))
        : Ids.parse(asked.before());
  }

  private LocalDate day(Asked asked, ClinicAt clinic) {
    try {
      return asked.day().isEmpty()
          ? clock.instant().atZone(clinic.zone()).toLocalDate()
          : LocalDate.parse(asked.day());
    } catch (DateTimeParseException e) {
      throw Refused.invalid("day.malformed").onField("day");
    }
  }
}
