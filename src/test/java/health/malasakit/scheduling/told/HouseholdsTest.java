package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Visit;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One message to two of a household stands once among what went out, under one of them. */
@MalasakitTest
class HouseholdsTest {

  private final ApplicationContext beans;
  private final int port;
  private ToldPractice clinic;
  private PatientId ana;
  private PatientId bea;

  HouseholdsTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void twoAreToldInOneMessage() {
    clinic = new ToldPractice(beans);
    var number = ToldPractice.number();
    ana = clinic.patient("Ana", number, "en");
    bea = clinic.patient("Bea", number, "en");
    var hers = clinic.book(ana, clinic.inDays(5, 9));
    var sisters = clinic.book(bea, clinic.inDays(5, 10));
    clinic.planned(hers.id(), Step.THREE_DAYS, 1);
    clinic.planned(sisters.id(), Step.THREE_DAYS, 1);
    clinic.due(hers.id(), Step.THREE_DAYS);
    clinic.due(sisters.id(), Step.THREE_DAYS);
    clinic.send();
  }

  @Test
  void who_may_see_one_of_them_reads_her_page_though_the_other_is_hidden() {
    var named = in(jdbc -> ids(jdbc, "select patient_id from messaging.outgoing"));
    var other = named.equals(ana.value()) ? bea : ana;
    in(jdbc ->
        jdbc.sql(
                """
                insert into access.restriction (organization_id, patient_id, country, rule, set_at)
                values (:organization, :patient, 'PH', 'test', now())
                """)
            .param("organization", clinic.practice().organization().value())
            .param("patient", named)
            .update());

    var luz = Client.on(port).as(clinic.cookie());
    var page = luz.get("/patients/" + clinic.slug() + "/" + other + "/reminders");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("On its way");
    assertThat(luz.get("/reminders").status()).isEqualTo(200);
  }

  @Test
  void what_arrived_is_looked_after_no_more() {
    in(jdbc -> jdbc.sql("update messaging.outgoing set state = 'delivered'").update());
    clinic.send();
    int left =
        in(jdbc ->
            jdbc.sql("select count(*) from messaging.entry where state = 'out' and not followed")
                .query(Integer.class)
                .single());
    assertThat(left).isZero();
  }

  @Test
  void a_home_of_many_gets_as_many_messages_as_it_can_answer_and_a_carrier_takes() {
    var number = ToldPractice.number();
    var all = IntStream.range(0, 20).mapToObj(n -> booked(number, n)).toList();
    all.forEach(visit -> clinic.planned(visit.id(), Step.DAY, 1));
    all.forEach(visit -> clinic.due(visit.id(), Step.DAY));
    clinic.send();

    var texts = clinic.texts(number, 3);
    assertThat(texts).hasSize(3).allMatch(text -> text.contains("1)") && !text.contains("10)"));
    assertThat(
            IntStream.range(0, 20)
                .filter(n -> texts.stream().anyMatch(t -> t.contains("P" + n + ","))))
        .as("each of them is told")
        .hasSize(20);
  }

  private Visit booked(String number, int nth) {
    var one = clinic.patient("P" + nth, number, "en");
    return clinic.book(one, clinic.inDays(6 + nth / 8, 9 + nth % 8));
  }

  private static UUID ids(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(UUID.class).single();
  }

  private <T> T in(Function<JdbcClient, T> question) {
    var transactions = beans.getBean(TransactionTemplate.class);
    return clinic
        .practice()
        .ask(() -> transactions.execute(status -> question.apply(beans.getBean(JdbcClient.class))));
  }
}
