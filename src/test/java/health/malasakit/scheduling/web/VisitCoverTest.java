package health.malasakit.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.TestDatabase;
import health.malasakit.coverage.Basis;
import health.malasakit.coverage.IncomingPolicy;
import health.malasakit.coverage.Policies;
import health.malasakit.coverage.Policy;
import health.malasakit.coverage.PolicyFacts;
import health.malasakit.coverage.PolicyId;
import health.malasakit.coverage.Programme;
import health.malasakit.coverage.Subscriber;
import health.malasakit.directory.PractitionerId;
import health.malasakit.inquiries.Switchboard;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.WallTime;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.scheduling.CarriedVisit;
import health.malasakit.scheduling.CarriedVisits;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.VisitStatus;
import health.malasakit.scheduling.VisitTime;
import health.malasakit.scheduling.Visits;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A past visit keeps the coverage that was on file on its day. */
@MalasakitTest
class VisitCoverTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final String NONE = "No coverage was on file that day.";
  private static final String UNSAID = "does not say which coverage that day had";

  private final ApplicationContext beans;
  private final Policies policies;
  private final int port;

  private Practice practice;
  private PatientId ana;
  private PractitionerId reyes;
  private LocalDate lastWeek;

  VisitCoverTest(ApplicationContext beans, Policies policies, @LocalServerPort int port) {
    this.beans = beans;
    this.policies = policies;
    this.port = port;
  }

  @BeforeEach
  void aVisitLastWeek() {
    practice = Practice.in(beans, "America/New_York");
    ana = practice.patient("Ana", "Cruz");
    lastWeek = LocalDate.now(NEW_YORK).minusDays(7);
    reyes = practice.practitioner("Reyes");
  }

  @Test
  void what_was_on_file_that_day_stays_with_the_visit_whatever_is_corrected_since() {
    wasHere();
    var old = enter(facts("Bluewater Health", "A1"));
    readDaysAgo(old, 10);
    assertThat(page()).contains("On file that day: Bluewater Health, ID A1, read from the card by");

    practice.run(
        () -> policies.correct(practice.organization(), ana, old, facts("Red Rock Mutual", "B2")));

    assertThat(page())
        .contains("On file that day: Bluewater Health, ID A1, read from the card by")
        .doesNotContain("Red Rock");
  }

  @Test
  void what_came_on_file_later_was_not_on_file_that_day() {
    wasHere();
    assertThat(page()).contains(NONE);
    var late = enter(facts("Bluewater Health", "A1"));
    readDaysAgo(late, 2);
    assertThat(page()).contains(NONE).doesNotContain("Bluewater");
  }

  @Test
  void what_came_later_and_says_that_it_covers_that_day_is_said_so() {
    wasHere();
    enter(dated(lastWeek.minusYears(1), Basis.CALLER));
    assertThat(page())
        .contains("Put on file later, and it covers that day: Bluewater Health, no member ID")
        .contains("said by the caller and not checked, written down by")
        .doesNotContain(NONE);
  }

  @Test
  void an_imported_visit_has_what_its_files_say_of_that_day() {
    practice.seenBefore(ana, reyes, lastWeek);
    assertThat(page()).contains(UNSAID).doesNotContain(NONE);

    mentioned(lastWeek.plusDays(1), lastWeek.plusDays(3));
    assertThat(page()).contains(UNSAID).doesNotContain("Bluewater");

    mentioned(lastWeek.minusYears(2), lastWeek.minusYears(2));
    assertThat(page())
        .contains("covers that day: Bluewater Health, no member ID, imported from a file on")
        .doesNotContain(UNSAID);
  }

  @Test
  void who_pays_herself_is_said_to() {
    wasHere();
    var self = enter(facts(Programme.SELF_PAY, "", "", Optional.empty(), Basis.CALLER));
    readDaysAgo(self, 10);
    assertThat(page()).contains("On file that day: self-pay, said by the caller");
  }

  @Test
  void a_caller_who_may_book_and_no_more_is_told_nothing_of_it() {
    var born =
        PersonFacts.named(PatientName.official("Ana", "Reyes"))
            .edit()
            .born(LocalDate.of(1985, 3, 12))
            .done();
    var patients = practice.bean(Patients.class);
    ana =
        practice.ask(
            () -> patients.register(practice.organization(), NewPatient.saidByCaller(born)));
    wasHere();
    readDaysAgo(enter(facts("Bluewater Health", "A1")), 10);
    var call =
        Switchboard.of(beans, port, practice.clinic())
            .answeredBy(practice.specialist(), "(617) 555-0199");
    Client.on(port)
        .as(practice.cookie())
        .post(
            call + "/caller",
            Map.of("caller", "patient", "name", "Ana Reyes", "birthDate", "3/12/1985"));

    assertThat(page())
        .contains("The coverage of that day shows when her record is open to this caller.")
        .doesNotContain("Bluewater");
  }

  private void wasHere() {
    var time = VisitTime.of(WallTime.of(lastWeek.atTime(9, 0), NEW_YORK), Duration.ofMinutes(30));
    var type = Optional.of(practice.type("Check", 30));
    var visit =
        new Visit(
            new VisitId(Ids.next()),
            practice.organization(),
            ana,
            new Visit.Place(practice.site().id(), Optional.of(reyes), type, ""),
            time,
            new VisitStatus.Done(Optional.empty(), time.end()),
            Visit.Origin.HERE,
            1);
    var carried = List.of(new CarriedVisit(visit, Set.of(), time.from()));
    practice.run(() -> practice.bean(CarriedVisits.class).add(practice.organization(), carried));
  }

  private void mentioned(LocalDate first, LocalDate last) {
    var facts = facts(Programme.COMMERCIAL, "Bluewater Health", "", Optional.empty(), Basis.FILE);
    var incoming = new IncomingPolicy(facts, Optional.of(new Policy.Seen(first, last)), "fhir");
    practice.run(() -> policies.incoming(practice.organization(), ana, incoming));
  }

  private String page() {
    var visits = practice.bean(Visits.class);
    var visit = practice.ask(() -> visits.of(practice.organization(), ana)).getFirst();
    return Client.on(port).as(practice.cookie()).get("/visits/" + visit.id()).body();
  }

  private PolicyId enter(PolicyFacts facts) {
    return practice.ask(() -> policies.enter(practice.organization(), ana, facts));
  }

  private static PolicyFacts facts(String payer, String member) {
    return facts(Programme.COMMERCIAL, payer, member, Optional.empty(), Basis.CARD);
  }

  private static PolicyFacts dated(LocalDate start, Basis basis) {
    return facts(Programme.COMMERCIAL, "Bluewater Health", "", Optional.of(start), basis);
  }

  private static PolicyFacts facts(
      Programme programme, String payer, String member, Optional<LocalDate> start, Basis basis) {
    return new PolicyFacts(
        payer,
        programme,
        Optional.empty(),
        "PPO",
        member,
        Subscriber.SELF,
        "",
        1,
        start,
        Optional.empty(),
        basis);
  }

  private static void readDaysAgo(PolicyId policy, int days) {
    var sql =
        "update coverage.policy set read_at = now() - interval '%d days' where policy_id = '%s'"
            .formatted(days, policy);
    try (var connection = TestDatabase.superuser(TestDatabase.address());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
