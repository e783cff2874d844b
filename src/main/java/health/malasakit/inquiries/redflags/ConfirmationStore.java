package health.malasakit.inquiries.redflags;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConfirmationStore {

  /** Who confirms the same text again changes nothing: the first name and date stay. */
  private static final String ADD =
      """
      insert into inquiries.script_confirmation (organization_id, flag, text_hash, confirmed_by, name, confirmed_at)
      values (:organization, :flag, :hash, :by, :name, :now)
      on conflict do nothing
      """;

  private static final String ALL =
      """
      select flag, text_hash, name, confirmed_at from inquiries.script_confirmation
       where organization_id = :organization order by confirmed_at desc limit 1000
      """;

  private final JdbcClient jdbc;

  ConfirmationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean add(OrganizationId organization, Confirmation one, AccountId by) {
    return jdbc.sql(ADD)
            .param("organization", organization.value())
            .param("flag", one.flag())
            .param("hash", one.textHash())
            .param("by", by.value())
            .param("name", one.name())
            .param("now", one.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Newest first. */
  List<Confirmation> all(OrganizationId organization) {
    return jdbc.sql(ALL)
        .param("organization", organization.value())
        .query((row, number) ->
            new Confirmation(
                row.getString("flag"),
                row.getString("text_hash"),
                row.getString("name"),
                row.getObject("confirmed_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
