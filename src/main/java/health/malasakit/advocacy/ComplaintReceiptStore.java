package health.malasakit.advocacy;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A receipt is read by whoever recorded it and by nobody else. */
@Repository
class ComplaintReceiptStore {

  private static final String ADD =
      """
      insert into advocacy.receipt (organization_id, complaint_id, number, logged, reached, call_id, recorded_by, recorded_at)
      values (:organization, :id, :number, :logged, :reached, :call, :by, :at)
      """;

  private static final String FIND =
      """
      select organization_id, complaint_id, number, logged, reached, recorded_at from advocacy.receipt
       where organization_id = :organization and complaint_id = :id
      """;

  private static final String OF =
      """
      select organization_id, complaint_id, number, logged, reached, recorded_at from advocacy.receipt
       where organization_id = any (:organizations) and recorded_by = :by
       order by recorded_at desc limit 20
      """;

  private static final String IN_CALL =
      """
      select organization_id, complaint_id, number, logged, reached, recorded_at from advocacy.receipt
       where organization_id = :organization and call_id = :call and recorded_by = :by
       order by recorded_at limit 20
      """;

  private final JdbcClient jdbc;

  ComplaintReceiptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Complaint one, boolean reached) {
    jdbc.sql(ADD)
        .param("organization", one.organization().value())
        .param("id", one.id().value())
        .param("number", one.number())
        .param("logged", one.state() == Complaint.State.LOGGED)
        .param("reached", reached)
        .param("call", one.told().where().call().orElse(null))
        .param("by", one.recorded().by().value())
        .param("at", one.recorded().at().atOffset(UTC))
        .update();
  }

  Optional<ComplaintReceipt> find(OrganizationId organization, ComplaintId id) {
    return jdbc.sql(FIND)
        .param("organization", organization.value())
        .param("id", id.value())
        .query(ComplaintRow::receipt)
        .optional();
  }

  /** Those she recorded in a call; 20 at most. */
  List<ComplaintReceipt> in(OrganizationId organization, UUID call, AccountId account) {
    return jdbc.sql(IN_CALL)
        .param("organization", organization.value())
        .param("call", call)
        .param("by", account.value())
        .query(ComplaintRow::receipt)
        .list();
  }

  /** Her newest in these clinics; 20 at most. */
  List<ComplaintReceipt> of(AccountId account, Collection<OrganizationId> organizations) {
    return jdbc.sql(OF)
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("by", account.value())
        .query(ComplaintRow::receipt)
        .list();
  }
}
