package health.malasakit.messaging;

import health.malasakit.kernel.Ids;
import java.sql.Connection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Messages in a database that came out of a backup. Whatever was due before the restore, or went
 * with what was, may have been sent by the server from which the backup was taken: it is not sent
 * by itself, but waits for a person. And whoever said no since the backup is not known any more: so
 * nothing at all goes out of a clinic until a person of it switches its messages on again.
 */
public final class AfterRestore {

  /**
   * Unsent and due, or about to be tried again or by another way; and reminders of the same day,
   * which go with one that is due ({@code messaging.ledger.Parcels}).
   */
  private static final String MAY_HAVE_GONE =
      """
      with gone as (
        update messaging.entry e set state = 'refused', reason = 'restored', since = now()
         where (e.state in ('planned', 'held')
                and (e.due_at <= now() or (e.step in ('week', 'three_days', 'day') and e.due_at <= now() + interval '13 hours')))
            or (e.state = 'out' and not e.followed and exists (select from messaging.outgoing o
                  where o.organization_id = e.organization_id and o.outgoing_id = e.outgoing_id
                    and o.state in ('refused', 'failed')))
        returning e.organization_id, e.entry_id, e.patient_id)
      insert into messaging.entry_step (organization_id, step_id, entry_id, patient_id, state, reason, at)
      select organization_id, gen_random_uuid(), entry_id, patient_id, 'refused', 'restored', now() from gone
      """;

  /** What becomes of a message that was on its way is told to a person, and by no other way. */
  private static final String NOT_BY_ANOTHER_WAY =
      """
      update messaging.entry e set followed = true
       where e.state = 'out' and not e.followed and exists (select from messaging.outgoing o
               where o.organization_id = e.organization_id and o.outgoing_id = e.outgoing_id
                 and o.state in ('sending', 'in_doubt', 'handed_over'))
      """;

  private static final String SENDING =
      """
      select organization_id, rule_id, rule from (
        select distinct on (organization_id) organization_id, rule_id, sends, cast(rule as text) as rule
          from messaging.clinic_rule order by organization_id, rule_id desc) as newest
       where sends limit 100000
      """;

  private static final String HOLD =
      """
      insert into messaging.clinic_rule (organization_id, rule_id, sends, rule, set_by, set_at)
      values (:organization, :id, false, cast(:rule as jsonb), null, now())
      """;

  private static final String REMEMBER =
      """
      insert into messaging.restored (restored_at, backup_at, messages)
      values (now(), least(now(), cast(:taken as timestamptz)), :messages)
      """;

  private AfterRestore() {}

  /**
   * What is held.
   *
   * @param messages that wait for a person
   * @param clinics whose messages were on, and are off
   */
  public record Held(int messages, int clinics) {}

  /**
   * In the transaction of this connection, which is the owner's.
   *
   * @param taken when the backup was made, as PostgreSQL writes a moment
   */
  public static Held hold(Connection owner, String taken) {
    var client = JdbcClient.create(new SingleConnectionDataSource(owner, true));
    int messages = client.sql(MAY_HAVE_GONE).update();
    client.sql(NOT_BY_ANOTHER_WAY).update();
    var sending = client.sql(SENDING).query().listOfRows();
    sending.forEach(one -> switchOff(client, one));
    client.sql(REMEMBER).param("taken", taken).param("messages", messages).update();
    return new Held(messages, sending.size());
  }

  private static void switchOff(JdbcClient client, Map<String, Object> clinic) {
    client
        .sql(HOLD)
        .param("organization", clinic.get("organization_id"))
        .param("id", Ids.after((UUID) Objects.requireNonNull(clinic.get("rule_id"))))
        .param("rule", clinic.get("rule"))
        .update();
  }
}
