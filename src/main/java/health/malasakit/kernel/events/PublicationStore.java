package health.malasakit.kernel.events;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox. What is done lies in the archive, so nothing here can be given again by mistake. */
@Repository
class PublicationStore {

  /** Two nodes that ask at once get different rows. */
  private static final String CLAIM =
      """
      update kernel.event_publication
         set status = 'RESUBMITTED', last_resubmission_date = :now,
             completion_attempts = coalesce(completion_attempts, 0) + 1
       where id in (select waiting.id
                      from kernel.event_publication waiting
                     where waiting.publication_date < :before
                       and coalesce(waiting.last_resubmission_date, waiting.publication_date) < :before
                       and coalesce(waiting.completion_attempts, 0) < :attempts
                     order by waiting.publication_date
                     limit 100
                       for update skip locked)
      returning id, listener_id, event_type, serialized_event
      """;

  private static final String GIVE_UP =
      """
      insert into kernel.incident (id, at, kind, subject, subject_id)
      select :id, :now, 'event', lost.listener_id, lost.id
        from kernel.event_publication lost
       where lost.publication_date < :before
         and lost.last_resubmission_date < :before
         and lost.completion_attempts >= :attempts
         and not exists (select from kernel.incident known where known.subject_id = lost.id)
       order by lost.publication_date
       limit 1
      on conflict (subject_id) do nothing
      returning subject_id
      """;

  private static final String FORGET =
      """
      delete from kernel.event_publication_archive
       where id in (select done.id from kernel.event_publication_archive done
                     where done.completion_date < :before order by done.completion_date limit 10000)
      """;

  private final JdbcClient jdbc;

  PublicationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<PublicationRow> claim(Instant now, Duration age, int attemptsMax) {
    return jdbc.sql(CLAIM)
        .param("now", at(now))
        .param("before", at(now.minus(age)))
        .param("attempts", attemptsMax)
        .query((row, n) ->
            new PublicationRow(
                row.getObject("id", UUID.class),
                row.getString("listener_id"),
                row.getString("event_type"),
                row.getString("serialized_event")))
        .list();
  }

  /**
   * Notes one event that was given often enough; gives its publication, or nothing when there is
   * none.
   */
  List<UUID> giveUp(UUID incident, Instant now, Duration age, int attemptsMax) {
    return jdbc.sql(GIVE_UP)
        .param("id", incident)
        .param("now", at(now))
        .param("before", at(now.minus(age)))
        .param("attempts", attemptsMax)
        .query((row, n) -> row.getObject("subject_id", UUID.class))
        .list();
  }

  int forget(Instant before) {
    return jdbc.sql(FORGET).param("before", at(before)).update();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
