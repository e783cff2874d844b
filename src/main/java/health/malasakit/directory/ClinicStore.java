package health.malasakit.directory;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what belongs to clinics; each question asks for many clinics at once. */
@Repository
class ClinicStore {

  /** What one clinic has besides its organization; all of it empty before somebody typed it. */
  record Parts(
      Clinic.Profile profile,
      List<ClinicNumber> numbers,
      WeekHours hours,
      List<Holiday> holidays,
      Set<Clinic.SwitchedOff> off,
      Clinic.Versions versions) {}

  private static final String PROFILES =
      """
      select organization_id, greeting, neutral_name, zone, version, hours_version
        from directory.clinic where organization_id = any(cast(:organizations as uuid[])) limit 2000
      """;

  private static final String NUMBERS =
      """
      select organization_id, e164, label from directory.clinic_number
       where organization_id = any(cast(:organizations as uuid[])) order by added_at, e164 limit 20000
      """;

  private static final String HOURS =
      """
      select organization_id, weekday, opens, closes from directory.opening_hours
       where organization_id = any(cast(:organizations as uuid[])) limit 50000
      """;

  private static final String HOLIDAYS =
      """
      select organization_id, day, name, opens, closes from directory.holiday
       where organization_id = any(cast(:organizations as uuid[])) and day >= :from
       order by day limit 50000
      """;

  private static final String SWITCHED_OFF =
      """
      select organization_id, country, what from directory.switched_off
       where organization_id = any(cast(:organizations as uuid[])) limit 50000
      """;

  private static final String ZONES =
      """
      select organization_id, zone from directory.clinic where zone is not null limit 2000
      """;

  private static final String BY_DIALLED_NUMBER =
      """
      select access.organization_by_dialled_number(:e164)
      """;

  private final JdbcClient jdbc;

  ClinicStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<OrganizationId, Parts> parts(Collection<OrganizationId> organizations, LocalDate from) {
    Map<OrganizationId, Clinic.Profile> profiles = new HashMap<>();
    Map<OrganizationId, Clinic.Versions> versions = new HashMap<>();
    ask(
        PROFILES,
        organizations,
        row -> {
          OrganizationId id = new OrganizationId(row.getObject("organization_id", UUID.class));
          profiles.put(
              id,
              new Clinic.Profile(
                  row.getString("greeting"),
                  row.getString("neutral_name"),
                  Optional.ofNullable(row.getString("zone")).map(ZoneId::of)));
          versions.put(
              id, new Clinic.Versions(row.getLong("version"), row.getLong("hours_version")));
        });
    Map<OrganizationId, List<ClinicNumber>> numbers = numbers(organizations);
    Map<OrganizationId, WeekHours> hours = hours(organizations);
    Map<OrganizationId, List<Holiday>> holidays = holidays(organizations, from);
    Map<OrganizationId, Set<Clinic.SwitchedOff>> off = switchedOff(organizations);
    Map<OrganizationId, Parts> parts = new HashMap<>();
    organizations.forEach(id ->
        parts.put(
            id,
            new Parts(
                profiles.getOrDefault(id, Clinic.Profile.EMPTY),
                numbers.getOrDefault(id, List.of()),
                hours.getOrDefault(id, WeekHours.NONE),
                holidays.getOrDefault(id, List.of()),
                off.getOrDefault(id, Set.of()),
                versions.getOrDefault(id, new Clinic.Versions(0, 0)))));
    return parts;
  }

  Map<OrganizationId, ZoneId> zones() {
    Map<OrganizationId, ZoneId> found = new HashMap<>();
    jdbc.sql(ZONES)
        .query(row -> {
          found.put(
              new OrganizationId(row.getObject("organization_id", UUID.class)),
              ZoneId.of(row.getString("zone")));
        });
    return found;
  }

  /** Asked before a scope exists, so through a function that may look across organizations. */
  Optional<OrganizationId> byDialledNumber(String e164) {
    return jdbc.sql(BY_DIALLED_NUMBER)
        .param("e164", e164)
        .query(UUID.class)
        .optional()
        .map(OrganizationId::new);
  }

  private Map<OrganizationId, List<ClinicNumber>> numbers(Collection<OrganizationId> ids) {
    Map<OrganizationId, List<ClinicNumber>> found = new HashMap<>();
    ask(
        NUMBERS,
        ids,
        row ->
            found
                .computeIfAbsent(
                    new OrganizationId(row.getObject("organization_id", UUID.class)),
                    id -> new ArrayList<>())
                .add(new ClinicNumber(Phone.of(row.getString("e164")), row.getString("label"))));
    return found;
  }

  private Map<OrganizationId, WeekHours> hours(Collection<OrganizationId> ids) {
    Map<OrganizationId, Map<DayOfWeek, List<Span>>> days = new HashMap<>();
    ask(
        HOURS,
        ids,
        row ->
            days.computeIfAbsent(
                    new OrganizationId(row.getObject("organization_id", UUID.class)),
                    id -> new EnumMap<>(DayOfWeek.class))
                .computeIfAbsent(DayOfWeek.of(row.getInt("weekday")), day -> new ArrayList<>())
                .add(
                    new Span(
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class))));
    Map<OrganizationId, WeekHours> found = new HashMap<>();
    days.forEach((id, week) -> found.put(id, new WeekHours(week)));
    return found;
  }

  /** Holidays from a date on, by clinic. */
  Map<OrganizationId, List<Holiday>> holidays(Collection<OrganizationId> ids, LocalDate from) {
    Map<OrganizationId, List<Holiday>> found = new HashMap<>();
    jdbc.sql(HOLIDAYS)
        .param("organizations", uuids(ids))
        .param("from", from)
        .query(row -> {
          LocalTime opens = row.getObject("opens", LocalTime.class);
          LocalTime closes = row.getObject("closes", LocalTime.class);
          found
              .computeIfAbsent(
                  new OrganizationId(row.getObject("organization_id", UUID.class)),
                  id -> new ArrayList<>())
              .add(
                  new Holiday(
                      row.getObject("day", LocalDate.class),
                      row.getString("name"),
                      opens == null || closes == null
                          ? Optional.empty()
                          : Optional.of(new Span(opens, closes))));
        });
    return found;
  }

  private Map<OrganizationId, Set<Clinic.SwitchedOff>> switchedOff(Collection<OrganizationId> ids) {
    Map<OrganizationId, Set<Clinic.SwitchedOff>> found = new HashMap<>();
    ask(
        SWITCHED_OFF,
        ids,
        row ->
            found
                .computeIfAbsent(
                    new OrganizationId(row.getObject("organization_id", UUID.class)),
                    id -> new HashSet<>())
                .add(
                    new Clinic.SwitchedOff(
                        row.getString("country"),
                        Codes.of(Clinic.Export.class, row.getString("what")))));
    return found;
  }

  private void ask(String sql, Collection<OrganizationId> organizations, RowCallbackHandler each) {
    jdbc.sql(sql).param("organizations", uuids(organizations)).query(each);
  }

  private static UUID[] uuids(Collection<OrganizationId> ids) {
    return ids.stream().map(OrganizationId::value).toArray(UUID[]::new);
  }
}
