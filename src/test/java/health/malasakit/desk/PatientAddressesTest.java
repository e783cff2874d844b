package health.malasakit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.records.RecordMark;
import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.access.records.Restrictions;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page below a patient's address, found by asking the application which there are. */
@MalasakitTest
class PatientAddressesTest {

  private static final String NOT_HERS_TO_OPEN =
      "Your roles do not include opening it. A supervisor, a nurse or a care coordinator of the"
          + " clinic may do it for a reason.";

  private final World world;
  private final Patients patients;
  private final Restrictions restrictions;
  private final RestrictedRecords restricted;
  private final List<String> routes;
  private final int port;
  private Organization clinic;
  private PatientId ana;

  PatientAddressesTest(
      World world,
      Patients patients,
      Restrictions restrictions,
      RestrictedRecords restricted,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
      @LocalServerPort int port) {
    this.world = world;
    this.patients = patients;
    this.restrictions = restrictions;
    this.restricted = restricted;
    this.routes =
        mapping.getHandlerMethods().keySet().stream()
            .filter(route -> route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
            .flatMap(route -> route.getPatternValues().stream())
            .filter(path -> path.matches("/patients/\\{[^/]+}/\\{[^/]+}.*"))
            .sorted()
            .toList();
    this.port = port;
    this.clinic = world.clinic("Harbor Family Clinic");
    this.ana = PatientId.next();
  }

  @BeforeEach
  void register() {
    assertThat(routes).hasSizeGreaterThan(5);
    var facts = PersonFacts.named(PatientName.official("Ana", "Reyes"));
    ana =
        Scopes.call(
            Scope.job(clinic.id(), "test"),
            () -> patients.register(clinic.id(), NewPatient.saidByCaller(facts)));
  }

  @Test
  void every_page_of_a_hidden_patient_looks_as_if_there_were_nobody() {
    Scopes.run(
        world.scopeOf(world.person(Role.PRIVACY_OFFICER, clinic)),
        () -> restrictions.hide(clinic.id(), ana, "PH", "state Medicaid contract"));
    var manila = client(Role.SUPERVISOR, "PH");
    var home = client(Role.SUPERVISOR, "US");

    for (var route : routes) {
      var nobody = manila.get(path(route, clinic.slug(), PatientId.next().toString()));
      assertThat(nobody.status()).as(route).isEqualTo(404);
      assertThat(nobody.body()).contains("There is no such patient, or none that you may see.");
      for (var hers :
          List.of(
              path(route, clinic.slug(), ana.toString()),
              path(route, clinic.slug(), "not-an-id"),
              path(route, "no-such-clinic", ana.toString()))) {
        var answer = manila.get(hers);
        assertThat(answer.status()).as(hers).isEqualTo(404);
        assertThat(main(answer)).as(hers).isEqualTo(main(nobody));
      }
    }
    assertThat(home.get("/patients/" + clinic.slug() + "/" + ana).status()).isEqualTo(200);
  }

  @Test
  void a_restricted_record_asks_on_each_of_its_pages_for_the_reason_that_opens_it() {
    close();
    var supervisor = client(Role.SUPERVISOR, "PH");

    for (var route : routes) {
      var answer = supervisor.get(path(route, clinic.slug(), ana.toString()));
      assertThat(answer.status()).as(route).isEqualTo(403);
      assertThat(main(answer))
          .as(route)
          .contains("name=\"reason\"", "action=\"/break-glass\"")
          .doesNotContain("Ana", "Reyes");
    }
    assertThat(found(supervisor)).contains("Opening it needs a reason");
  }

  @Test
  void who_may_not_open_it_reads_one_sentence_wherever_she_meets_it() {
    close();
    var scheduler = client(Role.SCHEDULER, "PH");

    for (var route : routes) {
      var path = path(route, clinic.slug(), ana.toString());
      var answer = scheduler.get(path);
      assertThat(answer.status()).as(path).isEqualTo(403);
      if (!answer.body().contains("Your roles do not include this.")) {
        assertThat(main(answer))
            .as(path)
            .contains(NOT_HERS_TO_OPEN)
            .doesNotContain("name=\"reason\"");
      }
    }
    assertThat(found(scheduler)).contains(NOT_HERS_TO_OPEN).doesNotContain("needs a reason");
  }

  private String found(Client client) {
    return main(client.get(client.post("/search", Map.of("q", "ana reyes")).location()));
  }

  private void close() {
    Scopes.run(
        world.scopeOf(world.person(Role.PRIVACY_OFFICER, clinic)),
        () -> restricted.mark(clinic.id(), ana, RecordMark.VIP));
  }

  private Client client(Role role, String country) {
    var zone = country.equals("PH") ? "Asia/Manila" : "America/New_York";
    return Client.on(port).as(world.cookieOf(world.personFrom(country, zone, role, clinic)));
  }

  private static String path(String route, String clinic, String patient) {
    return route
        .replaceFirst("\\{[^/]+}", clinic)
        .replaceFirst("\\{[^/]+}", patient)
        .replaceAll("\\{[^/]+}", UUID.randomUUID().toString());
  }

  private static String main(Client.Answer answer) {
    var body = answer.body();
    return body.substring(body.indexOf("<main"), body.indexOf("</main>"))
        .replaceAll("value=\"[^\"]*\"", "")
        .replaceAll("\\d\\d:\\d\\d", "");
  }
}
