package health.malasakit.bench;

import static org.awaitility.Awaitility.await;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the ledger says of visits that were booked, moved and cancelled under faults. */
final class SoakMessages {

  /** Until the carrier was asked of each text of which nobody knows, and answered. */
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(20);

  private final DatabaseAddress address;
  private final CountingCarrier carrier;
  private int clinics;

  SoakMessages(DatabaseAddress address, CountingCarrier carrier) {
    this.address = address;
    this.carrier = carrier;
  }

  /** Each patient of a clinic has a mobile of her own. */
  void givePhones(OrganizationId clinic) throws SQLException {
    ToldOfVisits.givePhones(address, clinic, clinics++);
  }

  /** Sentences of what is not as it must be, of one clinic and of what the carrier has in all. */
  List<String> wrong(OrganizationId clinic) throws SQLException {
    var wrong = new ArrayList<>(ToldOfVisits.wrong(address, clinic));
    wrong.addAll(wrongMeanwhile());
    return wrong;
  }

  /** The same of what holds at any moment: nothing was told that the ledger did not begin. */
  List<String> wrongMeanwhile() throws SQLException {
    int handed = out("handed_over", "delivered");
    long taken = taken();
    int begun = out("sending", "in_doubt", "handed_over", "delivered", "failed");
    return handed <= taken && taken <= begun
        ? List.of()
        : List.of(
            "%d texts handed over, %d at the carrier, %d begun".formatted(handed, taken, begun));
  }

  /** Once nothing is due and nothing in doubt any more: what the carrier has is what was told. */
  String settled() throws SQLException {
    await()
        .atMost(SETTLED_WITHIN)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> out("sending", "in_doubt") == 0 && due() == 0);
    var handed = handed();
    if (!carrier.ids().equals(Set.copyOf(handed)) || taken() != handed.size()) {
      throw new IllegalStateException(
          "%d texts handed over, %d at the carrier, or others".formatted(handed.size(), taken()));
    }
    if (handed.isEmpty()) {
      throw new IllegalStateException("Visits were booked, and nobody was texted");
    }
    return "%d texts, each at the carrier once; %d that went nowhere"
        .formatted(handed.size(), out("failed", "refused"));
  }

  /** As the carrier names what the ledger says was handed over. */
  private List<String> handed() throws SQLException {
    try (var owner = Sql.owner(address)) {
      return Sql.texts(
          owner,
          "select carrier_id from messaging.outgoing where state in ('handed_over', 'delivered')");
    }
  }

  private long taken() {
    return carrier.times().entrySet().stream()
        .mapToLong(one -> one.getKey() * one.getValue())
        .sum();
  }

  private int out(String... states) throws SQLException {
    return count(
        "select count(*) from messaging.outgoing where state in ('%s')"
            .formatted(String.join("', '", states)));
  }

  private int due() throws SQLException {
    return count(
        "select count(*) from messaging.entry where state in ('planned', 'held') and due_at <= now()");
  }

  private int count(String question) throws SQLException {
    try (var owner = Sql.owner(address)) {
      return Integer.parseInt(Sql.texts(owner, question).getFirst());
    }
  }
}
