package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier.Says;
import health.malasakit.TestPost;
import health.malasakit.directory.Address;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.CancelledBy;
import health.malasakit.scheduling.Visits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a gateway says of a message, and what becomes of it then. */
@MalasakitTest
class ToldByGatewayTest {

  private final ApplicationContext beans;
  private ToldPractice clinic;
  private String number;
  private PatientId ana;

  ToldByGatewayTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @BeforeEach
  void aClinicThatTells() {
    clinic = new ToldPractice(beans);
    number = ToldPractice.number();
    ana = clinic.patient("Ana", number, "en");
  }

  @Test
  void a_gateway_that_is_away_is_tried_later_and_one_that_refuses_waits_for_a_person() {
    clinic.carrier.says(ToldPractice.e164(number), Says.no(20429));
    var visit = clinic.book(ana, clinic.inDays(5, 9));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();
    clinic.send();
    var away = clinic.line(visit.id(), Step.BOOKED);
    assertThat(away.state()).isEqualTo(EntryState.HELD);
    assertThat(away.reason()).isEqualTo("20429");
    assertThat(away.dueAt()).isAfter(Instant.now().plusSeconds(30));

    clinic.carrier.says(ToldPractice.e164(number), Says.no(21614));
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();
    clinic.send();
    var landline = clinic.line(visit.id(), Step.BOOKED);
    assertThat(landline.state()).isEqualTo(EntryState.REFUSED);
    assertThat(landline.reason()).isEqualTo("21614");
    assertThat(landline.attempts()).isEqualTo(2);
  }

  @Test
  void nobody_knows_whether_it_went_out_and_it_is_not_sent_again() {
    clinic.carrier.says(ToldPractice.e164(number), new Says(503, ""));
    var visit = clinic.book(ana, clinic.inDays(5, 9));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();
    clinic.send();

    assertThat(clinic.line(visit.id(), Step.BOOKED).state()).isEqualTo(EntryState.IN_DOUBT);
    assertThat(clinic.texts(number)).hasSize(1);
  }

  @Test
  void without_a_gateway_it_is_a_failure_that_is_seen() {
    var visit = clinic.book(ana, clinic.inDays(5, 9));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.carrier.away();
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();
    clinic.carrier.reset();

    assertThat(clinic.line(visit.id(), Step.BOOKED).reason()).isEqualTo("not_configured");
    assertThat(clinic.line(visit.id(), Step.BOOKED).open()).isTrue();
  }

  @Test
  void eight_who_send_at_once_send_it_once() throws Exception {
    var visit = clinic.book(ana, clinic.inDays(5, 9));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    try (var threads = Executors.newFixedThreadPool(8)) {
      threads.invokeAll(
          IntStream.range(0, 8).<Callable<Integer>>mapToObj(n -> clinic::send).toList());
    }
    assertThat(clinic.texts(number)).hasSize(1);
  }

  @Test
  void who_has_an_e_mail_and_no_mobile_gets_one_that_her_calendar_reads() {
    var address = "rosa" + number.substring(number.length() - 4) + "@example.org";
    var rosa = clinic.byEmail("Rosa", address);
    var visit = clinic.book(rosa, clinic.inDays(5, 9));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();

    var mails = clinic.bean(TestPost.class).to(address);
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst().text())
        .contains("Subject: Your appointment", "Lakeside: your appointment is booked for")
        .doesNotContain("Follow-up", "Reyes");
    assertThat(calendar(mails.getFirst()))
        .contains("METHOD:REQUEST", "SUMMARY:Appointment", "SEQUENCE:1")
        .contains("UID:" + visit.id().value() + "@visits.malasakit", "LOCATION:12 Main St")
        .doesNotContain("Follow-up", "Reyes");
    assertThat(clinic.line(visit.id(), Step.BOOKED).state()).isEqualTo(EntryState.HANDED_OVER);

    clinic.practice.ask(
        () -> clinic.bean(Visits.class).cancel(visit.id(), 1, CancelledBy.CLINIC, "Dr. is away"));
    clinic.planned(visit.id(), Step.CANCELLED, 2);
    clinic.due(visit.id(), Step.CANCELLED);
    clinic.send();
    assertThat(calendar(clinic.bean(TestPost.class).to(address).getLast()))
        .contains("UID:" + visit.id().value() + "@visits.malasakit")
        .contains("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED");
  }

  @Test
  void what_a_mail_does_not_say_of_the_place_its_calendar_does_not_say_either() {
    var site = clinic.practice.site();
    var telling = new Address("12 Main St", "HIV Clinic", "Albany", "NY", "");
    var details = new Site.Details(site.name(), telling, site.book());
    clinic.practice.run(() -> clinic.bean(Sites.class).change(site.id(), details, site.version()));
    var address = "sol" + number.substring(number.length() - 4) + "@example.org";
    var visit = clinic.book(clinic.byEmail("Sol", address), clinic.inDays(5, 9));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();

    var mail = clinic.bean(TestPost.class).to(address).getFirst();
    assertThat(mail.text().replaceAll("=\\r?\\n", "")).contains("at the clinic");
    assertThat(calendar(mail)).contains("SUMMARY:Appointment").doesNotContain("HIV", "12 Main St");
  }

  @Test
  void under_a_name_that_was_saved_before_its_word_stood_on_the_list_nothing_goes_out() {
    var visit = clinic.book(ana, clinic.inDays(5, 9));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.practice.run(() ->
        clinic
            .bean(TransactionTemplate.class)
            .executeWithoutResult(status ->
                clinic
                    .bean(JdbcClient.class)
                    .sql("update directory.clinic set neutral_name = 'Bay Oncology'")
                    .update()));
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();

    assertThat(clinic.line(visit.id(), Step.BOOKED).reason()).isEqualTo("unnamed");
    assertThat(clinic.texts(number)).isEmpty();
  }

  private static String calendar(TestPost.Came mail) {
    var file = mail.text().split("filename=invite.ics\\s+", 2)[1].split("\n--", 2)[0];
    return new String(Base64.getMimeDecoder().decode(file), StandardCharsets.UTF_8);
  }
}
