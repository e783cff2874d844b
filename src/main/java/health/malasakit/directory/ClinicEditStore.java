package health.malasakit.directory;

import health.malasakit.kernel.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what belongs to a clinic; a statement that changes nothing found another version. */
@Repository
class ClinicEditStore {

  private static final String BEGIN =
      """
      insert into directory.clinic (organization_id) values (:organization) on conflict do nothing
      """;

  private static final String DESCRIBE =
      """
      update directory.clinic
         set greeting = :greeting, neutral_name = :neutralName, zone = :zone, version = version + 1
       where organization_id = :organization and version = greatest(:version, 1)
      """;

  private static final String COUNT_HOURS =
      """
      update directory.clinic set hours_version = hours_version + 1
       where organization_id = :organization and hours_version = greatest(:version, 1)
      """;

  private static final String FORGET_HOURS =
      """
      delete from directory.opening_hours where organization_id = :organization
      """;

  private static final String ADD_HOURS =
      """
      insert into directory.opening_hours (organization_id, weekday, opens, closes)
      values (:organization, :weekday, :opens, :closes)
      """;

  private static final String ADD_NUMBER =
      """
      insert into directory.clinic_number (organization_id, e164, label, added_at)
      values (:organization, :e164, :label, :at) on conflict do nothing
      """;

  private static final String REMOVE_NUMBER =
      """
      delete from directory.clinic_number where organization_id = :organization and e164 = :e164
      """;

  private static final String ADD_HOLIDAY =
      """
      insert into directory.holiday (organization_id, day, name, opens, closes)
      values (:organization, :day, :name, :opens, :closes) on conflict do nothing
      """;

  private static final String REMOVE_HOLIDAY =
      """
      delete from directory.holiday where organization_id = :organization and day = :day
      """;

  private static final String SWITCH_OFF =
      """
      insert into directory.switched_off (organization_id, country, what, since)
      values (:organization, :country, :what, :at) on conflict do nothing
      """;

  private static final String SWITCH_ON =
      """
      delete from directory.switched_off
       where organization_id = :organization and country = :country and what = :what
      """;

  private final JdbcClient jdbc;

  ClinicEditStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The row that every other change counts on. */
  void begin(OrganizationId clinic) {
    to(BEGIN, clinic).update();
  }

  boolean describe(OrganizationId clinic, Clinic.Profile profile, long seen) {
    return to(DESCRIBE, clinic)
            .param("greeting", profile.greeting())
            .param("neutralName", profile.neutralName())
            .param("zone", profile.zone().map(ZoneId::getId).orElse(null))
            .param("version", seen)
            .update()
        > 0;
  }

  boolean keepHours(OrganizationId clinic, WeekHours hours, long seen) {
    if (to(COUNT_HOURS, clinic).param("version", seen).update() == 0) {
      return false;
    }
    to(FORGET_HOURS, clinic).update();
    hours
        .days()
        .forEach((day, spans) ->
            spans.forEach(span ->
                to(ADD_HOURS, clinic)
                    .param("weekday", day.getValue())
                    .param("opens", span.opens())
                    .param("closes", span.closes())
                    .update()));
    return true;
  }

  /** False when it rings somewhere already, here or at another clinic. */
  boolean addNumber(OrganizationId clinic, ClinicNumber number, Instant at) {
    return to(ADD_NUMBER, clinic)
            .param("e164", number.e164())
            .param("label", number.label())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  boolean removeNumber(OrganizationId clinic, String e164) {
    return to(REMOVE_NUMBER, clinic).param("e164", e164).update() > 0;
  }

  /** False when that date has a line already. */
  boolean addHoliday(OrganizationId clinic, Holiday holiday) {
    return to(ADD_HOLIDAY, clinic)
            .param("day", holiday.day())
            .param("name", holiday.name())
            .param("opens", holiday.hours().map(Span::opens).orElse(null))
            .param("closes", holiday.hours().map(Span::closes).orElse(null))
            .update()
        > 0;
  }

  boolean removeHoliday(OrganizationId clinic, LocalDate day) {
    return to(REMOVE_HOLIDAY, clinic).param("day", day).update() > 0;
  }

  boolean switchOff(OrganizationId clinic, Clinic.SwitchedOff off, Instant at) {
    return to(SWITCH_OFF, clinic)
            .param("country", off.country())
            .param("what", off.what().code())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  boolean switchOn(OrganizationId clinic, Clinic.SwitchedOff off) {
    return to(SWITCH_ON, clinic)
            .param("country", off.country())
            .param("what", off.what().code())
            .update()
        > 0;
  }

  private JdbcClient.StatementSpec to(String sql, OrganizationId clinic) {
    return jdbc.sql(sql).param("organization", clinic.value());
  }
}
