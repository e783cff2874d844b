package health.malasakit.inquiries.messages;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MalasakitTest
class NewMessageTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private MessageDesk desk;

  NewMessageTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerAndANurse() {
    desk = new MessageDesk(beans, port);
  }

  @Test
  void where_nobody_is_a_nurse_the_clinic_staff_has_it_and_at_last_the_supervisor() {
    var form = MessageDesk.refill();
    form.put("kind", "nurse");
    close(Role.NURSE);
    desk.taken(form);
    assertThat(toRoles()).containsExactly("supervisor");

    world.person(Role.CLINIC_STAFF, desk.line().clinic());
    desk.taken(form);

    assertThat(toRoles()).containsExactly("supervisor", "clinic_staff");
  }

  @Test
  void a_message_for_nobody_is_refused_with_what_to_do() {
    var clinic = world.clinic("Harbor Pediatrics");
    var jo = desk.as(world.person(Role.SCHEDULER, clinic));
    var call = jo.post("/calls", Map.of("direction", "in")).location();

    var answer = jo.post(call + "/message", MessageDesk.refill());

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("Nobody of this clinic could have it");
  }

  @Test
  void danger_words_open_the_script_with_the_message_kept() {
    var form = MessageDesk.refill();
    form.put("kind", "nurse");
    form.put("words", "He has chest pain since noon.");
    form.put("saidName", "Pedro Reyes");

    var place = desk.luz().post(desk.line().call() + "/message", form).location();

    assertThat(place).isEqualTo(desk.address() + "/danger");
    var page = desk.luz().get(place).body();
    assertThat(page)
        .contains("Is this an emergency?", "/red-flags/RF01/emergency", desk.line().clinic().slug())
        .doesNotContain("since noon")
        .doesNotContain("Pedro");
    assertThat(desk.rosa().get("/messages").body())
        .contains("Danger words", "Pedro Reyes (not proven)");
    assertThat(desk.rosa().get(place).status()).isEqualTo(404);
  }

  @Test
  void the_wrap_up_of_its_call_is_filled() {
    desk.taken(MessageDesk.refill());

    assertThat(desk.luz().get(desk.line().call()).body())
        .contains("value=\"refill\" selected", "value=\"message\" selected");
  }

  @Test
  void what_is_missing_is_asked_again_and_nothing_typed_is_lost() {
    var form = MessageDesk.refill();
    form.put("pharmacy", "");
    form.put("words", "Half a thought");

    var answer = desk.luz().post(desk.line().call() + "/message", form);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Ask for the pharmacy", "Half a thought", "after 3");
    form.put("pharmacy", "CVS");
    form.put("day", "yesterday");
    assertThat(desk.luz().post(desk.line().call() + "/message", form).status()).isEqualTo(422);
    assertThat(desk.ids("select message_id from inquiries.message")).isEmpty();
  }

  @Test
  void a_message_is_about_whom_the_caller_proved_and_about_no_other() {
    var form = desk.aboutHer();

    assertThat(desk.luz().post(desk.line().call() + "/message", form).status()).isEqualTo(422);
    assertThat(desk.luz().get(desk.line().call() + "/message").body()).doesNotContain("Cruz");
  }

  @Test
  void on_the_patients_page_it_is_taken_without_a_call() {
    desk.line().over();

    var place =
        desk.luz().post(desk.line().page() + "/messages/new", MessageDesk.refill()).location();

    assertThat(place).isEqualTo(desk.address());
    assertThat(desk.luz().get(place).body()).contains("María de la Cruz", "Copy as text");
  }

  private List<String> toRoles() {
    return desk.in(jdbc ->
        jdbc.sql("select to_role from inquiries.message order by taken_at")
            .query(String.class)
            .list());
  }

  /** Everybody of this role loses her account. */
  private void close(Role role) {
    desk.in(jdbc ->
        jdbc.sql(
                "update access.account set disabled_at = now() where id in"
                    + " (select account_id from access.membership where role = :role)")
            .param("role", role.code())
            .update());
  }
}
