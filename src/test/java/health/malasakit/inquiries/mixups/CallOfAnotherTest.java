package health.malasakit.inquiries.mixups;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.inquiries.CallerOnTheLine;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A call that was written up under the wrong person. */
@MalasakitTest
class CallOfAnotherTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;

  CallOfAnotherTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @Test
  void its_note_and_its_promise_move_and_that_the_caller_was_proven_is_told_by_itself() {
    var line = new CallerOnTheLine(beans, port);
    var right = line.patient("María", "de la Cruz", LocalDate.of(1986, 4, 1), "(617) 555-0143");
    line.proven();
    line.client()
        .post(
            line.call() + "/wrap-up",
            Map.of(
                "reason", "result",
                "outcome", "promised",
                "note", "Wants her lipid result.",
                "promise", "Send the lipid result",
                "keeper", line.luz().accountUuid(),
                "day", "in two weeks",
                "hour", "16:00"));
    line.over();
    assertThat(line.client().get(line.page()).body()).contains("Send the lipid result");
    assertThat(line.client().get(line.call()).body()).contains("/mixups/new?what=call");

    var moved =
        line.client()
            .post(
                "/mixups",
                Map.of(
                    "what", "call",
                    "clinic", line.clinic().id(),
                    "id", line.call().substring(line.call().lastIndexOf('/') + 1),
                    "version", "1",
                    "right", right,
                    "slip", "mine",
                    "told", "nothing"));

    assertThat(moved.status()).isEqualTo(302);
    assertThat(line.client().get(moved.location()).body()).contains("/undoing");
    assertThat(line.client().get(line.page()).body())
        .contains("moved a call from here to the person it is about")
        .doesNotContain("lipid");
    var hers = line.page().replace(line.ana().toString(), right.toString());
    assertThat(line.client().get(hers).body())
        .contains("moved a call here", "Send the lipid result");
    var officer =
        Client.on(port).as(world.cookieOf(world.person(Role.PRIVACY_OFFICER, line.clinic())));
    assertThat(officer.get("/audit/" + line.clinic().slug()).body())
        .contains("The caller was proven for this patient");

    line.client().post(moved.location() + "/undoing", Map.of());
    assertThat(line.client().get(line.page()).body()).contains("Send the lipid result");
  }

  @Test
  void its_emergency_goes_with_it_and_back_and_both_pages_keep_a_line() {
    var line = new CallerOnTheLine(beans, port);
    var right = line.patient("Ana", "Reyes", LocalDate.of(1986, 4, 1), "(617) 555-0143");
    line.proven();
    var emergency =
        line.client()
            .post("/red-flags/RF01/emergency", Map.of("clinic", line.clinic().slug()))
            .location();
    line.client().post(emergency + "/closing", Map.of("outcome", "help_on_the_way"));
    line.client()
        .post(
            line.call() + "/wrap-up",
            Map.of("reason", "emergency", "outcome", "done", "note", "Ambulance came."));
    line.over();
    assertThat(line.client().get(line.page()).body()).contains(emergency);

    var moved =
        line.client()
            .post(
                "/mixups",
                Map.of(
                    "what", "call",
                    "clinic", line.clinic().id(),
                    "id", line.call().substring(line.call().lastIndexOf('/') + 1),
                    "version", "1",
                    "right", right,
                    "slip", "mine",
                    "told", "nothing"))
            .location();

    assertThat(line.client().get(moved).body()).contains("With it went", "An emergency");
    var hers = line.page().replace(line.ana().toString(), right.toString());
    assertThat(line.client().get(hers).body()).contains("moved an emergency here", emergency);
    assertThat(line.client().get(line.page()).body())
        .contains("moved an emergency from here")
        .doesNotContain(emergency);
    assertThat(line.client().get(emergency).body())
        .contains("Ana Reyes")
        .doesNotContain("María de la Cruz");

    line.client().post(moved + "/undoing", Map.of());
    assertThat(line.client().get(line.page()).body()).contains(emergency);
  }

  @Test
  void while_the_caller_is_on_the_line_it_goes_with_what_is_ticked() {
    var line = new CallerOnTheLine(beans, port);
    var right = line.patient("Ana", "Reyes", LocalDate.of(1986, 4, 1), "(617) 555-0143");
    line.proven();
    var emergency =
        line.client()
            .post("/red-flags/RF01/emergency", Map.of("clinic", line.clinic().slug()))
            .location();
    line.client().post(line.call() + "/wrong-person", Map.of("patient", line.ana()));
    var page =
        line.client()
            .get(line.call())
            .body()
            .replaceAll("(?s).*href=\"(/mixups/[^\"]*/call)\".*", "$1");
    line.ask("patient", Map.of("name", "Ana Reyes", "birthDate", "4/1/1986"));
    assertThat(line.client().get(page).body()).contains("An emergency was opened at");

    var settled =
        line.client()
            .post(
                page,
                Map.of(
                    "slip", "mine",
                    "told", "nothing",
                    "also", "emergency:" + emergency.substring(emergency.length() - 36)));

    assertThat(settled.location()).isEqualTo(line.call());
    assertThat(line.client().get(emergency).body())
        .contains("Ana Reyes")
        .doesNotContain("María de la Cruz");
    line.client().post(emergency + "/closing", Map.of("outcome", "help_on_the_way"));
    line.client().post(line.call() + "/wrap-up", Map.of("reason", "other", "outcome", "done"));
    line.over();
    assertThat(
            line.client().get(line.page().replace(line.ana().toString(), right.toString())).body())
        .contains("moved an emergency here", emergency);
    assertThat(line.client().get(line.page()).body())
        .contains("moved an emergency from here")
        .doesNotContain(emergency);
  }

  @Test
  void while_another_caller_is_on_the_line_nothing_is_moved() {
    var line = new CallerOnTheLine(beans, port);
    var right = line.patient("Ana", "Reyes", LocalDate.of(1986, 4, 1), "(617) 555-0143");
    line.proven();
    var call = line.call();
    line.client()
        .post(call + "/wrap-up", Map.of("reason", "when", "outcome", "done", "note", "Told."));
    line.ring(CallerOnTheLine.ANOTHER_NUMBER);

    var form =
        Map.of(
            "what", "call",
            "clinic", line.clinic().id(),
            "id", call.substring(call.lastIndexOf('/') + 1),
            "version", "1",
            "right", right,
            "slip", "mine",
            "told", "nothing");

    assertThat(line.client().post("/mixups", form).status()).isEqualTo(403);
    assertThat(
            line.client()
                .get("/mixups/new?what=call&clinic=" + form.get("clinic") + "&id=" + form.get("id"))
                .body())
        .doesNotContain("de la Cruz");
  }
}
