package health.malasakit.bench;

import static health.malasakit.bench.BenchWorld.id;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A clinic's patients and visits, written by set-based SQL. */
final class BenchPeople {

  private BenchPeople() {}

  static void patients(Connection owner, int clinic, BenchSize size) throws SQLException {
    var org = BenchWorld.clinic(clinic).id();
    Sql.run(
        owner,
        "create temporary table if not exists person (id uuid, k int, family text, given text, ff text, gf text, born date)");
    Sql.run(owner, "truncate person");
    Sql.run(
        owner,
        """
        insert into person
        select md5('patient-' || %d || '-' || k)::uuid, k, f.family, g.given, f.family_folded, g.given_folded,
               date '1930-01-01' + (abs(hashint4(k * 7 + %d)::bigint) %% 33000)::int
          from generate_series(0, %d) k
          join bench.name f on f.n = abs(hashint4(k + %d * 100003)::bigint) %% (select count(*) from bench.name)
          join bench.name g on g.n = abs(hashint4(k * 3 + %d * 7919)::bigint) %% (select count(*) from bench.name)
        """,
        clinic,
        clinic,
        size.patientsEach() - 1,
        clinic,
        clinic);
    Sql.run(
        owner,
        "insert into patients.patient (organization_id, patient_id, name_shown, family, given, birth_date, registered_at)"
            + " select '%s', id, given || ' ' || family, family, given, born, now() from person",
        org);
    Sql.run(
        owner,
        "insert into patients.patient_name (organization_id, name_id, patient_id, use, family, given, family_folded, given_folded)"
            + " select '%s', md5('n' || id)::uuid, id, 'official', family, given, ff, gf from person",
        org);
    Sql.run(
        owner, "insert into patients.search_name select '%s', id, ff, gf, born from person", org);
    Sql.run(
        owner,
        "insert into patients.phone (organization_id, phone_id, patient_id, use, written, digits, last_ten, valid)"
            + " select '%s', md5('t' || id)::uuid, id, 'mobile', '(212) 555-01' || lpad((k %% 100)::text, 2, '0'),"
            + " '121255501' || lpad((k %% 100)::text, 2, '0'), '21255501' || lpad((k %% 100)::text, 2, '0'), true from person",
        org);
  }

  /** Full days up to and with today: each practitioner sees another patient every 20 minutes. */
  static void visits(Connection owner, int clinic, BenchSize size) throws SQLException {
    var org = BenchWorld.clinic(clinic).id();
    Sql.run(
        owner,
        "create temporary table if not exists slot (id uuid, patient uuid, practitioner uuid, local timestamp, past boolean)");
    Sql.run(owner, "truncate slot");
    for (int one = 0; one < BenchSize.PRACTITIONERS_EACH; one++) {
      Sql.run(
          owner,
          """
          insert into slot
          select md5('visit-' || %1$d || '-' || %2$d || '-' || s)::uuid,
                 md5('patient-' || %1$d || '-' || ((s * 10 + %2$d) %% %3$d))::uuid, '%4$s',
                 date (now() at time zone 'America/New_York') - s / 24 + time '08:00' + (s %% 24) * interval '20 minutes', s >= 24
            from generate_series(0, %5$d) s
          """,
          clinic,
          one,
          size.patientsEach(),
          id("practitioner", clinic, one),
          24 * size.daysBehind() - 1);
    }
    Sql.run(
        owner,
        """
        insert into scheduling.visit (organization_id, id, patient_id, site_id, practitioner_id, visit_type_id, local_start, zone,
          fold, zone_data, starts_at, ends_at, status, done_at, origin, version, booked_at)
        select '%s', id, patient, '%s', practitioner, '%s', local, 'America/New_York', 'earlier', 'bench',
          local at time zone 'America/New_York', local at time zone 'America/New_York' + interval '20 minutes',
          case when past then 'done' else 'booked' end, case when past then now() end, 'here', 1, now() from slot
        """,
        org,
        id("site", clinic, 0),
        id("type", clinic, 0));
    for (var kind : List.of("patient", "practitioner")) {
      Sql.run(
          owner,
          """
          insert into scheduling.occupancy (organization_id, kind, resource_id, starts_at, ends_at, state, holder_id, beside)
          select '%s', '%s', %s, local at time zone 'America/New_York',
            local at time zone 'America/New_York' + interval '20 minutes', 'booked', id, id from slot
          """,
          org,
          kind,
          kind);
    }
  }
}
