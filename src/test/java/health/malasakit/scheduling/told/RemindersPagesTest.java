package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier.Says;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Rules;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The pages on which people see to what does not reach a patient. */
@MalasakitTest
class RemindersPagesTest {

  private final ApplicationContext beans;
  private final World world;
  private final int port;
  private ToldPractice clinic;
  private String number;
  private PatientId ana;
  private Client luz;

  RemindersPagesTest(ApplicationContext beans, World world, @LocalServerPort int port) {
    this.beans = beans;
    this.world = world;
    this.port = port;
  }

  @BeforeEach
  void aClinicThatTells() {
    clinic = new ToldPractice(beans);
    number = ToldPractice.number();
    ana = clinic.patient("Ana", number, "en");
    luz = Client.on(port).as(clinic.practice.cookie());
  }

  @Test
  void nothing_wrong_is_said_kindly() {
    assertThat(luz.get("/reminders").body()).contains("Every message went its way");
  }

  @Test
  void what_did_not_go_stands_first_with_why_and_what_to_do_until_somebody_saw_to_it() {
    var visit = refused();

    var list = luz.get("/reminders").body();
    assertThat(list)
        .contains("Ana Cruz", "The patient wants none of these: call.", "Told by telephone");
    var act = "/reminders/" + clinic.line(visit.id(), Step.BOOKED).id();
    assertThat(luz.post(act + "/settlement", Map.of("how", "told")).status()).isEqualTo(302);
    assertThat(luz.get("/reminders").body()).contains("Every message went its way");
    assertThat(luz.post(act + "/settlement", Map.of("how", "told")).status())
        .as("a colleague was faster")
        .isEqualTo(409);
    assertThat(luz.get(hers() + "/reminders").body())
        .contains("Seen to", "Told by telephone", "Luz Ramos");
  }

  @Test
  void who_reads_another_language_is_called_and_that_is_said_once() {
    var hers = ToldPractice.number();
    var linh = clinic.patient("Linh", hers, "vi");
    var visit = clinic.book(linh, clinic.inDays(5, 9));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();

    assertThat(luz.get("/reminders").body()).contains("call with an interpreter");
    var act = "/reminders/" + clinic.line(visit.id(), Step.BOOKED).id() + "/settlement";
    assertThat(luz.post(act, Map.of("how", "told")).status()).isEqualTo(302);
    assertThat(luz.get("/reminders").body()).contains("Every message went its way");
  }

  @Test
  void what_waited_until_it_was_too_late_is_not_silent() {
    clinic.carrier.says(ToldPractice.e164(number), new Says(429, ""));
    var visit = told();
    clinic.send();
    Hours.pass(beans, clinic.practice, visit.id());
    clinic.send();

    assertThat(luz.get("/reminders").body())
        .contains("Ana Cruz", "until it would have come too late");
  }

  @Test
  void one_in_doubt_is_sent_again_only_by_a_person() {
    clinic.carrier.says(ToldPractice.e164(number), new Says(503, ""));
    var visit = told();
    assertThat(luz.get("/reminders").body()).contains("Send again, though it may have arrived");
    clinic.carrier.reset();

    clinic.sends(false);
    var act = "/reminders/" + clinic.line(visit.id(), Step.BOOKED).id() + "/sending";
    assertThat(luz.post(act, Map.of()).status()).isEqualTo(302);
    assertThat(luz.get(hers() + "/reminders").body())
        .as("what happened stays to be seen while it waits to go again")
        .contains("Held back: this clinic sends nothing now", "In doubt")
        .doesNotContain("So far");
    clinic.sends(true);
    clinic.send();
    await().until(() -> clinic.line(visit.id(), Step.BOOKED).state() == EntryState.HANDED_OVER);
    assertThat(clinic.texts(number)).hasSize(2);
    assertThat(luz.post(act, Map.of()).status()).as("nothing is wrong with it").isEqualTo(409);
  }

  @Test
  void her_own_list_has_what_still_goes_out_and_each_state_with_the_proof() {
    told();

    var list = luz.get(hers() + "/reminders").body();
    assertThat(list.indexOf("Still to go out")).isPositive().isLessThan(list.indexOf("So far"));
    assertThat(list.indexOf("Reminder<"))
        .as("the day before has not come yet")
        .isBetween(list.indexOf("Still to go out"), list.indexOf("So far"));
    assertThat(luz.get(hers() + "/reminders").body())
        .contains("Planned", "On its way", "Handed over", "to the one ending in")
        .contains("name for it: SM")
        .contains(number.substring(number.length() - 4))
        .doesNotContain(ToldPractice.e164(number));
  }

  @Test
  void what_a_clinic_that_is_off_would_tell_is_held_back_and_not_next() {
    told();
    assertThat(luz.get("/reminders").body()).doesNotContain("Held back", "Nothing is planned.");

    clinic.sends(false);

    assertThat(luz.get("/reminders").body())
        .contains("Held back until the clinic is switched on", "Nothing is planned.");
  }

  @Test
  void another_clinics_people_see_nothing_of_it_and_change_nothing() {
    var visit = refused();
    var other = world.person(Role.SUPERVISOR, world.clinic("Other"));
    var stranger = Client.on(port).as(world.cookieOf(other));

    assertThat(stranger.get("/reminders").body()).doesNotContain("Ana Cruz");
    assertThat(stranger.get(hers() + "/reminders").status()).isEqualTo(404);
    var act = "/reminders/" + clinic.line(visit.id(), Step.BOOKED).id();
    assertThat(stranger.post(act + "/settlement", Map.of("how", "told")).status()).isEqualTo(404);
    assertThat(stranger.post(act + "/sending", Map.of()).status()).isEqualTo(404);
    assertThat(clinic.line(visit.id(), Step.BOOKED).open()).isTrue();
  }

  @Test
  void a_clinic_says_its_hours_and_steps_and_what_cannot_be_is_told_beside_its_field() {
    var page = rule();
    assertThat(luz.get(page).body()).contains("Does this clinic tell patients of their visits?");

    var early = luz.post(page, form("7:00", "10"));
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.body()).contains("Messages go out from 8 in the morning");
    assertThat(luz.post(page, form("9:00", "0")).body()).contains("1 to 30 days before");

    assertThat(luz.post(page, form("8:00", "2")).status()).isEqualTo(303);
    var said =
        clinic.practice.ask(() -> clinic.bean(Rules.class).of(clinic.practice.organization()));
    assertThat(said.rule().weekdays().from()).hasHour(8);
    assertThat(said.rule().steps())
        .filteredOn(one -> one.step() == Step.DAY)
        .allMatch(one -> one.on() && one.days() == 2);
    assertThat(said.rule().steps())
        .filteredOn(one -> one.step() == Step.WEEK)
        .noneMatch(one -> one.on());
  }

  @Test
  void what_a_colleague_saved_of_the_rule_meanwhile_is_not_overwritten() {
    var seenBefore = form("9:00", "3");
    luz.post(rule(), form("8:00", "2"));

    var late = luz.post(rule(), seenBefore);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Monday to Saturday from");
    var said =
        clinic.practice.ask(() -> clinic.bean(Rules.class).of(clinic.practice.organization()));
    assertThat(said.rule().weekdays().from()).hasHour(8);
  }

  @Test
  void another_day_of_the_rule_moves_what_is_planned() {
    var visit = clinic.book(ana, clinic.inDays(10, 14));
    clinic.planned(visit.id(), Step.DAY, 1);
    var page = rule();

    luz.post(page, form("9:00", "2"));

    var at = clinic.inDays(8, 11).atZone(clinic.now().getZone()).toInstant();
    await().until(() -> clinic.line(visit.id(), Step.DAY).dueAt().equals(at));
    assertThat(clinic.line(visit.id(), Step.WEEK).state()).isEqualTo(EntryState.CANCELLED);
  }

  private Map<String, Object> form(String from, String days) {
    var form = new LinkedHashMap<String, Object>();
    form.put("sends", "yes");
    form.put("weekdaysFrom", from);
    form.put("weekdaysUntil", "20:00");
    form.put("sundayFrom", "12:00");
    form.put("sundayUntil", "18:00");
    form.put("steps", List.of("booked", "moved", "cancelled", "three_days", "day", "two_hours"));
    form.put("weekDays", "7");
    form.put("weekAt", "10:00");
    form.put("three_daysDays", "3");
    form.put("three_daysAt", "10:00");
    form.put("dayDays", days);
    form.put("dayAt", "11:00");
    form.put("version", FormVersion.of(luz.get(rule()).body()));
    return form;
  }

  private String rule() {
    return "/clinics/" + clinic.slug() + "/reminders";
  }

  private String hers() {
    return "/patients/" + clinic.practice.clinic().slug() + "/" + ana;
  }

  private Visit refused() {
    clinic.says(ana, number, ConsentAnswer.REFUSED);
    return told();
  }

  private Visit told() {
    var visit = clinic.book(ana, clinic.inDays(5, 9));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();
    return visit;
  }
}
