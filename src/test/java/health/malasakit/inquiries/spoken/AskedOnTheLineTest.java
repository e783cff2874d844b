package health.malasakit.inquiries.spoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.SignedIn;
import health.malasakit.directory.Address;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.inquiries.CallerOnTheLine;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.Entry.Urgency;
import health.malasakit.messaging.ledger.Ledger;
import health.malasakit.messaging.ledger.Rule;
import health.malasakit.messaging.ledger.Rules;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.patients.speaking.Speaking;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.TimeWanted;
import health.malasakit.scheduling.VisitId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What a patient asked for on the telephone is confirmed at once, whatever the hour. */
@MalasakitTest
class AskedOnTheLineTest {

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;
  private Practice practice;
  private PractitionerId reyes;
  private VisitTypeId followUp;

  AskedOnTheLineTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void herClinicTellsOfVisits() {
    line = new CallerOnTheLine(beans, port);
    var site = line.asColleague(this::site);
    practice = new Practice(beans::getBean, line.clinic(), line.registrar(), site);
    reyes = practice.practitioner("Reyes");
    followUp = practice.type("Follow-up", 30);
    practice.seesPatientsAlways(reyes, followUp);
    practice.run(() ->
        beans.getBean(Rules.class).set(practice.organization(), new Rules.Said(true, Rule.USUAL)));
  }

  @Test
  void booked_and_moved_while_she_is_on_the_line() {
    line.proven();

    var visit = booked(line.luz(), 9);
    assertThat(urgency(visit, Step.BOOKED, 1)).isEqualTo(Urgency.ASKED);

    as(line.luz(), () -> beans.getBean(Bookings.class).moveNow(visit, wanted(10), 1, ""));
    assertThat(urgency(visit, Step.BOOKED, 2)).isEqualTo(Urgency.ASKED);
    assertThat(urgency(visit, Step.DAY, 2)).isEqualTo(Urgency.USUAL);
  }

  @Test
  void who_was_not_spoken_with_is_told_in_the_usual_hours() {
    line.proven();
    var byColleague = booked(line.registrar(), 9);
    assertThat(urgency(byColleague, Step.BOOKED, 1)).isEqualTo(Urgency.USUAL);

    line.over();
    var afterwards = booked(line.luz(), 10);
    assertThat(urgency(afterwards, Step.BOOKED, 1)).isEqualTo(Urgency.USUAL);
  }

  @Test
  void who_is_spoken_for_did_not_ask_herself() {
    line.speaks("Rosa Santos", Set.of(Speaking.BOOK));
    var said =
        Map.of("name", "María de la Cruz", "birthDate", "3/12/1985", "speaker", "Rosa Santos");
    assertThat(line.ask("for_her", said).status()).isEqualTo(302);

    var visit = booked(line.luz(), 9);
    assertThat(urgency(visit, Step.BOOKED, 1)).isEqualTo(Urgency.USUAL);
  }

  private VisitId booked(SignedIn who, int hour) {
    return as(who, () -> beans.getBean(Bookings.class).bookNow(wanted(hour))).id();
  }

  private TimeWanted wanted(int hour) {
    return practice.wanted(
        line.ana(), reyes, followUp, practice.next(DayOfWeek.TUESDAY).plusWeeks(1).atTime(hour, 0));
  }

  private <T> T as(SignedIn who, Supplier<T> work) {
    return Scopes.call(beans.getBean(World.class).scopeOf(who), work::get);
  }

  /** Of the line of that step, once it is planned. */
  private Urgency urgency(VisitId visit, Step step, int version) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> line(visit, step, version), Optional::isPresent)
        .orElseThrow()
        .urgency();
  }

  private Optional<Entry> line(VisitId visit, Step step, int version) {
    var lines =
        practice.ask(
            () -> beans.getBean(Ledger.class).ofVisit(practice.organization(), visit.value()));
    return lines.stream().filter(one -> one.step() == step && one.version() == version).findFirst();
  }

  private Site site() {
    var sites = beans.getBean(Sites.class);
    var address = new Address("12 Main St", "", "Albany", "NY", "");
    SiteId id = sites.add(line.clinic().id(), new Site.Details("Harbor", address, Site.Book.OURS));
    sites.confirmZone(id, ZoneId.of("America/New_York"), 1);
    return sites.get(id);
  }
}
