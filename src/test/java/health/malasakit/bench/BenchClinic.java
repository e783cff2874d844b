package health.malasakit.bench;

import static health.malasakit.bench.BenchWorld.id;

import java.sql.Connection;
import java.sql.SQLException;

/** A clinic of the bench: one site, one visit type, ten practitioners who work every day. */
final class BenchClinic {

  private BenchClinic() {}

  static void organization(Connection owner, int clinic) throws SQLException {
    Sql.run(
        owner,
        "insert into access.organization values ('%s', 'bench-%d', 'Bench Clinic %d', 'NY', now())"
            + " on conflict do nothing",
        BenchWorld.clinic(clinic).id(),
        clinic,
        clinic);
  }

  static void premises(Connection owner, int clinic) throws SQLException {
    var org = BenchWorld.clinic(clinic).id();
    Sql.run(
        owner,
        "insert into directory.site (organization_id, id, name, book, zone, zone_confirmed_at, source)"
            + " values ('%s', '%s', 'Bench', 'ours', 'America/New_York', now(), 'typed')",
        org,
        id("site", clinic, 0));
    Sql.run(
        owner,
        "insert into directory.visit_type (organization_id, id, name, minutes, modality)"
            + " values ('%s', '%s', 'Visit', 20, 'in_person')",
        org,
        id("type", clinic, 0));
    for (int one = 0; one < BenchSize.PRACTITIONERS_EACH; one++) {
      practitioner(owner, clinic, one);
    }
  }

  private static void practitioner(Connection owner, int clinic, int one) throws SQLException {
    var org = BenchWorld.clinic(clinic).id();
    var id = id("practitioner", clinic, one);
    Sql.run(
        owner,
        "insert into directory.practitioner (organization_id, id, family, given, npi_verified, source)"
            + " values ('%s', '%s', 'Bench %d', 'Doctor', false, 'typed')",
        org,
        id,
        one);
    Sql.run(
        owner,
        "insert into directory.practitioner_role (organization_id, practitioner_id, site_id, source)"
            + " values ('%s', '%s', '%s', 'typed')",
        org,
        id,
        id("site", clinic, 0));
    for (int day = 1; day <= 7; day++) {
      session(owner, clinic, one, day);
    }
  }

  private static void session(Connection owner, int clinic, int one, int day) throws SQLException {
    var org = BenchWorld.clinic(clinic).id();
    var session = id("session" + one, clinic, day);
    Sql.run(
        owner,
        "insert into scheduling.session (organization_id, id, practitioner_id, site_id, weekday, opens, closes,"
            + " effective_from, created_at) values ('%s', '%s', '%s', '%s', %d, '00:00', '23:40', '2020-01-01', now())",
        org,
        session,
        id("practitioner", clinic, one),
        id("site", clinic, 0),
        day);
    Sql.run(
        owner,
        "insert into scheduling.session_visit_type values ('%s', '%s', '%s')",
        org,
        session,
        id("type", clinic, 0));
  }
}
