package health.malasakit.coverage;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PolicyStore {

  private static final String ADD =
      """
      insert into coverage.policy (organization_id, policy_id, patient_id, payer, programme, state, plan,
        member_id, subscriber, subscriber_name, place, starts_on, ends_on, first_seen_on, last_seen_on,
        basis, read_by, read_at, source)
      values (:organization, :id, :patient, :payer, :programme, :state, :plan,
        :member, :subscriber, :subscriberName, :place, :starts, :ends, :firstSeen, :lastSeen,
        :basis, :readBy, :readAt, :source)
      """;

  private static final String REPLACE =
      """
      update coverage.policy set replaced_at = :now, replaced_by_id = :next
       where organization_id = :organization and policy_id = :id and replaced_at is null
      """;

  private static final String SEEN =
      """
      update coverage.policy set first_seen_on = :firstSeen, last_seen_on = :lastSeen
       where organization_id = :organization and policy_id = :id
      """;

  private static final String STANDING =
      """
      select * from coverage.policy
       where organization_id = :organization and patient_id = :patient and replaced_at is null
       order by place, read_at desc limit 50
      """;

  /** One name after the other by the index, however many patients have each. */
  private static final String PAYERS =
      """
      with recursive payer (name) as (
        (select payer from coverage.policy
          where organization_id = :organization and replaced_at is null order by payer limit 1)
        union all
        select (select p.payer from coverage.policy p
                 where p.organization_id = :organization and p.replaced_at is null and p.payer > payer.name
                 order by p.payer limit 1)
          from payer where payer.name is not null
      )
      select name from payer where name is not null limit 200
      """;

  private static final String EVER =
      """
      select * from coverage.policy
       where organization_id = :organization and patient_id = :patient
       order by policy_id desc limit 100
      """;

  private static final String STANDING_AT =
      """
      select * from coverage.policy
       where organization_id = :organization and patient_id = :patient
         and read_at <= :at and (replaced_at is null or replaced_at > :at)
       order by place, read_at desc limit 50
      """;

  private static final String FROM_FILE =
      """
      select * from coverage.policy
       where organization_id = :organization and patient_id = :patient and payer = :payer
         and programme = :programme and source = :source and basis = 'file' and replaced_at is null
      """;

  private static final String NOW_IN_PLACE_OF =
      """
      with recursive later as (
        select policy_id, replaced_by_id from coverage.policy
         where organization_id = :organization and patient_id = :patient and policy_id = :id
        union
        select p.policy_id, p.replaced_by_id from coverage.policy p join later on p.policy_id = later.replaced_by_id
         where p.organization_id = :organization and p.patient_id = :patient)
      select p.* from coverage.policy p join later using (policy_id)
       where p.organization_id = :organization and p.replaced_at is null
      """;

  private static final String ONCE_FROM_FILE =
      """
      select exists (select 1 from coverage.policy
       where organization_id = :organization and patient_id = :patient and payer = :payer
         and programme = :programme and source = :source and basis = 'file')
      """;

  private static final String NAMED =
      """
      select * from coverage.policy
       where organization_id = :organization and patient_id = :patient and source = :source and basis = 'file'
       order by read_at desc, policy_id desc limit 1
      """;

  private final JdbcClient jdbc;

  PolicyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Policy policy) {
    jdbc.sql(ADD).params(PolicyRow.columns(policy)).update();
  }

  /** Marks one as replaced; false when somebody else was faster. */
  boolean replace(OrganizationId organization, PolicyId id, Optional<PolicyId> next, Instant now) {
    return jdbc.sql(REPLACE)
            .param("organization", organization.value())
            .param("id", id.value())
            .param("next", next.map(PolicyId::value).orElse(null))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void seen(Policy policy, Policy.Seen seen) {
    jdbc.sql(SEEN)
        .param("organization", policy.organization().value())
        .param("id", policy.id().value())
        .param("firstSeen", seen.first())
        .param("lastSeen", seen.last())
        .update();
  }

  /** The coverage itself while it stands, else what corrections made of it; empty when removed. */
  Optional<Policy> nowInPlaceOf(OrganizationId organization, PatientId patient, PolicyId id) {
    return jdbc.sql(NOW_IN_PLACE_OF)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .param("id", id.value())
        .query(PolicyRow::of)
        .optional();
  }

  List<Policy> standing(OrganizationId organization, PatientId patient) {
    return jdbc.sql(STANDING)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query(PolicyRow::of)
        .list();
  }

  List<String> payers(OrganizationId organization) {
    return jdbc.sql(PAYERS)
        .param("organization", organization.value())
        .query((row, n) -> row.getString("name"))
        .list();
  }

  /** A coverage, when it stopped standing, and what took its place. */
  record Ever(Policy policy, Optional<Instant> replacedAt, Optional<PolicyId> replacedBy) {}

  /** All that ever stood, the newest first. */
  List<Ever> ever(OrganizationId organization, PatientId patient) {
    return jdbc.sql(EVER)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query((row, n) ->
            new Ever(
                PolicyRow.of(row, n),
                Optional.ofNullable(row.getObject("replaced_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("replaced_by_id", UUID.class))
                    .map(id -> new PolicyId(id))))
        .list();
  }

  List<Policy> standingAt(OrganizationId organization, PatientId patient, Instant at) {
    return jdbc.sql(STANDING_AT)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(PolicyRow::of)
        .list();
  }

  Optional<Policy> fromFile(Policy like) {
    return alike(FROM_FILE, like).query(PolicyRow::of).optional();
  }

  /** Whether files brought one like it, standing or replaced. */
  boolean onceFromFile(Policy like) {
    return alike(ONCE_FROM_FILE, like).query(Boolean.class).single();
  }

  /** The newest that files brought under that source, standing or replaced. */
  Optional<Policy> named(Policy like) {
    return jdbc.sql(NAMED)
        .param("organization", like.organization().value())
        .param("patient", like.patient().value())
        .param("source", like.source())
        .query(PolicyRow::of)
        .optional();
  }

  private JdbcClient.StatementSpec alike(String question, Policy like) {
    return jdbc.sql(question)
        .param("organization", like.organization().value())
        .param("patient", like.patient().value())
        .param("payer", like.facts().payer().strip())
        .param("programme", like.facts().programme().code())
        .param("source", like.source());
  }
}
