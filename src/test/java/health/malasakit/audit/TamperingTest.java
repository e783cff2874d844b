package health.malasakit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person with all rights on the database server can do, and what is then said of it. */
@Tag("slow")
@MalasakitTest
class TamperingTest {

  private final World world;
  private final Audit audit;
  private final Sealing sealing;
  private final Anchors anchors;
  private final Verification verification;
  private final TransactionTemplate transactions;

  TamperingTest(
      World world,
      Audit audit,
      Sealing sealing,
      Anchors anchors,
      Verification verification,
      TransactionTemplate transactions) {
    this.world = world;
    this.audit = audit;
    this.sealing = sealing;
    this.anchors = anchors;
    this.verification = verification;
    this.transactions = transactions;
  }

  @Test
  void an_audit_that_nobody_touched_is_in_order() {
    var clinic = sealedClinic(5);

    var verdict = verification.verify(clinic.id());

    assertThat(verdict.finding()).isEmpty();
    assertThat(verdict.lines()).isEqualTo(5);
    assertThat(verdict.anchors()).isEqualTo(1);
  }

  @Test
  void a_flipped_byte_names_the_line() {
    var clinic = sealedClinic(5);
    asSuperuser(
        "update audit.line set country = 'PI' where organization_id = '%s' and id = (%s)",
        clinic, lineAt(clinic, 3));

    finds(clinic, Verdict.Kind.LINE_CHANGED, "position 3");
  }

  @Test
  void a_patient_taken_out_of_a_result_set_names_the_line() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var shown = List.of(PatientId.next(), PatientId.next());
    asPerson(clinic, () -> audit.listed(clinic.id(), "search", shown));
    sealing.seal(clinic.id());
    asSuperuser(
        "delete from audit.listed where organization_id = '%s' and patient_id = '%s'",
        clinic, shown.getFirst().value().toString());

    finds(clinic, Verdict.Kind.LINE_CHANGED, "position 1");
  }

  @Test
  void a_deleted_line_is_missed_by_its_id() {
    var clinic = sealedClinic(5);
    asSuperuser(
        "delete from audit.line where organization_id = '%s' and id = (%s)",
        clinic, lineAt(clinic, 2));

    finds(clinic, Verdict.Kind.LINE_MISSING, "position 2");
  }

  @Test
  void a_deleted_line_with_its_seal_is_missed_by_its_position() {
    var clinic = sealedClinic(5);
    asSuperuser(
        "with gone as (delete from audit.seal where organization_id = '%1$s' and position = %2$s"
            + " returning line_id) delete from audit.line where organization_id = '%1$s'"
            + " and id in (select line_id from gone)",
        clinic, "4");

    finds(clinic, Verdict.Kind.SEAL_MISSING, "position 4");
  }

  @Test
  void a_cut_tail_is_missed_by_the_anchor() {
    var clinic = sealedClinic(5);
    asSuperuser(
        "with gone as (delete from audit.seal where organization_id = '%1$s' and position > %2$s"
            + " returning line_id) delete from audit.line where organization_id = '%1$s'"
            + " and id in (select line_id from gone)",
        clinic, "3");

    finds(clinic, Verdict.Kind.TAIL_CUT, "ends at position 3");
  }

  @Test
  void a_chain_rebuilt_as_a_whole_is_not_the_one_that_was_anchored() {
    var clinic = sealedClinic(5);
    asSuperuser(
        "update audit.line set country = 'PI' where organization_id = '%s' and id = (%s)",
        clinic, lineAt(clinic, 3));
    asSuperuser(
        "delete from audit.seal where organization_id = '%s' and position > %s", clinic, "0");
    assertThat(sealing.seal(clinic.id())).isEqualTo(5);

    finds(clinic, Verdict.Kind.CHAIN_REBUILT, "position 5");
  }

  @Test
  void a_line_slipped_in_afterwards_has_no_seal() {
    var clinic = sealedClinic(3);
    asSuperuser(
        "insert into audit.line (organization_id, id, at, actor, country, task, act, subject,"
            + " transaction_id) values ('%s', '%s', now() - interval '2 minutes', 'person', 'PH',"
            + " 'test', 'opened', 'patient', '1')",
        clinic, UUID.randomUUID().toString());

    finds(clinic, Verdict.Kind.LINE_UNSEALED, "no seal");
  }

  @Test
  void sealing_takes_only_what_is_new_and_waits_for_transactions_that_still_run() {
    var clinic = sealedClinic(2);
    var person = world.person(Role.SCHEDULER, clinic);
    Scopes.run(
        world.scopeOf(person),
        () ->
            transactions.executeWithoutResult(running -> {
              audit.done(Act.on(clinic.id(), "changed", "site", UUID.randomUUID()));
              assertThat(CompletableFuture.supplyAsync(() -> sealing.seal(clinic.id())).join())
                  .isZero();
            }));

    org.awaitility.Awaitility.await()
        .untilAsserted(() -> {
          sealing.seal(clinic.id());
          assertThat(verification.verify(clinic.id()).lines()).isEqualTo(3);
        });
  }

  private Organization sealedClinic(int lines) {
    var clinic = world.clinic("Lakeside Family Medicine");
    for (int line = 0; line < lines; line++) {
      asPerson(clinic, () -> audit.opened(clinic.id(), PatientId.next()));
    }
    org.awaitility.Awaitility.await()
        .untilAsserted(() -> {
          sealing.seal(clinic.id());
          assertThat(verification.verify(clinic.id()).lines()).isEqualTo(lines);
        });
    anchors.anchor(clinic.id());
    return clinic;
  }

  private void finds(Organization clinic, Verdict.Kind kind, String part) {
    var finding = verification.verify(clinic.id()).finding().orElseThrow();
    assertThat(finding.kind()).isEqualTo(kind);
    assertThat(finding.sentence()).contains(part);
  }

  private void asPerson(Organization clinic, Runnable act) {
    SignedIn person = world.person(Role.SCHEDULER, clinic);
    Scopes.run(world.scopeOf(person), () -> transactions.executeWithoutResult(status -> act.run()));
  }

  private static String lineAt(Organization clinic, int position) {
    return "select line_id from audit.seal where organization_id = '%s' and position = %d"
        .formatted(clinic.id().value(), position);
  }

  private static void asSuperuser(String sql, Organization clinic, String detail) {
    try (var connection = TestDatabase.superuser(TestDatabase.address());
        var statement = connection.createStatement()) {
      statement.execute(sql.formatted(clinic.id().value(), detail));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
