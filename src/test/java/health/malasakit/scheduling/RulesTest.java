package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.scheduling.book.Closure;
import health.malasakit.scheduling.book.Closures;
import health.malasakit.scheduling.book.Sessions;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may be booked where and when, and who sees what. */
@MalasakitTest
class RulesTest {

  private final ApplicationContext beans;
  private final World world;
  private final Bookings bookings;
  private final Visits visits;
  private final Days days;

  private Practice practice;
  private PractitionerId reyes;
  private VisitTypeId followUp;
  private PatientId ana;
  private LocalDateTime nine;

  RulesTest(ApplicationContext beans, World world, Bookings bookings, Visits visits, Days days) {
    this.beans = beans;
    this.world = world;
    this.bookings = bookings;
    this.visits = visits;
    this.days = days;
  }

  @BeforeEach
  void aClinic() {
    practice = Practice.in(beans, "America/New_York");
    reyes = practice.practitioner("Reyes");
    followUp = practice.type("Follow-up", 30);
    practice.session(reyes, DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(12, 0), followUp);
    ana = practice.patient("Ana", "Cruz");
    nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
  }

  @Test
  void nothing_is_booked_outside_a_session() {
    assertThatThrownBy(() -> book(nine.plusHours(3))).hasMessageContaining("does not give");
    assertThatThrownBy(() -> book(nine.plusDays(1))).hasMessageContaining("does not give");
  }

  @Test
  void a_book_that_the_clinic_keeps_itself_is_not_booked_here() {
    var sites = beans.getBean(Sites.class);
    var site = practice.site();
    var theirs = new Site.Details(site.name(), site.address(), Site.Book.THEIRS);
    practice.run(() -> sites.change(site.id(), theirs, site.version()));

    assertThatThrownBy(() -> book(nine)).hasMessageContaining("keeps the book of Lakeside itself");
  }

  @Test
  void a_closure_over_visits_needs_them_in_sight_and_leaves_them_to_move() {
    var visit = book(nine);
    var closures = beans.getBean(Closures.class);
    var toMove = beans.getBean(VisitsToMove.class);
    var wall =
        new Closure.Wall(nine.minusHours(1), nine.plusHours(9), ZoneId.of("America/New_York"));
    var closure =
        practice.ask(() -> closures.proposed(practice.site(), Optional.empty(), wall, "Storm"));

    assertThatThrownBy(() -> practice.run(() -> toMove.close(closure, Set.of())))
        .hasMessageContaining("have not seen yet");
    practice.run(() -> toMove.close(closure, Set.of(visit.id())));

    assertThat(practice.ask(toMove::list)).containsExactly(new VisitToMove(visit, false));
    assertThatThrownBy(() -> book(nine.plusHours(1))).hasMessageContaining("does not give");
    practice.ask(() -> visits.cancel(visit.id(), 1, CancelledBy.CLINIC, "Storm"));
    assertThat(practice.ask(toMove::list)).isEmpty();
  }

  @Test
  void whoever_may_not_see_the_patient_sees_busy_and_nothing_else() {
    var visit = book(nine);
    hide(ana, "PH");
    var inManila = practice.colleague(Role.SCHEDULER);
    var inOhio = world.personFrom("US", "America/New_York", Role.SCHEDULER, practice.clinic());
    var date = nine.toLocalDate();

    var seen = practice.as(inManila, () -> days.of(practice.site(), date));
    var whole = practice.as(inOhio, () -> days.of(practice.site(), date));

    assertThat(seen.columns().getFirst().stands())
        .anySatisfy(stands -> assertThat(stands).isInstanceOf(DayBook.Stands.Busy.class))
        .noneSatisfy(stands -> assertThat(stands).isInstanceOf(DayBook.Stands.Visiting.class));
    assertThat(whole.columns().getFirst().stands()).contains(new DayBook.Stands.Visiting(visit));
    assertThatThrownBy(() -> practice.as(inManila, () -> visits.get(visit.id())))
        .hasMessageContaining("no such visit");
    var ben = practice.patient("Ben", "Cruz");
    assertThatThrownBy(() ->
            practice.as(
                inManila, () -> bookings.bookNow(practice.wanted(ben, reyes, followUp, nine))))
        .hasMessageStartingWith("That time was just taken.");
  }

  @Test
  void another_clinics_visits_holds_sessions_and_closures_do_not_exist() {
    var visit = book(nine);
    var stranger = world.person(Role.SUPERVISOR, world.clinic("Harbor Pediatrics"));
    var scope = world.scopeOf(stranger);
    var sessions = beans.getBean(Sessions.class);
    var closures = beans.getBean(Closures.class);

    assertThatThrownBy(() -> Scopes.call(scope, () -> visits.get(visit.id())))
        .hasMessageContaining("no such visit");
    assertThat(Scopes.call(scope, () -> visits.of(practice.organization(), ana))).isEmpty();
    assertThat(Scopes.call(scope, () -> visits.on(practice.site(), nine.toLocalDate()))).isEmpty();
    assertThat(Scopes.call(scope, () -> sessions.at(practice.site()))).isEmpty();
    assertThat(Scopes.call(scope, () -> closures.at(practice.site()))).isEmpty();
    var jdbc = beans.getBean(JdbcClient.class);
    for (var table : Set.of("occupancy", "hold", "visit", "visit_change", "session", "closure")) {
      assertThat(count(jdbc, scope, table)).as(table).isZero();
    }
    var wanted = practice.wanted(ana, reyes, followUp, nine.plusHours(1));
    assertThatThrownBy(() -> Scopes.call(scope, () -> bookings.bookNow(wanted)))
        .hasMessageContaining("There is no such");
  }

  private long count(JdbcClient jdbc, health.malasakit.kernel.Scope scope, String table) {
    var transactions = beans.getBean(TransactionTemplate.class);
    Long rows =
        Scopes.call(
            scope,
            () ->
                transactions.execute(status ->
                    jdbc.sql("select count(*) from scheduling." + table)
                        .query(Long.class)
                        .single()));
    return rows == null ? -1 : rows;
  }

  @Test
  void who_was_here_within_three_years_is_established_and_the_visit_says_so() {
    var past = beans.getBean(PastVisits.class);
    var from = Instant.now().minus(Duration.ofDays(400));
    var before =
        new PastVisit(
            practice.organization(),
            "encounter-1",
            ana,
            practice.site().id(),
            Optional.of(reyes),
            "General examination",
            from,
            from.plus(Duration.ofMinutes(15)),
            ZoneId.of("America/New_York"));
    var first = practice.ask(() -> past.importOne(before));
    var again = practice.ask(() -> past.importOne(before));
    var standing =
        practice.ask(() -> past.standing(practice.organization(), ana, reyes, nine.toLocalDate()));

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(standing)
        .isInstanceOfSatisfying(
            NewOrEstablished.Established.class,
            established -> {
              assertThat(established.decidedBy().id()).isEqualTo(first.id());
              assertThat(established.sure()).isTrue();
            });
    var ben = practice.patient("Ben", "Cruz");
    assertThat(
            practice.ask(
                () -> past.standing(practice.organization(), ben, reyes, nine.toLocalDate())))
        .isEqualTo(new NewOrEstablished.New());
    assertThat(practice.ask(() -> past.usualPractitioner(practice.organization(), ana)))
        .contains(reyes);
  }

  private void hide(PatientId patient, String country) {
    var transactions = beans.getBean(TransactionTemplate.class);
    var jdbc = beans.getBean(JdbcClient.class);
    practice.run(() ->
        transactions.executeWithoutResult(status ->
            jdbc.sql(
                    "insert into access.restriction (organization_id, patient_id, country, rule, set_at)"
                        + " values (:o, :p, :c, 'test', now())")
                .param("o", practice.organization().value())
                .param("p", patient.value())
                .param("c", country)
                .update()));
  }

  private Visit book(LocalDateTime start) {
    return practice.ask(() -> bookings.bookNow(practice.wanted(ana, reyes, followUp, start)));
  }
}
