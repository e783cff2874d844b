package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.Refused;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A clinic lists which kinds of visit one patient may have at the same time. */
@MalasakitTest
class OverlapPagesTest {

  private final ApplicationContext beans;
  private final World world;

  @LocalServerPort private int port;

  private Practice practice;
  private Client client;
  private VisitTypeId followUp;
  private VisitTypeId lab;
  private String address;

  OverlapPagesTest(ApplicationContext beans, World world) {
    this.beans = beans;
    this.world = world;
  }

  @BeforeEach
  void aClinic() {
    practice = Practice.in(beans, "America/New_York");
    client = Client.on(port).as(practice.cookie());
    followUp = practice.type("Follow-up", 30);
    lab = practice.type("Lab draw", 15);
    address = "/schedules/" + practice.site().id() + "/overlaps";
  }

  @Test
  void a_pair_is_added_lets_two_visits_overlap_and_is_removed() {
    var bookings = beans.getBean(Bookings.class);
    var doctor = practice.practitioner("Reyes");
    var nurse = practice.practitioner("Santos");
    practice.seesPatientsAlways(doctor, followUp);
    practice.seesPatientsAlways(nurse, lab);
    var ana = practice.patient("Ana", "Cruz");
    var ben = practice.patient("Ben", "Cruz");
    var nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
    assertThat(client.get(address).body()).contains("No pair yet");
    assertThat(client.get("/schedules/" + practice.site().id()).body()).contains(address);

    assertThat(client.post(address, pair(lab, followUp)).status()).isEqualTo(302);

    assertThat(client.get(address).body())
        .containsAnyOf("Lab draw beside Follow-up", "Follow-up beside Lab draw");
    practice.ask(() -> bookings.bookNow(practice.wanted(ana, doctor, followUp, nine)));
    practice.ask(() -> bookings.bookNow(practice.wanted(ana, nurse, lab, nine)));

    assertThat(client.post(address + "/removal", pair(followUp, lab)).status()).isEqualTo(302);

    assertThat(client.get(address).body()).contains("No pair yet");
    var later = nine.plusHours(1);
    practice.ask(() -> bookings.bookNow(practice.wanted(ben, doctor, followUp, later)));
    assertThat(refusal(() -> bookings.bookNow(practice.wanted(ben, nurse, lab, later))))
        .contains("another visit at that time");
    assertThat(acts()).containsExactly("allowed overlap", "forbade overlap");
  }

  @Test
  void a_pair_is_listed_once_and_only_of_the_clinics_own_kinds() {
    client.post(address, pair(lab, followUp));
    var again = client.post(address, pair(followUp, lab));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("side by side already");

    var theirs = Practice.in(beans, "America/New_York").type("X-ray", 15);
    assertThat(client.post(address, pair(lab, theirs)).status()).isEqualTo(404);
    assertThat(client.post(address + "/removal", pair(lab, theirs)).status()).isEqualTo(404);
    assertThat(acts()).containsExactly("allowed overlap");
  }

  @Test
  void who_may_not_set_up_schedules_sees_the_pairs_and_changes_none() {
    client.post(address, pair(lab, followUp));
    var luz = Client.on(port).as(world.cookieOf(practice.colleague(Role.SCHEDULER)));

    assertThat(luz.get(address).body()).contains("Lab draw").doesNotContain("Add a pair");
    assertThat(luz.post(address, pair(lab, lab)).status()).isEqualTo(403);
    assertThat(luz.post(address + "/removal", pair(lab, followUp)).status()).isEqualTo(403);
  }

  private static Map<String, Object> pair(VisitTypeId one, VisitTypeId other) {
    return Map.of("one", one, "other", other);
  }

  private String refusal(Supplier<Visit> booking) {
    try {
      practice.ask(booking);
      return "";
    } catch (Refused refused) {
      return refused.sentence();
    }
  }

  private List<String> acts() {
    var jdbc = beans.getBean(JdbcClient.class);
    var transactions = beans.getBean(TransactionTemplate.class);
    return practice.ask(() ->
        transactions.execute(status ->
            jdbc.sql("select act from audit.line where act like '%overlap' order by id")
                .query(String.class)
                .list()));
  }
}
