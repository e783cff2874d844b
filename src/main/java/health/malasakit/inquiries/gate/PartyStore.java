package health.malasakit.inquiries.gate;

import static java.time.ZoneOffset.UTC;

import health.malasakit.directory.TransferTargetId;
import health.malasakit.inquiries.Call;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Scopes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PartyStore {

  private static final String ADD =
      """
      insert into inquiries.party (organization_id, party_id, call_id, sort, name, person, job, number, proof,
                                   target_id, published, reference, by_id, at)
      values (:organization, :id, :call, :sort, :name, :person, :job, :number, :proof, :target, :published,
              :reference, :by, :now)
      """;

  private static final String LATEST =
      """
      select sort, name, person, job, number, proof, target_id, published, reference from inquiries.party
       where organization_id = :organization and call_id = :call order by party_id desc limit 1
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  PartyStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(Call call, Party one) {
    jdbc.sql(ADD)
        .param("organization", call.organization().value())
        .param("id", Ids.next())
        .param("call", call.id().value())
        .param("sort", one.sort().code())
        .param("name", one.name())
        .param("person", one.person())
        .param("job", one.job())
        .param("number", one.number())
        .param("proof", one.proof().code())
        .param("target", one.onFile().map(TransferTargetId::value).orElse(null))
        .param("published", one.published().map(Party.Published::code).orElse(null))
        .param("reference", one.reference())
        .param("by", Scopes.current().account().orElseThrow().value())
        .param("now", clock.instant().atOffset(UTC))
        .update();
  }

  Optional<Party> latest(Call call) {
    return jdbc.sql(LATEST)
        .param("organization", call.organization().value())
        .param("call", call.id().value())
        .query((row, n) -> party(row))
        .optional();
  }

  private static Party party(ResultSet row) throws SQLException {
    return new Party(
        Party.Sort.of(row.getString("sort")),
        row.getString("name"),
        row.getString("person"),
        row.getString("job"),
        row.getString("number"),
        Party.Proof.of(row.getString("proof")),
        Optional.ofNullable(row.getObject("target_id", UUID.class))
            .map(id -> new TransferTargetId(id)),
        Optional.ofNullable(row.getString("published")).map(code -> Party.Published.of(code)),
        row.getString("reference"));
  }
}
