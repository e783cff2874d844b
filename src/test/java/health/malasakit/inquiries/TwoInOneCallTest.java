package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.scheduling.CancelledBy;
import health.malasakit.scheduling.FollowUps;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.Visits;
import health.malasakit.workqueue.Promises;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** One caller, two patients: each has what was done for her, and nothing of the other. */
@MalasakitTest
class TwoInOneCallTest {

  private static final String NOTE = "Needs a letter for school.";

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private FollowUps clinic;
  private Switchboard board;
  private SignedIn luz;
  private Client client;
  private PatientId ana;
  private PatientId ben;
  private String call;

  TwoInOneCallTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void oneRings() {
    clinic = FollowUps.in(beans);
    board = Switchboard.of(beans, port, clinic.practice().clinic());
    luz = board.seated(Role.SUPERVISOR, "204");
    client = Client.on(port).as(world.cookieOf(luz));
    ana = patient("Ana", LocalDate.of(1985, 5, 1));
    ben = patient("Ben", LocalDate.of(1987, 6, 2));
    call = board.answeredBy(luz, "(617) 555-0142");
    proven("Ana Cruz", "5/1/1985");
    proven("Ben Cruz", "6/2/1987");
  }

  @Test
  void each_visit_is_read_back_with_whose_it_is() {
    booked(ana, clinic.nine());
    booked(ben, clinic.nine().plusHours(1));

    assertThat(client.get(call).body()).containsSubsequence("<q>Ana Cruz: ", "<q>Ben Cruz: ");
  }

  @Test
  void a_visit_cancelled_again_in_the_call_is_not_read_back() {
    booked(ana, clinic.nine());
    var other = booked(ben, clinic.nine().plusHours(1));
    Scopes.run(
        world.scopeOf(luz),
        () ->
            beans
                .getBean(Visits.class)
                .cancel(VisitId.of(other), 1, CancelledBy.PATIENT, "She rang again"));

    assertThat(client.get(call).body()).contains("<q>").doesNotContain("<q>Ben Cruz");
  }

  @Test
  void the_note_and_the_promise_are_of_the_one_who_was_chosen_and_the_other_has_what_was_done() {
    booked(ana, clinic.nine());
    booked(ben, clinic.nine().plusHours(1));
    var sent = new HashMap<String, String>();
    sent.putAll(Map.of("reason", "book", "outcome", "done", "note", NOTE));
    sent.putAll(Map.of("about", ana.toString(), "promise", "The letter is sent"));
    sent.putAll(Map.of("day", "in two weeks", "hour", "17:00"));
    sent.put("keeper", luz.account().toString());

    var stranger = new HashMap<>(sent);
    stranger.put("about", patient("Cora", LocalDate.of(1990, 1, 1)).toString());
    assertThat(client.post(call + "/wrap-up", stranger).status()).isEqualTo(422);
    assertThat(client.post(call + "/wrap-up", sent).location()).isEqualTo(call);
    board.ends(call);

    assertThat(page(ana)).contains("wrote up a call", NOTE, "The letter is sent");
    assertThat(page(ben))
        .contains("wrote up a call", "Book a visit · Done in this call")
        .doesNotContain(NOTE)
        .doesNotContain("The letter is sent");
    var promises = beans.getBean(Promises.class);
    var organization = clinic.practice().organization();
    assertThat(Scopes.call(world.scopeOf(luz), () -> promises.about(organization, ana))).hasSize(1);
    assertThat(Scopes.call(world.scopeOf(luz), () -> promises.about(organization, ben))).isEmpty();
  }

  private String page(PatientId patient) {
    return client.get("/patients/" + clinic.practice().clinic().slug() + "/" + patient).body();
  }

  private String booked(PatientId patient, LocalDateTime at) {
    var held = client.post("/holds?patient=" + patient, clinic.choice(at)).location();
    var visit = client.post(held, Map.of()).location();
    return visit.substring(visit.lastIndexOf('/') + 1).replaceAll("[?].*", "");
  }

  private void proven(String name, String born) {
    var said = Map.of("caller", "patient", "name", name, "birthDate", born);
    assertThat(client.post(call + "/caller", said).status()).isEqualTo(302);
  }

  private PatientId patient(String given, LocalDate born) {
    var facts = PersonFacts.named(PatientName.official(given, "Cruz")).edit().born(born).done();
    return clinic
        .practice()
        .ask(() ->
            beans
                .getBean(Patients.class)
                .register(clinic.practice().organization(), NewPatient.saidByCaller(facts)));
  }
}
