package health.malasakit.inquiries.mixups;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.messages.MessagesGiven;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.scheduling.FollowUps;
import health.malasakit.scheduling.Visits;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The caller on the line turns out to be another person than the one she was proven for. */
@MalasakitTest
class WrongPersonInCallTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private FollowUps clinic;
  private Client luz;
  private PatientId wrong;
  private PatientId right;
  private String call;

  WrongPersonInCallTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void provenForTheWrongOne() {
    clinic = FollowUps.in(beans);
    wrong = born("Ana", "Cruz", LocalDate.of(1985, 3, 12));
    right = born("Anna", "Kruse", LocalDate.of(1985, 4, 1));
    luz = client(Role.SUPERVISOR);
    call = luz.post("/calls", Map.of("direction", "in")).location();
    asked("Ana Cruz", "3/12/1985");
    assertThat(luz.get(call).body()).contains("Ana Cruz", "/wrong-person");
  }

  @Test
  void her_record_closes_at_once_and_what_was_opened_stays_in_the_audit() {
    var visit = clinic.book(wrong, clinic.nine());
    assertThat(luz.get("/visits/" + visit.id()).status()).isEqualTo(200);

    assertThat(notHer().location()).isEqualTo(call);

    assertThat(luz.get("/visits/" + visit.id()).status()).isEqualTo(403);
    assertThat(luz.get(call).body()).contains("Who is calling?").doesNotContain("Ana Cruz");
    assertThat(notHer().status()).isEqualTo(409);
    asked("", "");
    assertThat(luz.get(call).body()).doesNotContain("Ana Cruz");
    var officer = client(Role.PRIVACY_OFFICER);
    var audit = officer.get("/audit/" + clinic.practice().clinic().slug() + "/patients/" + wrong);
    assertThat(audit.body()).contains("opened", "it matched", "proven for the wrong person");
    assertThat(officer.get("/audit/" + clinic.practice().clinic().slug()).body())
        .contains("The caller was proven for this patient");
  }

  @Test
  void what_was_done_is_listed_without_a_word_of_it_and_goes_to_the_one_who_is_proven_then() {
    booked();
    message("Wants her lipid result");
    message("Wants a letter for school");
    notHer();
    var page = luz.get(call).body().replaceAll("(?s).*href=\"(/mixups/[^\"]*/call)\".*", "$1");

    assertThat(luz.get(page).body())
        .contains("A visit was booked at", "A message for the clinic was taken at", "Ask who is")
        .doesNotContain("Cruz", "lipid", "Follow-up");
    assertThat(luz.post(page, settling(things(wrong, 3))).status()).isEqualTo(409);

    asked("Anna Kruse", "4/1/1985");
    assertThat(luz.get(page).body()).contains("Goes to Anna Kruse").doesNotContain("Cruz");
    var all = things(wrong, 3).split(",", -1);
    assertThat(luz.post(page, settling(all[0] + "," + all[1])).location()).isEqualTo(call);

    assertThat(visitsOf(right)).isEqualTo(1);
    assertThat(visitsOf(wrong)).isZero();
    assertThat(luz.get(call).body()).doesNotContain("/call\"");
    assertThat(luz.get(page).location()).isEqualTo(call);
    assertThat(luz.post(page, settling("")).status()).isEqualTo(409);
    luz.post(call + "/wrap-up", Map.of("reason", "book", "outcome", "done", "note", "Booked."));
    assertThat(luz.get(hers(right)).body()).contains("moved a visit here", "moved a message here");
    assertThat(luz.get(hers(wrong)).body())
        .contains("moved a visit from here")
        .doesNotContain("Follow-up");
    assertThat(messagesOf(right)).containsExactly("Wants her lipid result");
    assertThat(messagesOf(wrong)).containsExactly("Wants a letter for school");
    assertThat(luz.get("/mixups").body()).contains("<dd class=\"figures\">1</dd>");
  }

  @Test
  void a_visit_of_hers_that_was_only_moved_stays_hers_and_another_person_settles_nothing() {
    var visit = clinic.book(wrong, clinic.nine());
    luz.post(
        "/visits/" + visit.id() + "/cancellation",
        Map.of("version", 1, "by", "patient", "reason", "She said so"));
    notHer();
    var page = luz.get(call).body().replaceAll("(?s).*href=\"(/mixups/[^\"]*/call)\".*", "$1");
    asked("Anna Kruse", "4/1/1985");

    assertThat(luz.get(page).body()).contains("A visit was moved or cancelled at", "Put it back");
    assertThat(luz.post(page, settling("visit:" + visit.id())).status()).isEqualTo(409);
    assertThat(client(Role.SUPERVISOR).get(page).status()).isEqualTo(404);
    assertThat(client(Role.SUPERVISOR).post(page, settling("")).status()).isEqualTo(404);
    assertThat(luz.post(page, settling("")).status()).isEqualTo(302);
    assertThat(visitsOf(wrong)).isEqualTo(1);
  }

  @Test
  void a_written_up_call_takes_along_what_came_out_of_it_and_all_of_it_goes_back() {
    booked();
    message("Wants her lipid result");
    luz.post(call + "/wrap-up", Map.of("reason", "book", "outcome", "done", "note", "Booked."));
    var form = new HashMap<String, Object>(settling(things(wrong, 2)));
    form.put("what", "call");
    form.put("clinic", clinic.practice().organization());
    form.put("id", call.substring(call.lastIndexOf('/') + 1));
    form.put("version", "1");
    form.put("right", right);

    assertThat(luz.post("/mixups/new", with(form, "q", "Anna Kruse")).body())
        .contains("What came out of this call", "A visit was booked at");
    var moved = luz.post("/mixups", form).location();

    assertThat(luz.get(moved).body()).contains("With it went", "A visit", "A message", "/undoing");
    assertThat(visitsOf(right)).isEqualTo(1);
    assertThat(messagesOf(right)).hasSize(1);
    assertThat(luz.post(moved + "/undoing", Map.of()).status()).isEqualTo(302);
    assertThat(visitsOf(wrong)).isEqualTo(1);
    assertThat(messagesOf(wrong)).hasSize(1);
    assertThat(luz.get(hers(wrong)).body()).contains("moved back since");
    form.put("also", "visit:" + UUID.randomUUID());
    form.put("version", "3");
    assertThat(luz.post("/mixups", form).status()).isEqualTo(409);
  }

  private static Map<String, Object> with(Map<String, Object> form, String name, Object value) {
    var more = new HashMap<>(form);
    more.put(name, value);
    return more;
  }

  private static Map<String, Object> settling(String also) {
    return also.isEmpty()
        ? Map.of("slip", "mine", "told", "nothing")
        : Map.of("slip", "mine", "told", "nothing", "also", also);
  }

  private Client.Answer notHer() {
    return luz.post(call + "/wrong-person", Map.of("patient", wrong));
  }

  private void asked(String name, String born) {
    luz.post(call + "/caller", Map.of("caller", "patient", "name", name, "birthDate", born));
  }

  private void booked() {
    var held = luz.post("/holds?patient=" + wrong, clinic.choice(clinic.nine())).location();
    assertThat(luz.post(held, Map.of()).status()).isEqualTo(302);
  }

  private void message(String words) {
    var taken =
        luz.post(
            call + "/message",
            Map.of(
                "about", wrong,
                "kind", "other",
                "words", words,
                "number", "(617) 555-0142",
                "mayLeave", "no",
                "day", "in two weeks",
                "hour", "16:00"));
    assertThat(taken.status()).isEqualTo(302);
  }

  /** What was done for her, as the form sends it. */
  private String things(PatientId patient, int count) {
    var practice = clinic.practice();
    var done = practice.ask(() -> practice.bean(DoneThings.class).in(callNow(), patient));
    assertThat(done).hasSize(count);
    return String.join(",", done.stream().map(one -> one.thing().words()).toList());
  }

  private List<String> messagesOf(PatientId patient) {
    var practice = clinic.practice();
    return practice.ask(() ->
        practice.bean(MessagesGiven.class).takenIn(callNow(), patient).stream()
            .map(one -> one.wanted().words())
            .toList());
  }

  private Call callNow() {
    var practice = clinic.practice();
    var id = CallId.of(call.substring(call.lastIndexOf('/') + 1));
    return practice.bean(Calls.class).get(practice.organization(), id);
  }

  private PatientId born(String given, String family, LocalDate day) {
    var practice = clinic.practice();
    var facts = PersonFacts.named(PatientName.official(given, family)).edit().born(day).done();
    return practice.ask(() ->
        practice
            .bean(Patients.class)
            .register(practice.organization(), NewPatient.saidByCaller(facts)));
  }

  private int visitsOf(PatientId patient) {
    var practice = clinic.practice();
    return practice
        .ask(() -> practice.bean(Visits.class).of(practice.organization(), patient))
        .size();
  }

  private String hers(PatientId patient) {
    return "/patients/" + clinic.practice().clinic().slug() + "/" + patient;
  }

  private Client client(Role role) {
    return Client.on(port).as(world.cookieOf(clinic.practice().colleague(role)));
  }
}
