package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier.Says;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientEmail;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.scheduling.Visit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person saw to, or the gateway had after all, is told by nothing else. */
@MalasakitTest
class SeenToTest {

  private static final String DELIVERED =
      "update messaging.outgoing set state = 'delivered', reason = '', carrier_id = 'SM9' where organization_id = :organization";

  private static final String NOT_THERE =
      "update messaging.outgoing set state = 'failed', reason = 'not-at-gateway' where organization_id = :organization";

  private final ApplicationContext beans;
  private final int port;
  private ToldPractice clinic;
  private String number;
  private PatientId ana;
  private Client luz;

  SeenToTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void sheHasATelephoneAndAnEmail() {
    clinic = new ToldPractice(beans);
    number = ToldPractice.number();
    var facts =
        PersonFacts.named(PatientName.official("Ana", "Cruz"))
            .edit()
            .phones(List.of(new PatientPhone(ContactUse.MOBILE, Phone.of(number))))
            .emails(List.of(new PatientEmail(ContactUse.HOME, "ana@example.org")))
            .zone(clinic.practice.site().zone())
            .done();
    ana =
        clinic.practice.ask(() ->
            clinic
                .bean(Patients.class)
                .register(clinic.practice.organization(), NewPatient.saidByCaller(facts)));
    clinic.says(ana, number, ConsentAnswer.GIVEN);
    luz = Client.on(port).as(clinic.cookie());
  }

  @Test
  void what_she_was_told_by_telephone_goes_by_no_other_way_when_the_gateway_never_had_it() {
    var visit = inDoubt();
    settle(visit);
    change(NOT_THERE);
    clinic.send();

    assertThat(clinic.lines(visit.id()))
        .filteredOn(one -> one.step() == Step.BOOKED)
        .extracting(one -> one.channel().code())
        .containsExactly("text");
    int left =
        clinic.practice.ask(() ->
            clinic
                .bean(TransactionTemplate.class)
                .execute(status ->
                    clinic
                        .bean(JdbcClient.class)
                        .sql(
                            "select count(*) from messaging.entry where state = 'out' and not followed")
                        .query(Integer.class)
                        .single()));
    assertThat(left).as("nobody looks after it any more").isZero();
  }

  @Test
  void one_that_was_to_go_again_and_had_arrived_is_not_sent_twice() {
    var visit = inDoubt();
    assertThat(luz.post(act(visit) + "/sending", Map.of()).status()).isEqualTo(302);
    change(DELIVERED);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();

    assertThat(clinic.texts(number)).hasSize(1);
    var line = clinic.line(visit.id(), Step.BOOKED);
    assertThat(line.state()).isEqualTo(EntryState.DELIVERED);
    assertThat(line.reason()).isEmpty();
    assertThat(luz.get("/patients/" + clinic.slug() + "/" + ana + "/reminders").body())
        .containsOnlyOnce("The gateway has the earlier one after all")
        .containsOnlyOnce("Delivered</span>");
  }

  @Test
  void one_that_breaks_is_settled_by_whoever_called_and_is_not_sent_once_it_is_mended() {
    var visit = booked();
    var zone = clinic.practice.site().zone().orElseThrow().getId();
    zone("Nowhere/Never");
    clinic.send();
    assertThat(clinic.line(visit.id(), Step.BOOKED).reason()).isEqualTo("error");

    settle(visit);
    assertThat(clinic.line(visit.id(), Step.BOOKED).state()).isEqualTo(EntryState.CANCELLED);
    zone(zone);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();
    assertThat(clinic.texts(number)).isEmpty();
    assertThat(luz.post(act(visit) + "/settlement", Map.of("how", "told")).body())
        .contains("Somebody has seen to this message already.");
  }

  @Test
  void of_one_that_went_out_meanwhile_nobody_hears_that_a_colleague_saw_to_it() {
    var visit = booked();
    clinic.send();
    var late = luz.post(act(visit) + "/settlement", Map.of("how", "told"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Nothing is wrong with this message any more");
  }

  private Visit inDoubt() {
    clinic.carrier.says(ToldPractice.e164(number), new Says(503, ""));
    var visit = booked();
    clinic.send();
    assertThat(clinic.line(visit.id(), Step.BOOKED).state()).isEqualTo(EntryState.IN_DOUBT);
    clinic.carrier.says(ToldPractice.e164(number), Says.YES);
    return visit;
  }

  private Visit booked() {
    var visit = clinic.book(ana, clinic.inDays(5, 9));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    return visit;
  }

  private void settle(Visit visit) {
    var settled = luz.post(act(visit) + "/settlement", Map.of("how", "told"));
    assertThat(settled.status()).isEqualTo(302);
    assertThat(clinic.line(visit.id(), Step.BOOKED)).matches(one -> one.settled().isPresent());
  }

  private String act(Visit visit) {
    Entry line = clinic.line(visit.id(), Step.BOOKED);
    return "/reminders/" + line.id();
  }

  private void zone(String zone) {
    change(
        "update patients.patient set zone = '" + zone + "' where organization_id = :organization");
  }

  private void change(String sql) {
    clinic.practice.run(() ->
        clinic
            .bean(TransactionTemplate.class)
            .executeWithoutResult(status ->
                clinic
                    .bean(JdbcClient.class)
                    .sql(sql)
                    .param("organization", clinic.practice.organization().value())
                    .update()));
  }
}
