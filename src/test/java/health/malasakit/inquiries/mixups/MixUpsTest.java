package health.malasakit.inquiries.mixups;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.records.RecordMark;
import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.directory.VisitType;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.FollowUps;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.Visits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A visit booked for the wrong person becomes the right one's. */
@MalasakitTest
class MixUpsTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private FollowUps clinic;
  private Client luz;
  private PatientId wrong;
  private PatientId right;
  private Visit visit;

  MixUpsTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void booked() {
    clinic = FollowUps.in(beans);
    luz = Client.on(port).as(clinic.practice().cookie());
    wrong = clinic.practice().patient("Ana", "Cruz");
    right = clinic.practice().patient("Anna", "Cruz");
    visit = clinic.book(wrong, clinic.nine());
  }

  @Test
  void a_visit_is_moved_in_one_act_and_both_pages_keep_a_line_the_wrong_one_without_content() {
    assertThat(luz.post("/mixups/new", typed("q", "Anna Cruz")).body())
        .contains("It is now with", "value=\"" + right)
        .doesNotContain("value=\"" + wrong);

    var moved = move(visit, right, "mine", "nothing").location();

    assertThat(luz.get(moved).body()).contains("Moved to the right person", "Anna Cruz");
    assertThat(visitNow().patient()).isEqualTo(right);
    assertThat(luz.get(page(right)).body())
        .contains("moved a visit here, which had been booked for another person", "Follow-up");
    assertThat(luz.get(page(wrong)).body())
        .contains("moved a visit from here to the person it is for")
        .doesNotContain("Follow-up", "/visits/" + visit.id());
    assertThat(luz.get("/visits/" + visit.id()).body()).contains("Given to the right person");
    clinic.book(wrong, clinic.nine().plusHours(1));
    assertThat(luz.get("/mixups").body()).contains("My slip", "<dd class=\"figures\">1</dd>");
    assertThat(luz.get("/mixups").body().replaceAll("(?s)^.*(<dl.*</dl>).*", "$1"))
        .doesNotContain("Luz Ramos");
  }

  @Test
  void the_wrong_persons_time_is_free_and_the_right_one_is_not_booked_twice() {
    var reyes = clinic.practice().practitioner("Kim");
    clinic.practice().seesPatientsAlways(reyes, clinic.followUp());
    var hers = clinic.practice();
    var other =
        hers.ask(() ->
            hers.bean(Bookings.class)
                .bookNow(hers.wanted(right, reyes, clinic.followUp(), clinic.nine())));

    var refused = move(visit, right, "mine", "nothing");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("has another visit at that time");
    assertThat(visitNow().patient()).isEqualTo(wrong);
    luz.post(
        "/visits/" + other.id() + "/cancellation",
        Map.of("version", 1, "by", "patient", "reason", "Booked twice"));
    assertThat(move(visit, right, "mine", "nothing").status()).isEqualTo(302);
    hers.ask(() ->
        hers.bean(Bookings.class)
            .bookNow(hers.wanted(wrong, reyes, clinic.followUp(), clinic.nine())));
    assertThat(hers.ask(() -> hers.bean(Visits.class).of(hers.organization(), wrong))).hasSize(1);
  }

  @Test
  void what_had_been_said_stands_with_the_privacy_officer_until_she_closes_it() {
    var officer = client(Role.PRIVACY_OFFICER);
    var audit = "/audit/" + clinic.practice().clinic().slug();
    move(visit, right, "others", "read_back", "sent");

    assertThat(officer.get(audit).body())
        .contains("A visit", "Ana Cruz", "Anna Cruz", "was read aloud", "or an e-mail went out");
    var form = luz.get("/mixups").body();
    assertThat(form).contains("Somebody else's slip");
    var id = officer.get(audit).body().replaceAll("(?s).*/mixups/([0-9a-f-]{36})/finding.*", "$1");
    var empty = officer.post(audit + "/mixups/" + id + "/finding", Map.of("found", " "));
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("Write what you found");
    assertThat(luz.post(audit + "/mixups/" + id + "/finding", Map.of("found", "x")).status())
        .isEqualTo(403);
    var found = Map.of("found", "Told her; no harm.");
    assertThat(officer.post(audit + "/mixups/" + id + "/finding", found).status()).isEqualTo(302);
    assertThat(officer.get(audit).body()).doesNotContain("/finding", "was read aloud");
    assertThat(officer.post(audit + "/mixups/" + id + "/finding", found).status()).isEqualTo(409);
  }

  @Test
  void it_is_moved_back_until_something_is_done_with_it_and_then_moved_once_more_with_a_line() {
    var first = move(visit, right, "catch", "nothing").location();
    assertThat(luz.get(first).body()).contains("Move it back");
    luz.post(first + "/undoing", Map.of());
    assertThat(visitNow().patient()).isEqualTo(wrong);
    assertThat(luz.get(page(right)).body()).contains("moved back since");
    assertThat(luz.get("/mixups").body()).contains("Nothing went to the wrong person");
    assertThat(luz.post(first + "/undoing", Map.of()).status()).isEqualTo(409);

    var second = move(visitNow(), right, "catch", "nothing").location();
    luz.post(
        "/visits/" + visit.id() + "/cancellation",
        Map.of("version", visitNow().version(), "by", "patient", "reason", "Her wish"));
    assertThat(luz.post(second + "/undoing", Map.of()).body())
        .contains("Something was done with it since");
    assertThat(move(visitNow(), wrong, "mine", "nothing").status()).isEqualTo(302);
    assertThat(visitNow().patient()).isEqualTo(wrong);
  }

  @Test
  void what_speaks_against_her_as_a_patient_of_it_asks_for_a_reason_and_is_said_in_its_history() {
    var practice = clinic.practice();
    var first = practice.type("First visit", 30, VisitType.Patients.NEW);
    var kim = practice.practitioner("Kim");
    practice.seesPatientsAlways(kim, first);
    practice.seenBefore(right, kim, clinic.nine().toLocalDate().minusYears(1));
    var wanted = practice.wanted(wrong, kim, first, clinic.nine().plusHours(2));
    var hers = practice.ask(() -> practice.bean(Bookings.class).bookNow(wanted));

    var refused = move(hers, right, "mine", "nothing");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("is for new patients", "Why it is this patient's all the same");
    var form = form(hers, right, "mine", "nothing");
    form.put("despite", "Dr. Reyes asked for it");
    assertThat(luz.post("/mixups", form).status()).isEqualTo(302);
    assertThat(luz.get("/visits/" + hers.id()).body()).contains("Dr. Reyes asked for it");
  }

  @Test
  void a_record_that_is_closed_another_clinics_patient_and_a_stale_page_move_nothing() {
    var stranger = FollowUps.in(beans).practice().patient("Anna", "Cruz");
    assertThat(move(visit, stranger, "mine", "nothing").status()).isEqualTo(404);
    assertThat(move(visit, wrong, "mine", "nothing").body())
        .contains("It is this patient's already");
    var stale = form(visit, right, "mine", "nothing");
    stale.put("version", "7");
    assertThat(luz.post("/mixups", stale).body()).contains("Somebody changed it a moment ago");
    var untold = form(visit, right, "mine", "nothing");
    untold.remove("told");
    assertThat(luz.post("/mixups", untold).body()).contains("Say what had been said or sent");
    assertThat(
            client(Role.ADVOCATE).post("/mixups", form(visit, right, "mine", "nothing")).status())
        .isEqualTo(403);

    var practice = clinic.practice();
    practice.as(
        practice.colleague(Role.PRIVACY_OFFICER),
        () -> {
          practice
              .bean(RestrictedRecords.class)
              .mark(practice.organization(), right, RecordMark.VIP);
          return true;
        });
    assertThat(move(visit, right, "mine", "nothing").status()).isEqualTo(403);
    assertThat(visitNow().patient()).isEqualTo(wrong);
  }

  @Test
  void a_good_catch_that_moved_nothing_is_written_down_without_anybodys_name_and_counted() {
    var clinicId = clinic.practice().organization();
    var caught = Map.of("clinic", clinicId, "slip", "catch", "nearly", "told");
    assertThat(luz.get("/mixups").body()).contains("A good catch, or something that left nothing");

    assertThat(luz.post("/mixups/nearly", Map.of("clinic", clinicId, "slip", "catch")).body())
        .contains("Say what nearly happened");
    assertThat(luz.post("/mixups/nearly", caught).location()).isEqualTo("/mixups?added=yes");
    luz.post("/mixups/nearly", caught);

    assertThat(luz.get("/mixups").body().replaceAll("\\s+", " "))
        .contains(
            "Facts told to another person <span class=\"muted\">A good catch, before anything was"
                + " said or sent</span></dt><dd class=\"figures\">2</dd>")
        .doesNotContain("Luz Ramos</dd>", "Ana Cruz");
    var elsewhere = Map.of("clinic", FollowUps.in(beans).practice().organization(), "slip", "mine");
    var foreign = new HashMap<String, Object>(elsewhere);
    foreign.put("nearly", "told");
    assertThat(luz.post("/mixups/nearly", foreign).status()).isEqualTo(403);
  }

  private Client client(Role role) {
    return Client.on(port).as(world.cookieOf(clinic.practice().colleague(role)));
  }

  private Visit visitNow() {
    var practice = clinic.practice();
    return practice.ask(() -> practice.bean(Visits.class).get(new VisitId(visit.id().value())));
  }

  private String page(PatientId patient) {
    return "/patients/" + clinic.practice().clinic().slug() + "/" + patient;
  }

  private Map<String, Object> typed(String field, String words) {
    return Map.of("what", "visit", "id", visit.id(), field, words);
  }

  private Client.Answer move(Visit which, PatientId to, String slip, String... told) {
    return luz.post("/mixups", form(which, to, slip, told));
  }

  private Map<String, Object> form(Visit which, PatientId to, String slip, String... told) {
    var form = new HashMap<String, Object>();
    form.put("what", "visit");
    form.put("id", which.id());
    form.put("version", which.version());
    form.put("right", to);
    form.put("slip", slip);
    form.put("told", String.join(",", List.of(told)));
    form.put("requestId", UUID.randomUUID());
    return form;
  }
}
