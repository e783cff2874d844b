package health.malasakit.directory;

import static health.malasakit.directory.DirectorySamples.as;
import static health.malasakit.directory.DirectorySamples.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody is handed over into silence: each line of the transfer list leads on. */
@MalasakitTest
class FallbacksTest {

  private final TransferList transfers;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final Organization clinic;
  private final Client client;
  private final String list;

  FallbacksTest(
      World world,
      TransferList transfers,
      PlatformTransactionManager transactions,
      JdbcClient jdbc,
      @LocalServerPort int port) {
    this.transfers = transfers;
    this.transaction = new TransactionTemplate(transactions);
    this.jdbc = jdbc;
    this.clinic = world.clinic("Lakeside Family Medicine");
    this.client = Client.on(port).as(world.cookieOf(world.person(Role.ADMINISTRATOR, clinic)));
    this.list = "/clinics/" + clinic.slug() + "/transfers";
  }

  @Test
  void a_line_without_a_way_on_is_asked_again_beside_its_field() {
    var answer = client.post(list, line("Our nurse line", Map.of()));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("id=\"fallback-error\"")
        .contains("Say what to do when nobody answers there.")
        .contains("value=\"Our nurse line\"");
    assertThat(as(clinic, () -> transfers.of(clinic.id()))).isEmpty();
  }

  @Test
  void the_list_says_whom_to_try_next_and_what_to_do_then() {
    var desk = as(clinic, () -> transfers.add(clinic.id(), said("Front desk", Optional.empty())));
    var fallback = Map.of("fallback", desk.toString(), "words", "then take a message");

    assertThat(client.post(list, line("Our nurse line", fallback)).status()).isEqualTo(303);

    assertThat(client.get(list).body()).contains("else: Front desk, then take a message");
  }

  @Test
  void a_line_on_which_another_falls_back_stays_until_that_one_has_another() {
    as(
        clinic,
        () -> {
          var desk = transfers.add(clinic.id(), said("Front desk", Optional.empty()));
          var nurse = transfers.add(clinic.id(), said("Nurse line", Optional.of(desk)));
          assertRefused("transfer.fallback_of", () -> transfers.remove(desk));
          return nurse;
        });

    assertThat(as(clinic, () -> transfers.of(clinic.id())))
        .extracting(target -> target.details().name())
        .containsExactlyInAnyOrder("Front desk", "Nurse line");
  }

  @Test
  void a_line_does_not_fall_back_on_itself() {
    var desk = as(clinic, () -> transfers.add(clinic.id(), said("Front desk", Optional.empty())));
    var form = line("Front desk", Map.of("fallback", desk.toString(), "version", "1"));

    var answer = client.post(list + "/" + desk, form);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("A line cannot fall back on itself.");
  }

  @Test
  void lines_that_only_lead_to_each_other_are_refused() {
    as(
        clinic,
        () -> {
          var desk = transfers.add(clinic.id(), said("Front desk", Optional.empty()));
          var nurse = transfers.add(clinic.id(), said("Nurse line", Optional.of(desk)));
          var back =
              new TransferTarget(desk, clinic.id(), said("Front desk", Optional.of(nurse)), 1);

          assertRefused("transfer.fallback", () -> transfers.change(back));

          assertThat(transfers.get(desk).details().fallback().next()).isEmpty();
          return nurse;
        });
  }

  @Test
  void two_who_change_the_list_at_once_do_not_close_a_circle_together() throws Exception {
    var desk = as(clinic, () -> transfers.add(clinic.id(), said("Front desk", Optional.empty())));
    var nurse = as(clinic, () -> transfers.add(clinic.id(), said("Nurse", Optional.empty())));
    try (var other = Executors.newSingleThreadExecutor()) {
      var second =
          as(
              clinic,
              () ->
                  transaction.execute(status -> {
                    transfers.change(leads(desk, "Front desk", nurse));
                    var back =
                        other.submit(() ->
                            as(
                                clinic,
                                () -> {
                                  transfers.change(leads(nurse, "Nurse", desk));
                                  return nurse;
                                }));
                    await().until(() -> back.isDone() || somebodyWaits());
                    return back;
                  }));

      assertThatThrownBy(second::get).hasCauseInstanceOf(Refused.class);
    }
    assertThat(as(clinic, () -> transfers.get(nurse)).details().fallback().next()).isEmpty();
  }

  private boolean somebodyWaits() {
    return jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
            .query(Integer.class)
            .single()
        > 0;
  }

  private TransferTarget leads(TransferTargetId from, String name, TransferTargetId to) {
    return new TransferTarget(from, clinic.id(), said(name, Optional.of(to)), 1);
  }

  private static Map<String, String> line(String name, Map<String, String> more) {
    var form =
        new HashMap<>(
            Map.of("desk", "nurse", "name", name, "phone", "(212) 555-0123", "reach", "always"));
    form.putAll(more);
    return form;
  }

  private static TransferTarget.Details said(String name, Optional<TransferTargetId> next) {
    return new TransferTarget.Details(
        TransferTarget.Desk.FRONT_DESK,
        name,
        Phone.of("(212) 555-0123"),
        "",
        TransferTarget.Reach.ALWAYS,
        WeekHours.NONE,
        new TransferTarget.Fallback(next, next.isEmpty() ? "take a message" : ""));
  }
}
