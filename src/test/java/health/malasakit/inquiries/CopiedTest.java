package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.Identifier;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.CancelledBy;
import health.malasakit.scheduling.FollowUps;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.Visits;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is copied to the clinic's own system says about whom and what the call was. */
@MalasakitTest
class CopiedTest {

  private static final String NOTE = "Needs a letter for school.";
  private static final String OPENED =
      "select patient_id from audit.line where act = 'opened' and account_id = :who";
  private static final Pattern COPIED = Pattern.compile("data-copy=\"([^\"]*)\"");

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

  CopiedTest(World world, ApplicationContext beans, @LocalServerPort int port) {
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
  }

  @Test
  void it_says_who_she_is_and_which_visit_when_with_whom_and_where() {
    proven("Ana Cruz", "5/1/1985");
    booked(ana, clinic.nine());
    var gone = booked(ana, clinic.nine().plusHours(2));
    Scopes.run(
        world.scopeOf(luz),
        () ->
            beans
                .getBean(Visits.class)
                .cancel(VisitId.of(gone), 1, CancelledBy.PATIENT, "She works then"));

    written(Map.of());

    assertThat(copied(client))
        .singleElement()
        .asString()
        .contains("Telephone call of Lakeside Family Medicine\nThey called: ")
        .contains("\nPatient: Ana Cruz, born Wed 1 May 1985, record number MRN-Ana\n")
        .contains("\nAbout: Book a visit · Done in this call\n")
        .contains("\nVisit booked: " + at(clinic.nine()) + " · Follow-up · Ana Reyes")
        .contains(clinic.practice().site().address().shown())
        .contains("\nVisit cancelled: " + at(clinic.nine().plusHours(2)))
        .contains("\nNote: " + NOTE, "\nWritten up by: Luz");
    assertThat(at(clinic.nine())).contains("(New York)");
  }

  @Test
  void of_two_patients_each_has_her_own_and_nothing_of_the_other() {
    proven("Ana Cruz", "5/1/1985");
    proven("Ben Cruz", "6/2/1987");
    booked(ana, clinic.nine());
    booked(ben, clinic.nine().plusHours(1));

    written(Map.of("about", ana.toString()));

    var both = copied(client);
    assertThat(both).hasSize(2);
    assertThat(both.getFirst()).contains("Patient: Ana Cruz", NOTE).doesNotContain("Ben");
    assertThat(both.getLast())
        .contains("Patient: Ben Cruz, born", "Visit booked: " + at(clinic.nine().plusHours(1)))
        .doesNotContain("Ana Cruz")
        .doesNotContain(NOTE)
        .doesNotContain(at(clinic.nine()));
    assertThat(client.get(call).body()).contains("Copy as text: Ben Cruz");
  }

  @Test
  void what_stands_counts_and_what_goes_to_the_right_person_goes_with_it() {
    proven("Ana Cruz", "5/1/1985");
    proven("Ben Cruz", "6/2/1987");
    var kept = VisitId.of(booked(ana, clinic.nine()));
    var given = VisitId.of(booked(ana, clinic.nine().plusHours(2)));
    var visits = beans.getBean(Visits.class);
    Scopes.run(
        world.scopeOf(luz),
        () -> {
          visits.cancel(kept, 1, CancelledBy.PATIENT, "She works then");
          visits.takeBack(kept, 2, "She does not");
          beans.getBean(Bookings.class).giveTo(given, ben, "");
        });

    assertThat(client.get(call).body()).contains("value=\"book\" selected");
    written(Map.of("about", ana.toString()));

    assertThat(copied(client))
        .satisfiesExactly(
            hers ->
                assertThat(hers)
                    .contains("Ana Cruz", "\nVisit booked: " + at(clinic.nine()))
                    .doesNotContain("Visit cancelled", at(clinic.nine().plusHours(2))),
            his ->
                assertThat(his)
                    .contains("Ben Cruz", "\nVisit booked: " + at(clinic.nine().plusHours(2)))
                    .doesNotContain(at(clinic.nine()) + " "));
  }

  @Test
  void of_a_call_about_nobody_it_says_so() {
    written(Map.of());

    assertThat(copied(client))
        .singleElement()
        .asString()
        .contains("\nAbout no patient on file\n")
        .doesNotContain("Patient:");
  }

  @Test
  void who_may_not_open_the_record_copies_nothing_and_who_reads_it_is_written_down() {
    proven("Ana Cruz", "5/1/1985");
    proven("Ben Cruz", "6/2/1987");
    booked(ana, clinic.nine());
    booked(ben, clinic.nine().plusHours(1));
    written(Map.of("about", ana.toString()));
    var rosa = world.person(Role.SCHEDULER, clinic.practice().clinic());
    var hers = client.as(world.cookieOf(rosa));

    assertThat(copied(hers)).hasSize(2);
    assertThat(opened(rosa)).containsExactlyInAnyOrder(ana.value(), ben.value());
    board.answeredBy(rosa, "(617) 555-0199");
    assertThat(copied(hers)).as("while another caller is on the line").isEmpty();
    assertThat(hers.get(call).body()).doesNotContain("Ben Cruz").doesNotContain("Ana Cruz");
  }

  private List<String> copied(Client who) {
    return COPIED
        .matcher(who.get(call).body())
        .results()
        .map(found -> found.group(1).replace("&#34;", "\"").replace("&#39;", "'"))
        .toList();
  }

  private List<UUID> opened(SignedIn who) {
    return Scopes.call(
        world.scopeOf(world.person(Role.PRIVACY_OFFICER, clinic.practice().clinic())),
        () ->
            Objects.requireNonNull(
                beans
                    .getBean(TransactionTemplate.class)
                    .execute(status ->
                        beans
                            .getBean(JdbcClient.class)
                            .sql(OPENED)
                            .param("who", who.account().value())
                            .query(UUID.class)
                            .list())));
  }

  private void written(Map<String, String> more) {
    var form = new HashMap<>(Map.of("reason", "book", "outcome", "done", "note", NOTE));
    form.putAll(more);
    assertThat(client.post(call + "/wrap-up", form).location()).isEqualTo(call);
    board.ends(call);
  }

  private static String at(LocalDateTime local) {
    var zone = ZoneId.of("America/New_York");
    return Moments.dated(local.atZone(zone).toInstant(), zone);
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
                .register(
                    clinic.practice().organization(),
                    new NewPatient(
                        facts,
                        List.of(Identifier.mrn("MRN-" + given)),
                        "",
                        Optional.empty(),
                        "caller")));
  }
}
