package health.malasakit.bench;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the ledger says of the visits of a clinic that tells of them, whatever became of both. */
final class ToldOfVisits {

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

  private ToldOfVisits() {}

  /**
   * Each patient of a clinic has a mobile of her own.
   *
   * @param nth which clinic it is of those that are there, from 0
   */
  static void givePhones(DatabaseAddress address, OrganizationId clinic, int nth)
      throws SQLException {
    try (var owner = Sql.owner(address)) {
      Sql.run(owner, PHONES, FIRST_NUMBER + (long) NUMBERS_A_CLINIC * nth, clinic);
    }
  }

  /** Sentences of what is not as it must be, once no reaction waits. */
  static List<String> wrong(DatabaseAddress address, OrganizationId clinic) throws SQLException {
    var wrong = new ArrayList<String>();
    try (var owner = Sql.owner(address)) {
      for (var one : WRONG.entrySet()) {
        int found = Integer.parseInt(Sql.texts(owner, one.getValue().formatted(clinic)).getFirst());
        if (found > 0) {
          wrong.add(one.getKey().formatted(found));
        }
      }
    }
    return wrong;
  }
}
