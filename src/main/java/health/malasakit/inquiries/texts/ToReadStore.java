package health.malasakit.inquiries.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which texts call for somebody, and who may have written them. */
@Repository
class ToReadStore {

  private static final String ALARMS =
      """
      select organization_id, text_id, came_at from inquiries.text_in
       where organization_id = any (:organizations) and became = '' and why = 'danger' and owner is null
       order by came_at limit 20
      """;

  private static final String WAITING =
      """
      select count(*) from inquiries.text_in where organization_id = any (:organizations) and became = ''
      """;

  private static final String ABOUT_WHOM =
      """
      select text_id, patient_id from inquiries.text_about
       where organization_id = any (:organizations) and text_id = any (:ids) limit 5000
      """;

  private final JdbcClient jdbc;

  ToReadStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those with danger words that are nobody's yet; 20 at most. */
  List<ToRead.Alarm> alarms(Collection<OrganizationId> where) {
    return jdbc.sql(ALARMS)
        .param("organizations", ids(where))
        .query((row, n) ->
            new ToRead.Alarm(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                new TextInId(row.getObject("text_id", UUID.class)),
                row.getObject("came_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  int waiting(Collection<OrganizationId> where) {
    return jdbc.sql(WAITING).param("organizations", ids(where)).query(Integer.class).single();
  }

  record About(TextInId text, PatientId patient) {}

  /** Who may have written these, as far as the reader may see them. */
  List<About> about(Collection<TextIn> texts) {
    return jdbc.sql(ABOUT_WHOM)
        .param("organizations", ids(texts.stream().map(TextIn::organization).distinct().toList()))
        .param("ids", texts.stream().map(one -> one.id().value()).toArray(UUID[]::new))
        .query((row, n) ->
            new About(
                new TextInId(row.getObject("text_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class))))
        .list();
  }

  private static UUID[] ids(Collection<OrganizationId> where) {
    return where.stream().map(OrganizationId::value).toArray(UUID[]::new);
  }
}
