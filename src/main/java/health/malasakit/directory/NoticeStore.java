package health.malasakit.directory;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoticeStore {

  private static final String SHOWN_BETWEEN =
      """
      select n.*, r.read_at from directory.notice n
        left join directory.notice_read r
          on r.organization_id = n.organization_id and r.notice_id = n.id and r.account_id = :account
       where n.shown_until > :from and n.shown_from < :until and n.withdrawn_at is null
       order by n.must_read desc, n.shown_from desc, n.id limit 500
      """;

  private static final String OF_ORGANIZATION =
      """
      select n.*, r.read_at from directory.notice n
        left join directory.notice_read r
          on r.organization_id = n.organization_id and r.notice_id = n.id and r.account_id = :account
       where n.organization_id = :organization
       order by n.shown_until desc, n.id limit 5000
      """;

  private static final String BY_ID =
      """
      select n.*, r.read_at from directory.notice n
        left join directory.notice_read r
          on r.organization_id = n.organization_id and r.notice_id = n.id and r.account_id = :account
       where n.id = :id
      """;

  private static final String READ_BY =
      """
      select account_id, read_at from directory.notice_read
       where organization_id = :organization and notice_id = :id order by read_at limit 2000
      """;

  private static final String ADD =
      """
      insert into directory.notice (organization_id, id, site_id, practitioner_id, words, shown_from, shown_until,
                                    must_read, written_by, written_at)
      values (:organization, :id, :site, :practitioner, :words, :from, :until, :mustRead, :by, :at)
      """;

  private static final String WITHDRAW =
      """
      update directory.notice set withdrawn_at = :at, version = version + 1
       where organization_id = :organization and id = :id and version = :version and withdrawn_at is null
      """;

  private static final String MARK_READ =
      """
      insert into directory.notice_read (organization_id, notice_id, account_id, read_at)
      values (:organization, :id, :account, :at) on conflict do nothing
      """;

  private final JdbcClient jdbc;

  NoticeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Notice> shownBetween(Instant from, Instant until, Optional<AccountId> reader) {
    return jdbc.sql(SHOWN_BETWEEN)
        .param("account", reader.map(AccountId::value).orElse(null))
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query((row, n) -> notice(row))
        .list();
  }

  List<Notice> of(OrganizationId organization, Optional<AccountId> reader) {
    return jdbc.sql(OF_ORGANIZATION)
        .param("account", reader.map(AccountId::value).orElse(null))
        .param("organization", organization.value())
        .query((row, n) -> notice(row))
        .list();
  }

  Optional<Notice> byId(NoticeId id, Optional<AccountId> reader) {
    return jdbc.sql(BY_ID)
        .param("account", reader.map(AccountId::value).orElse(null))
        .param("id", id.value())
        .query((row, n) -> notice(row))
        .optional();
  }

  List<Notices.Receipt> readBy(Notice notice) {
    return jdbc.sql(READ_BY)
        .param("organization", notice.organization().value())
        .param("id", notice.id().value())
        .query((row, n) ->
            new Notices.Receipt(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("read_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  void add(Notice notice) {
    Notice.Details details = notice.details();
    jdbc.sql(ADD)
        .param("organization", notice.organization().value())
        .param("id", notice.id().value())
        .param("site", siteOf(details.about()))
        .param("practitioner", practitionerOf(details.about()))
        .param("words", details.words())
        .param("from", details.from().atOffset(ZoneOffset.UTC))
        .param("until", details.until().atOffset(ZoneOffset.UTC))
        .param("mustRead", details.mustRead())
        .param("by", notice.by().map(AccountId::value).orElse(null))
        .param("at", notice.writtenAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean withdraw(Notice notice, Instant at) {
    return jdbc.sql(WITHDRAW)
            .param("organization", notice.organization().value())
            .param("id", notice.id().value())
            .param("version", notice.version())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  void markRead(Notice notice, AccountId reader, Instant at) {
    jdbc.sql(MARK_READ)
        .param("organization", notice.organization().value())
        .param("id", notice.id().value())
        .param("account", reader.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static @Nullable UUID siteOf(Notice.About about) {
    return about instanceof Notice.About.AtSite(SiteId site) ? site.value() : null;
  }

  private static @Nullable UUID practitionerOf(Notice.About about) {
    return about instanceof Notice.About.OfPractitioner(PractitionerId who) ? who.value() : null;
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        new NoticeId(row.getObject("id", UUID.class)),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new Notice.Details(
            about(row),
            row.getString("words"),
            row.getObject("shown_from", OffsetDateTime.class).toInstant(),
            row.getObject("shown_until", OffsetDateTime.class).toInstant(),
            row.getBoolean("must_read")),
        Optional.ofNullable(row.getObject("written_by", UUID.class)).map(AccountId::new),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        moment(row, "read_at"),
        moment(row, "withdrawn_at"),
        row.getLong("version"));
  }

  private static Notice.About about(ResultSet row) throws SQLException {
    UUID site = row.getObject("site_id", UUID.class);
    UUID practitioner = row.getObject("practitioner_id", UUID.class);
    if (site != null) {
      return new Notice.About.AtSite(new SiteId(site));
    }
    return practitioner != null
        ? new Notice.About.OfPractitioner(new PractitionerId(practitioner))
        : new Notice.About.WholeClinic();
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
