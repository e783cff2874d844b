package health.malasakit.bench;

import static org.awaitility.Awaitility.await;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the ledger says of visits that were booked, moved and cancelled under faults. */
final class SoakMessages {

  /** Until the carrier was asked of each text of which nobody knows, and answered. */
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(20);

  private static final String PHONES =
      """
      insert into patients.phone (organization_id, phone_id, patient_id, use, written, digits, last_ten, valid)
      select organization_id, gen_random_uuid(), patient_id, 'mobile', n, '1' || n, n, true
        from (select organization_id, patient_id,
                     (%d + row_number() over (order by patient_id))::text as n
                from patients.patient where organization_id = '%s') as p
      """;

  private static final long FIRST_NUMBER = 2_122_000_000L;
  private static final int NUMBERS_A_CLINIC = 1000;

  /** Each a sentence and a question whose answer is how many are so. */
  private static final Map<String, String> WRONG =
      Map.of(
          "%s messages wait that tell of a visit as it is no more",
          """
          select count(*) from messaging.entry e
            join scheduling.visit v on v.organization_id = e.organization_id and v.id = e.visit_id
           where e.organization_id = '%s' and e.state in ('planned', 'held') and e.step <> 'cancelled'
             and (v.status <> 'booked' or e.visit_version <> v.version)
          """,
          "%s visits have no reminder of the day before",
          """
          select count(*) from scheduling.visit v
           where v.organization_id = '%s' and v.status = 'booked'
             and not exists (select from messaging.entry e
                       where e.organization_id = v.organization_id and e.visit_id = v.id
                         and e.visit_version = v.version and e.step = 'day' and e.state <> 'cancelled')
          """,
          "%s visits are told of by nothing",
          """
          select count(*) from scheduling.visit v
           where v.organization_id = '%s' and v.status = 'booked'
             and not exists (select from messaging.entry e
                       where e.organization_id = v.organization_id and e.visit_id = v.id
                         and e.visit_version = v.version and e.step in ('booked', 'moved'))
          """);

  private final DatabaseAddress address;
  private final CountingCarrier carrier;
  private int clinics;

  SoakMessages(DatabaseAddress address, CountingCarrier carrier) {
    this.address = address;
    this.carrier = carrier;
  }

  /** Each patient of a clinic has a mobile of her own. */
  void givePhones(OrganizationId clinic) throws SQLException {
    try (var owner = Sql.owner(address)) {
      Sql.run(owner, PHONES, FIRST_NUMBER + (long) NUMBERS_A_CLINIC * clinics++, clinic);
    }
  }

  /** Sentences of what is not as it must be, of one clinic and of what the carrier has in all. */
  List<String> wrong(OrganizationId clinic) throws SQLException {
    var wrong = new ArrayList<String>();
    for (var one : WRONG.entrySet()) {
      int found = count(one.getValue().formatted(clinic));
      if (found > 0) {
        wrong.add(one.getKey().formatted(found));
      }
    }
    int handed = out("handed_over", "delivered");
    long taken = taken();
    int begun = out("sending", "in_doubt", "handed_over", "delivered", "failed");
    if (taken < handed || taken > begun) {
      wrong.add(
          "%d texts handed over, %d at the carrier, %d begun".formatted(handed, taken, begun));
    }
    return wrong;
  }

  /** Once nothing is due and nothing in doubt any more: what the carrier has is what was told. */
  String settled() throws SQLException {
    await()
        .atMost(SETTLED_WITHIN)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> out("sending", "in_doubt") == 0 && due() == 0);
    int handed = out("handed_over", "delivered");
    if (taken() != handed) {
      throw new IllegalStateException(
          "%d texts handed over, %d at the carrier".formatted(handed, taken()));
    }
    if (handed == 0) {
      throw new IllegalStateException("Visits were booked, and nobody was texted");
    }
    return "%d texts, each at the carrier once; %d that went nowhere"
        .formatted(handed, out("failed", "refused"));
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
