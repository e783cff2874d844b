package health.malasakit.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.TestCarrier;
import health.malasakit.TestCarrier.Says;
import health.malasakit.TestDatabase;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Ledger;
import health.malasakit.messaging.ledger.LedgerRun;
import health.malasakit.messaging.ledger.Rules;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.messaging.texts.NewText;
import health.malasakit.messaging.texts.Texts;
import health.malasakit.postgres.DatabaseAddress;
import health.malasakit.postgres.EmbeddedOnly;
import health.malasakit.scheduling.AppointmentBooked;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.told.Hours;
import health.malasakit.scheduling.told.ToldPractice;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages that were sent between the backup and the restore. */
@EmbeddedOnly
@Tag("slow")
class RestoredMessagesTest {

  /** Messages go when the test sends them. */
  private static final Map<String, Object> BY_HAND = Map.of("malasakit.jobs.enabled", "false");

  @TempDir private Path directory;

  private ToldPractice clinic;
  private PatientId ana;
  private Visit due;
  private Visit refused;
  private Visit untold;
  private final List<String> numbers =
      List.of(ToldPractice.number(), ToldPractice.number(), ToldPractice.number());

  /** The carrier of a node. */
  static class Phones {

    @Bean
    TestCarrier testCarrier() {
      return new TestCarrier();
    }
  }

  @Test
  void nothing_that_was_due_goes_twice_and_the_rest_once_the_clinic_switched_it_on_again()
      throws Exception {
    var address = TestDatabase.migrated();
    var file = directory.resolve("clinic.backup");
    var key = directory.resolve("clinic.key");
    try (var node = Node.start(address, BY_HAND, Phones.class)) {
      promised(node);
      asIfNobodyHadReactedYet(address, untold);
      var written = BackedUp.run(here(address), "backup", file, "--key", key);
      assertThat(written.code()).as(written.errors()).isZero();
      clinic.send();
      assertThat(came(node, 0)).as("it goes after the backup was made").isEqualTo(1);
    }

    var place = TestDatabase.fresh();
    var restored = BackedUp.run(beside(place), "restore", file, "--key", key);
    assertThat(restored.code()).as(restored.errors()).isZero();
    assertThat(restored.said())
        .contains("that may have gone before the restore: 3.")
        .contains("Clinics whose messages are switched off: 1.", "answered STOP");
    try (var there = Node.start(place, BY_HAND, Phones.class)) {
      reactsNow(there);
      send(there);
      assertThat(came(there, 0) + came(there, 1) + came(there, 2)).isZero();
      assertThat(line(there, due, Step.BOOKED).reason()).isEqualTo(Ledger.RESTORED);
      assertThat(line(there, refused, Step.BOOKED).open()).isTrue();
      assertThat(line(there, due, Step.THREE_DAYS).reason())
          .as("due later that day, it goes with what is due")
          .isEqualTo(Ledger.RESTORED);
      assertThat(line(there, due, Step.DAY).state()).isEqualTo(EntryState.PLANNED);

      aPersonSendsItAgain(there);
      send(there);
      assertThat(came(there, 0)).as("nobody knows who said no meanwhile").isZero();
      switchedOnAgain(there);
      await()
          .untilAsserted(() -> {
            // Whoever plans its visits anew has the lines for a moment.
            send(there);
            assertThat(came(there, 0)).isEqualTo(1);
          });
      Hours.come(there.beans(), at(there), due.id(), Step.DAY);
      send(there);
      assertThat(came(there, 0)).as("again by a person, and the reminder").isEqualTo(2);
    }
  }

  /** One is due, one is about to be tried again, of one nobody was told; a code is on its way. */
  private void promised(Node node) {
    clinic = new ToldPractice(node.beans());
    ana = clinic.patient("Ana", numbers.get(0), "en");
    due = booked(ana, 9);
    refused = booked(clinic.patient("Ben", numbers.get(1), "en"), 10);
    node.bean(TestCarrier.class).says(e164(1), new Says(429, ""));
    clinic.due(refused.id(), Step.BOOKED);
    clinic.send();
    clinic.due(refused.id(), Step.BOOKED);
    untold = booked(clinic.patient("Cora", numbers.get(2), "en"), 11);
    clinic.due(due.id(), Step.BOOKED);
    Hours.comeIn(clinic, due.id(), Step.THREE_DAYS, Duration.ofHours(6));
    var organization = clinic.practice().organization();
    var code =
        new NewText(
            organization, ana, NewText.Purpose.CODE, "code/1", Phone.of(numbers.getFirst()));
    clinic.practice().run(() -> node.bean(Texts.class).begin(code));
  }

  private Visit booked(PatientId patient, int hour) {
    var visit = clinic.book(patient, clinic.inDays(5, hour));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    return visit;
  }

  /** The visit is committed, and its event waits. */
  private static void asIfNobodyHadReactedYet(DatabaseAddress address, Visit visit)
      throws SQLException {
    try (var superuser = TestDatabase.superuser(address);
        var statement = superuser.createStatement()) {
      var lines = "(select entry_id from messaging.entry where visit_id = '" + visit.id() + "')";
      statement.execute("delete from messaging.entry_step where entry_id in " + lines);
      statement.execute("delete from messaging.entry where visit_id = '" + visit.id() + "'");
    }
  }

  private void reactsNow(Node there) {
    var booked = new AppointmentBooked(untold.organization(), untold.id(), untold.patient());
    at(there)
        .run(() ->
            there
                .bean(TransactionTemplate.class)
                .executeWithoutResult(status -> there.publish(booked)));
    await().until(() -> !lines(there, untold.id()).isEmpty());
    assertThat(line(there, untold, Step.BOOKED).reason()).isEqualTo(Ledger.RESTORED);
    assertThat(line(there, untold, Step.DAY).state()).isEqualTo(EntryState.PLANNED);
  }

  private void aPersonSendsItAgain(Node there) {
    var luz = Client.on(there.port()).as(at(there).cookie());
    assertThat(luz.get("/reminders").body())
        .contains("It may have gone before this server was restored", "though it may have arrived");
    var again = "/reminders/" + line(there, due, Step.BOOKED).id() + "/sending";
    assertThat(luz.post(again, Map.of()).status()).isEqualTo(302);
  }

  private void switchedOnAgain(Node there) {
    var luz = Client.on(there.port()).as(at(there).cookie());
    var held = "sends nothing since this server was restored";
    at(there).run(() -> there.bean(Rules.class).change(at(there).organization(), now -> now));
    assertThat(luz.get("/reminders").body())
        .as("also when somebody changed its hours meanwhile")
        .contains(held, "Nothing is planned.", "Held back until the clinic is switched on");
    var hers = "/patients/" + clinic.slug() + "/" + untold.patient() + "/reminders";
    assertThat(luz.get(hers).body()).contains("Held back: this clinic sends nothing now");
    at(there)
        .run(() ->
            there
                .bean(Rules.class)
                .change(at(there).organization(), now -> new Rules.Said(true, now.rule())));
    assertThat(luz.get("/reminders").body()).doesNotContain(held);
  }

  private void send(Node node) {
    var organization = clinic.practice().organization();
    Scopes.run(
        Scope.job(organization, "test"), () -> node.bean(LedgerRun.class).send(organization));
  }

  /** The same people on another node. */
  private Practice at(Node node) {
    var here = clinic.practice();
    return new Practice(node::bean, here.clinic(), here.specialist(), here.site());
  }

  private List<Entry> lines(Node node, VisitId visit) {
    var organization = clinic.practice().organization();
    return at(node).ask(() -> node.bean(Ledger.class).ofVisit(organization, visit.value()));
  }

  private Entry line(Node node, Visit visit, Step step) {
    return lines(node, visit.id()).stream()
        .filter(one -> one.step() == step)
        .findFirst()
        .orElseThrow();
  }

  private int came(Node node, int who) {
    return node.bean(TestCarrier.class).to(e164(who)).size();
  }

  private String e164(int who) {
    return Phone.of(numbers.get(who)).e164().orElseThrow();
  }

  private static Map<String, String> here(DatabaseAddress address) {
    return BackedUp.on(address, Path.of("target", "test-secrets").toAbsolutePath());
  }

  private Map<String, String> beside(DatabaseAddress place) {
    return BackedUp.on(place, directory.resolve("beside"));
  }
}
