package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.LedgerLists;
import health.malasakit.messaging.ledger.Reached;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Something of one patient cannot be read when messages are due, or planned, or counted. */
@MalasakitTest
class OneBadPatientTest {

  private static final int EACH_DAY = 20;

  private static final String REACTIONS =
      """
      select count(*) from kernel.event_publication_archive
       where event_type = :event and serialized_event like :organization
      """;

  private final ApplicationContext beans;
  private final int port;
  private ToldPractice clinic;

  OneBadPatientTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @Test
  void the_others_are_told_and_she_waits_for_a_person_until_it_is_mended() {
    clinic = new ToldPractice(beans);
    var numbers = List.of(ToldPractice.number(), ToldPractice.number(), ToldPractice.number());
    var patients = numbers.stream().map(number -> clinic.patient("Ana", number, "en")).toList();
    var visits = patients.stream().map(this::booked).toList();
    var zone = clinic.practice().site().zone().orElseThrow().getId();

    zone(patients.get(1), "Nowhere/Never");
    visits.forEach(visit -> clinic.due(visit.id(), Step.BOOKED));
    clinic.send();

    assertThat(clinic.texts(numbers.get(0))).hasSize(1);
    assertThat(clinic.texts(numbers.get(2))).hasSize(1);
    var hers = clinic.line(visits.get(1).id(), Step.BOOKED);
    assertThat(hers.state()).isEqualTo(EntryState.HELD);
    assertThat(open()).extracting(Entry::id).containsExactly(hers.id());

    zone(patients.get(1), zone);
    clinic.due(visits.get(1).id(), Step.BOOKED);
    clinic.send();
    assertThat(clinic.texts(numbers.get(1))).hasSize(1);
  }

  @Test
  void what_did_not_reach_her_is_left_to_a_person_and_the_others_are_told() {
    clinic = new ToldPractice(beans);
    var hers = ToldPractice.number();
    var his = ToldPractice.number();
    var ana = clinic.patient("Ana", hers, "en");
    var out = booked(ana);
    clinic.due(out.id(), Step.BOOKED);
    clinic.send();
    var waits = booked(clinic.patient("Ben", his, "en"));

    zone(ana, "Nowhere/Never");
    update(
        "update messaging.outgoing set state = 'failed', reason = '30003' where patient_id = :patient",
        ana);
    clinic.due(waits.id(), Step.BOOKED);
    clinic.send();

    assertThat(clinic.texts(his)).hasSize(1);
    assertThat(open()).extracting(Entry::id).contains(clinic.line(out.id(), Step.BOOKED).id());
  }

  @Test
  void what_nobody_took_at_once_is_tried_again_though_she_cannot_be_read() {
    clinic = new ToldPractice(beans);
    var ana = clinic.patient("Ana", ToldPractice.number(), "en");
    var out = booked(ana);
    clinic.due(out.id(), Step.BOOKED);
    clinic.send();

    zone(ana, "Nowhere/Never");
    update(
        """
        update messaging.outgoing set state = 'refused', reason = 'unreachable', carrier_id = null
         where patient_id = :patient
        """,
        ana);
    clinic.send();

    assertThat(clinic.line(out.id(), Step.BOOKED).state()).isEqualTo(EntryState.HELD);
  }

  @Test
  void reminders_of_all_others_are_planned_when_the_clinic_switches_them_on() {
    clinic = new ToldPractice(beans);
    var patients =
        Stream.of("Ana", "Ben", "Cora")
            .map(given -> clinic.patient(given, ToldPractice.number(), "en"))
            .toList();
    clinic.sends(false);
    var visits = patients.stream().map(this::unplanned).toList();

    zone(patients.get(1), "Nowhere/Never");
    clinic.sends(true);

    comes(visits.get(0), EntryState.PLANNED);
    comes(visits.get(2), EntryState.PLANNED);
    assertThat(clinic.lines(visits.get(1).id())).isEmpty();
  }

  @Test
  void what_breaks_until_it_is_too_late_is_tried_no_more_and_left_to_a_person() {
    clinic = new ToldPractice(beans);
    var ana = clinic.patient("Ana", ToldPractice.number(), "en");
    var visit = booked(ana);
    zone(ana, "Nowhere/Never");
    Hours.pass(beans, clinic.practice(), visit.id());

    clinic.send();

    await().until(() -> clinic.line(visit.id(), Step.BOOKED).reason().equals("too_late"));
    assertThat(open()).extracting(Entry::visit).contains(visit.id().value());
  }

  @Test
  void more_than_one_reaction_can_plan_are_planned_by_several() {
    clinic = new ToldPractice(beans);
    var ana = clinic.patient("Ana", ToldPractice.number(), "en");
    clinic.sends(false);
    var visits = IntStream.range(0, 203).mapToObj(nth -> unplanned(ana)).toList();

    clinic.sends(true);

    comes(visits.getFirst(), EntryState.PLANNED);
    comes(visits.getLast(), EntryState.PLANNED);
    await().until(() -> reactions() >= 2);
  }

  private int reactions() {
    return beans
        .getBean(JdbcClient.class)
        .sql(REACTIONS)
        .param("event", RemindersLeft.class.getName())
        .param("organization", "%" + clinic.practice().organization() + "%")
        .query(Integer.class)
        .single();
  }

  @Test
  void whom_the_clinic_reaches_is_counted_without_her() {
    clinic = new ToldPractice(beans);
    var ana = clinic.patient("Ana", ToldPractice.number(), "en");
    booked(ana);
    booked(clinic.patient("Ben", ToldPractice.number(), "en"));
    booked(clinic.patient("Cora", ToldPractice.number(), "en"));
    zone(ana, "Nowhere/Never");

    var count =
        clinic
            .practice()
            .ask(() -> beans.getBean(Reached.class).count(clinic.practice().organization()));

    assertThat(count.patients()).isEqualTo(3);
    assertThat(count.byText()).isEqualTo(2);
    assertThat(count.byCall()).containsExactly(Map.entry("error", 1));
    var page = "/clinics/" + clinic.slug() + "/reached";
    var shown = Client.on(port).as(clinic.cookie()).get(page);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.body()).contains("Something broke");
  }

  private void comes(Visit visit, EntryState state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            clinic.lines(visit.id()).stream()
                .anyMatch(one -> one.step() == Step.DAY && one.state() == state));
  }

  private Visit unplanned(PatientId patient) {
    int free = nth++;
    return clinic.book(
        patient, clinic.inDays(5 + free / EACH_DAY, 9).plusMinutes(30L * (free % EACH_DAY)));
  }

  private List<Entry> open() {
    return clinic
        .practice()
        .ask(
            () -> beans.getBean(LedgerLists.class).open(List.of(clinic.practice().organization())));
  }

  private Visit booked(PatientId patient) {
    var visit = unplanned(patient);
    clinic.planned(visit.id(), Step.BOOKED, 1);
    return visit;
  }

  private int nth;

  private void zone(PatientId patient, String zone) {
    update(
        "update patients.patient set zone = '" + zone + "' where patient_id = :patient", patient);
  }

  private void update(String sql, PatientId patient) {
    var transactions = beans.getBean(TransactionTemplate.class);
    clinic
        .practice()
        .run(() ->
            transactions.executeWithoutResult(status ->
                beans
                    .getBean(JdbcClient.class)
                    .sql(sql)
                    .param("patient", patient.value())
                    .update()));
  }
}
