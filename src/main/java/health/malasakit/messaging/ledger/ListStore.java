package health.malasakit.messaging.ledger;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the pages about messages list. */
@Repository
class ListStore {

  /**
   * Of visits to come: nothing of it went out, or nobody knows, and no other channel told it. What
   * went out in English to who reads another language is there as well, what breaks each time it is
   * tried, and for half a day what came too late. Steps of one visit that are not told for one
   * reason are one call: the latest stands for all.
   */
  private static final String WAITING =
      EntryRow.COLUMNS
          + """
           where e.organization_id = any (:organizations) and e.entry_id in (
                   select w.entry_id from messaging.entry w
                    where w.organization_id = any (:organizations) and w.useless_at > :recent and w.settled_at is null
                      and (w.state = 'refused' or (w.state = 'held' and w.reason = 'error') or (w.state = 'out' and w.reason = 'language'))
                   union all
                   select w.entry_id from messaging.outgoing g
                     join messaging.entry w on w.organization_id = g.organization_id and w.outgoing_id = g.outgoing_id
                    where g.organization_id = any (:organizations) and g.state in ('failed', 'in_doubt', 'refused')
                      and w.state = 'out' and w.settled_at is null and w.useless_at > :recent
                      and (g.state <> 'refused' or w.followed))
             and (e.useless_at > :now or e.reason = 'too_late')
             and not exists (select from messaging.entry other
                   where other.organization_id = e.organization_id and other.visit_id = e.visit_id
                     and other.visit_version = e.visit_version and other.step = e.step and other.channel <> e.channel
                     and other.entry_id > e.entry_id and other.state <> 'cancelled')
             and not exists (select from messaging.entry later
                   where later.organization_id = e.organization_id and later.visit_id = e.visit_id
                     and later.visit_version = e.visit_version and later.patient_id = e.patient_id
                     and later.state = 'refused' and e.state = 'refused' and later.reason = e.reason and later.settled_at is null
                     and (later.since, later.entry_id) > (e.since, e.entry_id))
          """;

  private static final String OPEN = WAITING + " order by e.useless_at, e.entry_id limit 200";

  private static final String HOW_MANY =
      "select count(*) from (" + WAITING + " limit 100000) as waiting";

  /** What came too late for a visit is shown while that may still go on. */
  private static final Duration MISSED_SHOWN = Duration.ofHours(12);

  /** Of each clinic the first of its own, by its index: so a million lines are none to sort. */
  private static final String OF_EACH_CLINIC =
      """
      from unnest(cast(:organizations as uuid[])) as clinic (id) cross join lateral (
      """;

  private static final String NEXT =
      "select line.* "
          + OF_EACH_CLINIC
          + EntryRow.COLUMNS
          + """
           where e.organization_id = clinic.id and e.state in ('planned', 'held') and e.useless_at > :now
           order by e.due_at, e.entry_id limit 50) as line
           order by line.due_at, line.entry_id limit 50
          """;

  private static final String LATELY =
      "select line.* "
          + OF_EACH_CLINIC
          + EntryRow.COLUMNS
          + """
           where e.organization_id = clinic.id and e.state = 'out' and e.since > :since
             and o.state in ('sending', 'handed_over', 'delivered')
           order by e.since desc, e.entry_id limit 50) as line
           order by line.since desc, line.entry_id limit 50
          """;

  private static final String HISTORY =
      """
      select entry_id, state, reason, at, by_account, proof from (
        select s.entry_id, case s.state when 'out' then 'handed_over' else s.state end as state, s.reason, s.at, s.by_account, '' as proof, s.step_id
          from messaging.entry_step s
         where s.organization_id = :organization and s.entry_id = any (:entries) and (s.state <> 'out' or s.reason = 'went')
        union all
        select s.entry_id, g.state, g.reason, g.at, g.by_account, coalesce(o.carrier_id, ''), g.step_id
          from messaging.entry_step s
          join messaging.outgoing_step g on g.organization_id = s.organization_id and g.outgoing_id = s.outgoing_id
          join messaging.outgoing o on o.organization_id = s.organization_id and o.outgoing_id = s.outgoing_id
         where s.organization_id = :organization and s.entry_id = any (:entries) and s.state = 'out' and s.reason <> 'went') as all_steps
       order by at, step_id limit 5000
      """;

  private final JdbcClient jdbc;

  ListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Entry> open(Collection<OrganizationId> organizations, Instant now) {
    return waiting(OPEN, organizations, now).query((row, n) -> EntryRow.read(row)).list();
  }

  /** How many there are, shown or not. */
  int howManyOpen(Collection<OrganizationId> organizations, Instant now) {
    return waiting(HOW_MANY, organizations, now).query(Integer.class).single();
  }

  private JdbcClient.StatementSpec waiting(
      String sql, Collection<OrganizationId> organizations, Instant now) {
    return of(sql, organizations)
        .param("now", now.atOffset(UTC))
        .param("recent", now.minus(MISSED_SHOWN).atOffset(UTC));
  }

  List<Entry> next(Collection<OrganizationId> organizations, Instant now) {
    return of(NEXT, organizations)
        .param("now", now.atOffset(UTC))
        .query((row, n) -> EntryRow.read(row))
        .list();
  }

  List<Entry> lately(Collection<OrganizationId> organizations, Instant since) {
    return of(LATELY, organizations)
        .param("since", since.atOffset(UTC))
        .query((row, n) -> EntryRow.read(row))
        .list();
  }

  List<EntryStep> history(OrganizationId organization, Collection<EntryId> entries) {
    return jdbc.sql(HISTORY)
        .param("organization", organization.value())
        .param("entries", entries.stream().map(EntryId::value).toArray(UUID[]::new))
        .query((row, n) ->
            new EntryStep(
                new EntryId(row.getObject("entry_id", UUID.class)),
                row.getString("state"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("by_account", UUID.class)).map(AccountId::new),
                row.getString("proof")))
        .list();
  }

  private JdbcClient.StatementSpec of(String sql, Collection<OrganizationId> organizations) {
    return jdbc.sql(sql)
        .param(
            "organizations",
            organizations.stream().map(OrganizationId::value).toArray(UUID[]::new));
  }
}
