package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier.Says;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.TimeWanted;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.video.VideoSaid;
import health.malasakit.scheduling.video.VideoVisits;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** How a patient who has only a telephone joins a visit by video. */
@MalasakitTest
class VideoLinkTest {

  private static final String ROOM = "https://meet.example.org/santos";

  private final ApplicationContext beans;
  private final int port;
  private ToldPractice clinic;
  private PractitionerId santos;
  private VisitTypeId video;
  private String number;
  private PatientId ana;

  VideoLinkTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void sheIsSeenByVideo() {
    clinic = new ToldPractice(beans);
    number = ToldPractice.number();
    ana = clinic.patient("Ana", number, "en");
    var details =
        new VisitType.Details(
            "Video check", 30, VisitType.Modality.VIDEO, "", 0, VisitType.Patients.ANY);
    var organization = clinic.practice.organization();
    video =
        clinic.practice.ask(
            () -> clinic.bean(VisitTypes.class).add(organization, details, Set.of(), Set.of()));
    santos = clinic.practice.practitioner("Santos");
    clinic.practice.seesPatientsAlways(santos, video);
  }

  @Test
  void a_booking_for_tomorrow_of_which_nobody_spoke_with_her_has_the_link() {
    var visit = booked(clinic.inDays(1, 10).withMinute(30));
    var line = clinic.line(visit.id(), Step.BOOKED);
    assertThat(line.urgency()).isEqualTo(Entry.Urgency.USUAL);
    assertThat(line.state()).isEqualTo(EntryState.HANDED_OVER);
    assertThat(clinic.texts(number)).singleElement().asString().contains(ROOM);
  }

  @Test
  void so_has_what_a_person_sends_again() {
    clinic.carrier.says(ToldPractice.e164(number), Says.no(21614));
    var visit = booked(clinic.inDays(1, 10));
    var line = clinic.line(visit.id(), Step.BOOKED);
    assertThat(line.state()).isEqualTo(EntryState.REFUSED);
    clinic.carrier.reset();

    var luz = Client.on(port).as(clinic.cookie());
    luz.post("/reminders/" + line.id() + "/sending", Map.of());
    clinic.send();
    assertThat(clinic.line(visit.id(), Step.BOOKED).state()).isEqualTo(EntryState.HANDED_OVER);
    assertThat(clinic.texts(number)).last().asString().contains(ROOM);
  }

  @Test
  void none_has_it_more_than_a_day_before_also_a_move_away_from_tomorrow() {
    var visit = booked(clinic.inDays(1, 10));
    var next = wanted(clinic.inDays(8, 10));
    clinic.practice.ask(() -> clinic.bean(Bookings.class).moveNow(visit.id(), next, 1, ""));
    clinic.planned(visit.id(), Step.MOVED, 2);
    clinic.due(visit.id(), Step.MOVED);
    clinic.send();
    assertThat(clinic.line(visit.id(), Step.MOVED).urgency()).isEqualTo(Entry.Urgency.SOON);
    assertThat(clinic.texts(number)).last().asString().contains("moved").doesNotContain(ROOM);
    clinic.due(visit.id(), Step.THREE_DAYS);
    clinic.send();
    assertThat(clinic.texts(number)).hasSize(3).last().asString().doesNotContain(ROOM);

    clinic.due(visit.id(), Step.DAY);
    clinic.send();
    assertThat(clinic.texts(number)).hasSize(4).last().asString().contains(ROOM);
  }

  private TimeWanted wanted(LocalDateTime at) {
    return clinic.practice.wanted(ana, santos, video, at);
  }

  private Visit booked(LocalDateTime at) {
    var wanted = wanted(at);
    var bookings = clinic.bean(Bookings.class);
    var said = VideoSaid.of("NY", ROOM);
    var visit =
        clinic.practice.ask(
            () -> clinic.bean(VideoVisits.class).booked(() -> bookings.bookNow(wanted), said, ""));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();
    return visit;
  }
}
