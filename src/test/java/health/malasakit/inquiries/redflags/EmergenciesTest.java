package health.malasakit.inquiries.redflags;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.directory.TransferList;
import health.malasakit.directory.TransferTarget;
import health.malasakit.directory.WeekHours;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.scheduling.FollowUps;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MalasakitTest
class EmergenciesTest {

  private static final String CHEST = "/red-flags/RF01/emergency";

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private final Written written;

  EmergenciesTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
    this.written = new Written(beans);
  }

  @Test
  void everything_given_is_saved_at_once_and_told_in_order() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var nurse = transfer(clinic, "Rosa", TransferTarget.Reach.ALWAYS);
    var luz = client(world.person(Role.CUSTOMER_SERVICE, clinic));
    var place = luz.post(CHEST, at(clinic)).location();

    luz.post(place + "/place", Map.of("place", "12 Main St, Albany", "callback", "518 555 0101"));
    luz.post(place + "/place", Map.of("place", "14 Main St, Albany", "callback", "518 555 0101"));
    luz.post(place + "/dialling", Map.of("who", "companion"));
    luz.post(place + "/transfer", Map.of("target", nurse));
    luz.post(place + "/takeover", Map.of("takenBy", "Rosa Diaz, RN"));
    luz.post(place + "/note", Map.of("note", "Her son is with her."));
    var ended = luz.post(place + "/closing", Map.of("outcome", "clinician"));

    assertThat(ended.status()).isEqualTo(302);
    var page = luz.get(place).body();
    assertThat(page)
        .contains("Please hang up and call 911 now", "diagnose, book a visit, put on hold")
        .contains("Not yet confirmed by a clinician of this clinic")
        .containsSubsequence(
            "Opened",
            "Chest pain",
            "12 Main St, Albany · 518 555 0101",
            "14 Main St",
            "Somebody with the caller dials",
            "Rosa, ",
            "Rosa Diaz, RN",
            "Her son is with her.",
            "Closed",
            "A clinician took over")
        .doesNotContain("How did it end?");
    assertThat(written.acts(clinic, "emergency"))
        .containsExactly(
            "opened", "changed", "changed", "changed", "changed", "changed", "changed", "closed");
  }

  @Test
  void a_button_pressed_twice_opens_one_and_a_worse_sign_goes_on_in_it() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var person = world.person(Role.SCHEDULER, clinic);
    var place = client(person).post(CHEST, at(clinic)).location();
    client(person).post(place + "/place", Map.of("place", "12 Main St", "callback", ""));

    assertThat(client(person).post(CHEST, at(clinic)).location()).isEqualTo(place);
    assertThat(client(person).get("/red-flags").location()).isEqualTo(place);
    assertThat(client(person).get("/red-flags/strip").body()).contains(place);
    assertThat(client(person).get("/red-flags?another=yes").body()).contains("What is happening?");
    assertThat(client(person).post("/red-flags/RF02/emergency", at(clinic)).location())
        .isEqualTo(place);
    assertThat(client(person).get(place).body())
        .contains("Note the time symptoms began", "12 Main St");
  }

  @Test
  void an_emergency_is_closed_once_and_as_taken_over_only_when_somebody_took_it() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var luz = client(world.person(Role.NAVIGATOR, clinic));
    var place = luz.post(CHEST, at(clinic)).location();

    var untaken = luz.post(place + "/closing", Map.of("outcome", "clinician"));
    assertThat(untaken.status()).isEqualTo(422);
    assertThat(untaken.body()).contains("Say first which clinician took the call");
    var nowhere = luz.post(place + "/place", Map.of("place", " ", "callback", ""));
    assertThat(nowhere.status()).isEqualTo(422);
    assertThat(nowhere.body()).contains("or at least a number to call back");

    var sent = Map.of("outcome", "help_on_the_way", "requestId", UUID.randomUUID().toString());
    assertThat(luz.post(place + "/closing", sent).status()).isEqualTo(302);
    assertThat(luz.post(place + "/closing", sent).status()).isEqualTo(302);
    assertThat(luz.post(place + "/closing", Map.of("outcome", "mistake")).status()).isEqualTo(409);
    assertThat(luz.post(place + "/note", Map.of("note", "Late")).status()).isEqualTo(409);
    assertThat(luz.get("/red-flags").status()).isEqualTo(200);
  }

  @Test
  void nothing_is_booked_while_an_emergency_is_open_and_what_was_held_stays_held() {
    var clinic = FollowUps.in(beans);
    var practice = clinic.practice();
    var luz = client(practice.specialist());
    var ana = practice.patient("Ana", "Cruz");
    var held = luz.post("/holds?patient=" + ana, clinic.choice(clinic.nine())).location();
    var place = luz.post(CHEST, at(practice.clinic())).location();

    var another = luz.post("/holds?patient=" + ana, clinic.choice(clinic.nine().plusHours(1)));
    assertThat(another.status()).isEqualTo(409);
    assertThat(another.body()).contains("You have an emergency open.", "F9 leads back to it");
    var booked = luz.post(held, Map.of());
    assertThat(booked.status()).isEqualTo(409);
    assertThat(booked.body()).contains("You have an emergency open.");

    luz.post(place + "/closing", Map.of("outcome", "mistake"));
    assertThat(luz.post(held, Map.of()).status()).isEqualTo(302);
  }

  @Test
  void an_emergency_elsewhere_stops_her_booking_here_and_a_supervisor_there_can_end_it() {
    var clinic = FollowUps.in(beans);
    var practice = clinic.practice();
    var elsewhere = world.clinic("Harbor Pediatrics");
    var both = world.person(Role.SCHEDULER, practice.clinic(), elsewhere);
    var ana = practice.patient("Ana", "Cruz");
    var place = client(both).post(CHEST, at(elsewhere)).location();
    assertThat(client(both).post("/holds?patient=" + ana, clinic.choice(clinic.nine())).status())
        .isEqualTo(409);

    client(world.person(Role.SUPERVISOR, elsewhere))
        .post(place + "/closing", Map.of("outcome", "hotline"));

    assertThat(client(both).post("/holds?patient=" + ana, clinic.choice(clinic.nine())).status())
        .isEqualTo(302);
  }

  @Test
  void an_emergency_of_another_clinic_is_not_there_and_that_it_was_asked_for_is_noted() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var mine = world.clinic("Harbor Pediatrics");
    var place = client(world.person(Role.SCHEDULER, clinic)).post(CHEST, at(clinic)).location();
    var stranger = client(world.person(Role.SUPERVISOR, mine));
    var moved = place.replace(clinic.slug(), mine.slug());

    assertThat(stranger.get(place).status()).isEqualTo(404);
    assertThat(stranger.get(moved).status()).isEqualTo(404);
    assertThat(stranger.post(moved + "/note", Map.of("note", "Mine")).status()).isEqualTo(404);
    assertThat(stranger.post(CHEST, at(clinic)).status()).isEqualTo(404);
    assertThat(written.acts(clinic, "emergency")).contains("not-found");
  }

  @Test
  void who_works_abroad_is_told_that_her_911_does_not_reach_the_caller() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var manila = client(world.person(Role.SCHEDULER, clinic));
    var albany = client(world.personFrom("US", "America/New_York", Role.SCHEDULER, clinic));

    assertThat(manila.get(manila.post(CHEST, at(clinic)).location()).body())
        .contains("another country (Philippines): 911 or 988 dialled from there does not reach")
        .contains("No clinician can be reached now");
    assertThat(albany.get(albany.post(CHEST, at(clinic)).location()).body())
        .doesNotContain("another country (");
  }

  @Test
  void the_words_come_before_the_clinic_is_known_and_what_is_typed_stands_in_no_address() {
    var one = world.clinic("Lakeside Family Medicine");
    var other = world.clinic("Harbor Pediatrics");
    var luz = client(world.person(Role.SCHEDULER, one, other));

    var found = luz.post("/red-flags", Map.of("heard", "can't breathe"));
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.body()).contains("/red-flags/RF03").doesNotContain("RF01");
    assertThat(luz.get("/red-flags/RF03").body())
        .contains("Please hang up and call 911 now", one.slug(), other.slug());
    assertThat(luz.get("/red-flags?clinic=" + other.slug()).body())
        .contains("For Harbor Pediatrics.", "/red-flags/RF01/emergency");
    assertThat(luz.get("/red-flags/RF99").status()).isEqualTo(404);
  }

  @Test
  void clinic_staff_reads_the_words_opens_nothing_and_an_administrator_sees_none() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var staff = client(world.person(Role.CLINIC_STAFF, clinic));
    var administrator = client(world.person(Role.ADMINISTRATOR, clinic));

    assertThat(staff.get("/red-flags/RF01").body())
        .contains("call 911 now")
        .doesNotContain("Which clinic did the caller reach?");
    assertThat(staff.post(CHEST, at(clinic)).status()).isEqualTo(403);
    assertThat(administrator.get("/red-flags").status()).isEqualTo(403);
    assertThat(administrator.get("/clinics/" + clinic.slug()).body()).doesNotContain("/scripts");
  }

  private Client client(SignedIn person) {
    return Client.on(port).as(world.cookieOf(person));
  }

  private static Map<String, String> at(Organization clinic) {
    return Map.of("clinic", clinic.slug());
  }

  private String transfer(Organization clinic, String name, TransferTarget.Reach reach) {
    var fallback = new TransferTarget.Fallback(Optional.empty(), "Ask the front desk");
    var details =
        new TransferTarget.Details(
            TransferTarget.Desk.NURSE,
            name,
            Phone.of("(518) 555-0150"),
            "",
            reach,
            WeekHours.NONE,
            fallback);
    var supervisor = world.person(Role.SUPERVISOR, clinic);
    return Scopes.call(
        world.scopeOf(supervisor),
        () -> beans.getBean(TransferList.class).add(clinic.id(), details).toString());
  }
}
