package health.malasakit.messaging.ledger;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.MessageNews;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the ledger; each change appends to the history of its line. */
@Repository
class EntryStore {

  /** Why a line is out again without being sent. */
  static final String WENT = "went";

  private static final String ADD =
      """
      insert into messaging.entry (organization_id, entry_id, patient_id, visit_id, visit_version, step, channel, urgency,
                                   state, reason, due_at, wanted_at, useless_at, since)
      values (:organization, :id, :patient, :visit, :version, :step, :channel, :urgency,
              'planned', '', :due, :wanted, :useless, :since)
      on conflict (organization_id, visit_id, visit_version, step, channel) do nothing
      """;

  private static final String REMEMBER =
      """
      insert into messaging.entry_step (organization_id, step_id, entry_id, patient_id, state, reason, outgoing_id, at, by_account)
      select organization_id, :step, entry_id, patient_id, :state, :reason, :outgoing, :now, :by from messaging.entry
       where organization_id = :organization and entry_id = :id
      """;

  /** Whoever sends a line has its row until that is committed. */
  private static final String ALONE =
      EntryRow.COLUMNS
          + """
           where e.organization_id = :organization and e.entry_id = any (:ids) and e.state in ('planned', 'held')
             and e.due_at <= :until and e.settled_at is null
           order by e.entry_id limit 500 for update of e skip locked
          """;

  /** Who sends one of them has it until that is committed: then it is told, or it is not. */
  private static final String OF_VISIT_ALONE =
      EntryRow.COLUMNS
          + """
           where e.organization_id = :organization and e.visit_id = :visit
           order by e.entry_id limit 500 for update of e
          """;

  private static final String CHANGE =
      """
      update messaging.entry set state = :state, reason = :reason, due_at = :due, since = :now
       where organization_id = :organization and entry_id = :id and state in ('planned', 'held')
      """;

  private static final String OUT =
      """
      update messaging.entry
         set state = 'out', reason = :reason, outgoing_id = :outgoing, attempts = attempts + 1, followed = false, since = :now
       where organization_id = :organization and entry_id = :id and state in ('planned', 'held')
      """;

  private static final String RETIME =
      """
      update messaging.entry set state = :state, reason = :reason, due_at = :due, wanted_at = :due, since = :now
       where organization_id = :organization and entry_id = :id
         and (state = 'planned' or (state = 'cancelled' and reason = 'rule'))
      """;

  /**
   * Of what is out only what was refused or did not arrive; the moment of her asking is over. What
   * a person sends again, and is planned by that, is to be told then, and is no news.
   */
  private static final String BACK =
      """
      update messaging.entry set state = :state, reason = :reason, due_at = :due, since = :now, followed = false,
                                 urgency = case when urgency = 'asked' or :state = 'planned' then 'usual' else urgency end,
                                 wanted_at = case :state when 'planned' then :due else wanted_at end
       where organization_id = :organization and entry_id = :id and settled_at is null
         and (state = 'refused' or (state = 'out' and outgoing_id in (
              select o.outgoing_id from messaging.outgoing o
               where o.organization_id = :organization and o.outgoing_id = messaging.entry.outgoing_id
                 and o.state in ('refused', 'failed', 'in_doubt'))))
      """;

  private static final String WENT_BEFORE =
      """
      update messaging.entry e
         set state = 'out', followed = false, since = :now,
             reason = coalesce((select s.reason from messaging.entry_step s
                       where s.organization_id = e.organization_id and s.entry_id = e.entry_id and s.state = 'out'
                         and s.outgoing_id = e.outgoing_id order by s.step_id limit 1), '')
       where e.organization_id = :organization and e.entry_id = :id and e.state in ('planned', 'held')
         and exists (select from messaging.outgoing o
               where o.organization_id = e.organization_id and o.outgoing_id = e.outgoing_id
                 and o.state in ('handed_over', 'delivered'))
      returning e.outgoing_id
      """;

  private final JdbcClient jdbc;
  private final MessageNews news;

  EntryStore(JdbcClient jdbc, MessageNews news) {
    this.jdbc = jdbc;
    this.news = news;
  }

  /** False when this step of this version is there by that channel. */
  boolean add(Entry one) {
    boolean added =
        of(ADD, one.organization())
                .param("id", one.id().value())
                .param("patient", one.patient().value())
                .param("visit", one.visit())
                .param("version", one.version())
                .param("step", one.step().code())
                .param("channel", one.channel().code())
                .param("urgency", one.urgency().code())
                .param("due", one.dueAt().atOffset(UTC))
                .param("wanted", one.wantedAt().atOffset(UTC))
                .param("useless", one.uselessAt().atOffset(UTC))
                .param("since", one.since().atOffset(UTC))
                .update()
            == 1;
    if (added) {
      remember(one, new Change("planned", "", one.dueAt(), one.since()), Optional.empty());
    }
    return added;
  }

  /** Of these the unsent that are due by then, and nobody else's until this transaction ends. */
  List<Entry> alone(OrganizationId organization, Collection<EntryId> ids, Instant until) {
    return of(ALONE, organization)
        .param("ids", ids.stream().map(EntryId::value).toArray(UUID[]::new))
        .param("until", until.atOffset(UTC))
        .query((row, n) -> EntryRow.read(row))
        .list();
  }

  /** All of a visit, in the order in which they were planned; nobody else changes them. */
  List<Entry> ofVisitAlone(OrganizationId organization, UUID visit) {
    return of(OF_VISIT_ALONE, organization)
        .param("visit", visit)
        .query((row, n) -> EntryRow.read(row))
        .list();
  }

  /** What becomes of a line. */
  record Change(String state, String reason, Instant due, Instant at) {}

  /**
   * Of one that is unsent; of any other nothing changes. One that is held for this reason already
   * is held since then, and its history says so once, however often it is tried.
   */
  boolean change(Entry one, Change next) {
    return write(CHANGE, one, next);
  }

  /** Of one that waits for its hour, or that the clinic's rule had stopped. */
  boolean retime(Entry one, Change next) {
    return write(RETIME, one, next);
  }

  /** Of one that was refused, or did not arrive: it is unsent again. */
  boolean back(Entry one, Change next) {
    return write(BACK, one, next);
  }

  private boolean write(String sql, Entry one, Change next) {
    boolean still = one.isHeld(next.reason()) && next.state().equals(one.state().code());
    boolean changed =
        of(sql, one.organization())
                .param("id", one.id().value())
                .param("state", next.state())
                .param("reason", next.reason())
                .param("due", next.due().atOffset(UTC))
                .param("now", (still ? one.since() : next.at()).atOffset(UTC))
                .update()
            == 1;
    if (changed && !still) {
      remember(one, next, Optional.empty());
    }
    return changed;
  }

  /** It is on its way, as that row among what is handed over. */
  void out(Entry one, UUID outgoing, String reason, Instant now) {
    int changed =
        of(OUT, one.organization())
            .param("id", one.id().value())
            .param("outgoing", outgoing)
            .param("reason", reason)
            .param("now", now.atOffset(UTC))
            .update();
    if (changed != 1) {
      throw new IllegalStateException("A line that is alone changed meanwhile: " + one.id());
    }
    remember(one, new Change("out", reason, one.dueAt(), now), Optional.of(outgoing));
  }

  /** One that was to go again, and of which the gateway has the last one after all, is out. */
  boolean wentBefore(Entry one, Instant now) {
    var outgoing =
        of(WENT_BEFORE, one.organization())
            .param("id", one.id().value())
            .param("now", now.atOffset(UTC))
            .query(UUID.class)
            .optional();
    outgoing.ifPresent(
        last -> remember(one, new Change("out", WENT, one.dueAt(), now), Optional.of(last)));
    return outgoing.isPresent();
  }

  /** Its history says so. */
  void remember(Entry one, Change next, Optional<UUID> outgoing) {
    of(REMEMBER, one.organization())
        .param("step", Ids.next())
        .param("id", one.id().value())
        .param("state", next.state())
        .param("reason", next.reason())
        .param("outgoing", outgoing.orElse(null))
        .param("now", next.at().atOffset(UTC))
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .update();
    news.changed(one.organization());
  }

  private JdbcClient.StatementSpec of(String sql, OrganizationId organization) {
    return jdbc.sql(sql).param("organization", organization.value());
  }
}
