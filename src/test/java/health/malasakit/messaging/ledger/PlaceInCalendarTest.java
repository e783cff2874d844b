package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.TestPost;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.WallTime;
import health.malasakit.messaging.Basis;
import health.malasakit.messaging.Channel;
import health.malasakit.scheduling.told.ToldPractice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** How a visit by video is joined is told once it is near, in a calendar too. */
@MalasakitTest
class PlaceInCalendarTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final String LINK = "https://video.example.org/42";

  private final ApplicationContext beans;

  PlaceInCalendarTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @Test
  void the_link_of_a_visit_stands_in_no_calendar_before_the_day_it_is_told() {
    assertThat(calendar(Step.BOOKED, Duration.ofDays(20)))
        .contains("METHOD:REQUEST")
        .doesNotContain("video.example.org");
    assertThat(calendar(Step.MOVED, Duration.ofHours(25))).doesNotContain("video.example.org");
    assertThat(calendar(Step.BOOKED, Duration.ofHours(23))).contains("LOCATION:" + LINK);
    assertThat(calendar(Step.CANCELLED, Duration.ofHours(3)))
        .contains("METHOD:CANCEL")
        .doesNotContain("video.example.org");
  }

  private String calendar(Step step, Duration until) {
    var clinic = new ToldPractice(beans);
    var address = "ana" + ToldPractice.number().replaceAll("\\D", "") + "@example.org";
    var ana = clinic.byEmail("Ana", address);
    var organization = clinic.practice().organization();
    var going =
        new Outward.Going(organization, ana, Basis.CONSENT, "visit/" + UUID.randomUUID(), address);
    var message =
        new Outward.Message(
            "Your appointment",
            "Your appointment is booked.",
            "Appointment",
            new Sender("Lakeside", "(212) 555-0134"),
            List.of(told(clinic, ana, step, Instant.now().plus(until))));
    var mails = beans.getBean(OutwardMails.class);
    var transactions = beans.getBean(TransactionTemplate.class);
    clinic
        .practice()
        .run(() -> {
          var leaving = transactions.execute(status -> mails.begin(going));
          assertThat(leaving.handOver(message)).isTrue();
        });
    var mail = beans.getBean(TestPost.class).to(address).getFirst().text();
    var file = mail.split("filename=invite.ics\\s+", 2)[1].split("\n--", 2)[0];
    return new String(Base64.getMimeDecoder().decode(file), StandardCharsets.UTF_8);
  }

  private static Outward.Told told(ToldPractice clinic, PatientId ana, Step step, Instant start) {
    var visit =
        new VisitTold(
            UUID.randomUUID(),
            ana,
            UUID.randomUUID(),
            1,
            1,
            step != Step.CANCELLED,
            step == Step.CANCELLED,
            false,
            WallTime.at(start, ZONE),
            start.plus(Duration.ofMinutes(20)),
            "",
            VisitTold.How.VIDEO,
            Optional.of(LINK),
            "");
    var line =
        new Entry(
            clinic.practice().organization(),
            EntryId.next(),
            ana,
            visit.visit(),
            1,
            step,
            Channel.EMAIL,
            Entry.Urgency.USUAL,
            EntryState.PLANNED,
            "",
            start,
            start,
            start,
            start,
            0,
            "",
            Optional.empty());
    var her = new Recipient(ana, false, "Ana", "en", Set.of(ZONE), Set.of("NY"), List.of());
    return new Outward.Told(line, her, visit);
  }
}
