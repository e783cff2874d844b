package health.malasakit.bench;

import health.malasakit.Node;
import health.malasakit.access.Organization;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.postgres.DatabaseAddress;
import health.malasakit.scheduling.Practice;
import java.sql.SQLException;

/** A clinic with so many visits in ten days, each of a patient with a mobile of her own. */
final class ReminderWorld {

  private final DatabaseAddress address;
  private final Organization clinic;

  private ReminderWorld(DatabaseAddress address, Organization clinic) {
    this.address = address;
    this.clinic = clinic;
  }

  static ReminderWorld made(Node node, DatabaseAddress address, int visits) throws SQLException {
    var practice = Practice.in(node::bean, "America/New_York");
    var doctor = practice.practitioner("Reyes");
    var type = practice.type("Visit", 20);
    var world = new ReminderWorld(address, practice.clinic());
    world.people(visits);
    ThatTells.of(node, practice);
    world.visits(practice.site().id().toString(), doctor.toString(), type.toString(), visits);
    return world;
  }

  OrganizationId id() {
    return clinic.id();
  }

  private void people(int count) throws SQLException {
    try (var owner = Sql.owner(address)) {
      Sql.run(
          owner,
          """
          insert into patients.patient (organization_id, patient_id, name_shown, family, given, zone, registered_at)
          select '%1$s', md5('rp' || '%1$s' || k)::uuid, 'Ana Cruz', 'Cruz', 'Ana', 'America/New_York', now()
            from generate_series(0, %2$d) k
          """,
          clinic.id(),
          count - 1);
      Sql.run(
          owner,
          """
          insert into patients.phone (organization_id, phone_id, patient_id, use, written, digits, last_ten, valid)
          select '%1$s', md5('rt' || '%1$s' || k)::uuid, md5('rp' || '%1$s' || k)::uuid, 'mobile',
                 (2122000000 + k)::text, '1' || (2122000000 + k), (2122000000 + k)::text, true
            from generate_series(0, %2$d) k
          """,
          clinic.id(),
          count - 1);
    }
  }

  private void visits(String site, String doctor, String type, int count) throws SQLException {
    try (var owner = Sql.owner(address)) {
      Sql.run(
          owner,
          """
          insert into scheduling.visit (organization_id, id, patient_id, site_id, practitioner_id, visit_type_id, local_start,
            zone, fold, zone_data, starts_at, ends_at, status, origin, version, booked_at)
          select '%1$s', md5('rv' || '%1$s' || k)::uuid, md5('rp' || '%1$s' || k)::uuid, '%2$s', '%3$s', '%4$s', at,
                 'America/New_York', 'earlier', 'bench', at at time zone 'America/New_York',
                 at at time zone 'America/New_York' + interval '20 minutes', 'booked', 'here', 1, now()
            from generate_series(0, %5$d) k, lateral (select current_date + 10 + time '09:00') as t (at)
          """,
          clinic.id(),
          site,
          doctor,
          type,
          count - 1);
    }
  }

  /** A line for each visit, which is due now and within an hour at any time of the day. */
  void due(int from, int count) throws SQLException {
    try (var owner = Sql.owner(address)) {
      Sql.run(
          owner,
          """
          insert into messaging.entry (organization_id, entry_id, patient_id, visit_id, visit_version, step, channel, urgency,
            state, reason, due_at, wanted_at, useless_at, since)
          select '%1$s', md5('re' || '%1$s' || k)::uuid, md5('rp' || '%1$s' || k)::uuid, md5('rv' || '%1$s' || k)::uuid, 1, 'day',
                 'text', 'soon', 'planned', '', now(), now(), now() + interval '9 days', now()
            from generate_series(%2$d, %3$d) k
          """,
          clinic.id(),
          from,
          from + count - 1);
    }
  }

  /** How many lines stand so: state, reason where one tells, and how many. */
  String standing() throws SQLException {
    try (var owner = Sql.owner(address)) {
      return String.join(
          ", ",
          Sql.texts(
              owner,
              """
              select case when e.state = 'out' then o.state else e.state end
                     || case when e.state = 'out' and o.reason <> '' then ' (' || o.reason || ')' else '' end || ' ' || count(*)
                from messaging.entry e
                left join messaging.outgoing o on o.organization_id = e.organization_id and o.outgoing_id = e.outgoing_id
               where e.organization_id = '%s' and e.step = 'day' group by e.state, o.state, o.reason order by 1
              """
                  .formatted(clinic.id())));
    }
  }

  /** How many texts nobody knew of for a while, and stand now in one of these states. */
  int doubted(String... states) throws SQLException {
    try (var owner = Sql.owner(address)) {
      return Integer.parseInt(
          Sql.texts(
                  owner,
                  """
                  select count(*) from messaging.outgoing o
                   where o.organization_id = '%s' and o.state in ('%s')
                     and exists (select from messaging.outgoing_step s
                           where s.organization_id = o.organization_id and s.outgoing_id = o.outgoing_id and s.state = 'in_doubt')
                  """
                      .formatted(clinic.id(), String.join("', '", states)))
              .getFirst());
    }
  }

  /** How many lines stand in one of these states. */
  int standing(String... states) throws SQLException {
    try (var owner = Sql.owner(address)) {
      return Integer.parseInt(
          Sql.texts(
                  owner,
                  """
                  select count(*) from messaging.entry e
                    left join messaging.outgoing o on o.organization_id = e.organization_id and o.outgoing_id = e.outgoing_id
                   where e.organization_id = '%s' and e.step = 'day'
                     and case when e.state = 'out' then o.state else e.state end in ('%s')
                  """
                      .formatted(clinic.id(), String.join("', '", states)))
              .getFirst());
    }
  }
}
