package health.malasakit.inquiries.mixups;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The line that each of the two persons keeps. */
@Repository
class MixUpSideStore {

  private static final String ADD =
      """
      insert into inquiries.mixup_side (organization_id, mixup_id, side, patient_id)
      values (:organization, :id, :side, :patient)
      """;

  private static final String SIDES =
      """
      select mixup_id, side, patient_id from inquiries.mixup_side
       where organization_id = :organization and mixup_id = any (:ids) limit 400
      """;

  private static final String OF_PATIENT =
      """
      select s.patient_id, s.side, m.what, m.by_id, m.at, m.undone_at
        from inquiries.mixup_side s
        join inquiries.mixup m on m.organization_id = s.organization_id and m.mixup_id = s.mixup_id
       where s.organization_id = :organization and s.patient_id = :patient
       order by s.mixup_id desc limit 50
      """;

  private final JdbcClient jdbc;

  MixUpSideStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void wrong(MixUp one, PatientId whose) {
    add(one, "wrong", whose);
  }

  void right(MixUp one, PatientId whose) {
    add(one, "right", whose);
  }

  private void add(MixUp one, String side, PatientId whose) {
    jdbc.sql(ADD)
        .param("organization", one.organization().value())
        .param("id", one.id().value())
        .param("side", side)
        .param("patient", whose.value())
        .update();
  }

  /** Both persons of each, as far as they may be seen from here. */
  Map<MixUpId, MixUpLines.Persons> persons(OrganizationId organization, Collection<MixUpId> ids) {
    record Line(MixUpId id, boolean right, PatientId patient) {}
    var lines =
        jdbc.sql(SIDES)
            .param("organization", organization.value())
            .param("ids", ids.stream().map(MixUpId::value).toArray(UUID[]::new))
            .query((row, n) ->
                new Line(
                    new MixUpId(row.getObject("mixup_id", UUID.class)),
                    row.getString("side").equals("right"),
                    new PatientId(row.getObject("patient_id", UUID.class))))
            .list();
    return ids.stream()
        .collect(
            Collectors.toMap(
                id -> id,
                id -> {
                  var hers = lines.stream().filter(line -> line.id().equals(id)).toList();
                  return new MixUpLines.Persons(
                      hers.stream().filter(line -> !line.right()).map(Line::patient).findFirst(),
                      hers.stream().filter(Line::right).map(Line::patient).findFirst());
                }));
  }

  /** What was moved from or to her, the newest first; 50 at most. */
  List<Side> of(OrganizationId organization, PatientId patient) {
    return jdbc.sql(OF_PATIENT)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query((row, n) ->
            new Side(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("side").equals("right"),
                Thing.What.of(row.getString("what")),
                new AccountId(row.getObject("by_id", UUID.class)),
                MixUpRow.instant(row, "at").orElseThrow(),
                row.getObject("undone_at") != null))
        .list();
  }
}
