package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.access.Role;
import health.malasakit.access.records.RecordMark;
import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A restricted record gives scheduling no name, no kind of visit and no act. */
@MalasakitTest
class RestrictedVisitsTest {

  /** What the address of a visit looks like, on a page or for machines. */
  private static final Pattern OF_A_VISIT =
      Pattern.compile("/(visits|appointments)/\\{\\w+}|\\{(visit|appointment)\\w*}");

  private final ApplicationContext beans;
  private final RestrictedRecords restricted;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final List<String> routes;

  @LocalServerPort private int port;

  private FollowUps clinic;
  private Practice practice;
  private Client client;
  private PatientId ana;
  private LocalDateTime nine;
  private Map<String, Object> choice;

  RestrictedVisitsTest(
      ApplicationContext beans,
      RestrictedRecords restricted,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.beans = beans;
    this.restricted = restricted;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.routes =
        mapping.getHandlerMethods().keySet().stream()
            .flatMap(route ->
                route.getPathPatternsCondition().getPatterns().stream()
                    .filter(path -> OF_A_VISIT.matcher(path.getPatternString()).find())
                    .flatMap(path ->
                        route.getMethodsCondition().getMethods().stream()
                            .map(method -> method + " " + path.getPatternString())))
            .sorted()
            .toList();
  }

  @BeforeEach
  void aClinic() {
    clinic = FollowUps.in(beans);
    practice = clinic.practice();
    client = Client.on(port).as(practice.cookie());
    ana = practice.patient("Ana", "Cruz");
    nine = clinic.nine();
    choice = clinic.choice(nine);
  }

  @Test
  void openings_and_holds_are_refused_without_a_fact() {
    restrict();

    var openings = client.get("/openings?patient=" + ana);
    var held = client.post("/holds?patient=" + ana, choice);

    assertThat(openings.status()).isEqualTo(403);
    assertThat(openings.body()).doesNotContain("Ana Cruz").contains("restricted");
    assertThat(held.status()).isEqualTo(403);
  }

  @Test
  void her_visit_stands_on_the_day_without_name_and_kind_and_does_not_open() {
    var held = client.post("/holds?patient=" + ana, choice);
    var visit = client.post(held.location(), Map.of()).location();
    var day = "/days/" + practice.site().id() + "/" + nine.toLocalDate();
    assertThat(client.get(day).body()).contains("Ana Cruz");

    restrict();

    assertThat(client.get(day).body())
        .contains("Restricted record")
        .doesNotContain("Ana Cruz")
        .doesNotContain("Follow-up");
    assertThat(client.get(visit).status()).isEqualTo(403);
  }

  @Test
  void no_route_with_the_id_of_her_visit_answers_or_changes_it() {
    var visit = clinic.book(ana, nine);
    restrict();
    int before = acts().size();
    assertThat(routes)
        .contains("GET /visits/{id}", "POST /visits/{id}/arrival")
        .contains("GET /api/appointments/{id}", "POST /api/appointments/{id}/move");

    for (var route : routes) {
      var answer = sent(route, visit);
      assertThat(answer.status()).as(route + ": " + answer.body()).isEqualTo(403);
      assertThat(answer.body()).as(route).doesNotContain("Ana Cruz").doesNotContain("Follow-up");
    }

    assertThat(acts().subList(before, acts().size())).hasSize(routes.size()).containsOnly("denied");
    var visits = beans.getBean(Visits.class);
    assertThat(practice.ask(() -> visits.of(practice.organization(), ana))).containsExactly(visit);
  }

  @Test
  void whoever_gave_a_reason_comes_back_to_her_visit_and_marks_it() {
    var visit = "/visits/" + clinic.book(ana, nine).id();
    restrict();
    var why = Map.of("version", 1, "by", "patient", "reason", "She is away");

    var refused = client.post(visit + "/cancellation", why, "Referer", "http://localhost" + visit);
    assertThat(refused.body())
        .contains("Why do you need this record now?")
        .contains("name=\"next\" value=\"" + visit + "\"");
    var opened =
        client.post(
            "/break-glass",
            Map.of(
                "organization",
                practice.organization(),
                "patient",
                ana,
                "reason",
                "She is on the phone about her visit.",
                "next",
                visit));

    assertThat(opened.location()).isEqualTo(visit);
    assertThat(client.get(visit).body()).contains("Ana Cruz");
    assertThat(client.post(visit + "/cancellation", why).location()).isEqualTo(visit);
  }

  @Test
  void a_time_for_somebody_else_does_not_move_her_visit() {
    var visit = clinic.book(ana, nine).id();
    var ben = practice.patient("Ben", "Cruz");
    var another = "/holds?moves=" + visit + "&patient=" + ben;
    assertThat(client.post(another, clinic.choice(nine.plusHours(1))).status()).isEqualTo(404);

    restrict();

    assertThat(client.post(another, clinic.choice(nine.plusHours(1))).status()).isEqualTo(403);
    assertThat(client.get("/openings?moves=" + visit).status()).isEqualTo(403);
  }

  @Test
  void lists_say_when_it_is_and_neither_kind_nor_practitioner_nor_that_it_is_confidential() {
    var minors = new MinorsPractice(beans);
    minors.clinicSays(14);
    var visit = minors.kept(minors.nine);
    var specialist = Client.on(port).as(minors.practice.cookie());
    var site = minors.practice.site().id();
    var day = "/days/" + site + "/" + minors.nine.toLocalDate();
    assertThat(specialist.get(day).body()).contains("visit-kept");
    assertThat(specialist.get(day + "/visits.csv").body()).contains("\"confidential\"");

    restrict(minors.practice, minors.luz);
    var closure =
        Map.of(
            "closedFrom", minors.nine.minusHours(1),
            "closedTo", minors.nine.plusHours(8),
            "reason", "Storm");
    var closures = "/schedules/" + site + "/closures";
    var under = specialist.post(closures, closure).body();
    Map<String, Object> confirmed = new HashMap<>(closure);
    confirmed.put("seen", "yes");
    confirmed.put("visit", visit.id());
    assertThat(specialist.post(closures, confirmed).status()).isEqualTo(302);

    assertThat(under).contains(", Restricted record").doesNotContain("Restricted record, Follow");
    assertThat(specialist.get("/to-move").body())
        .contains("Restricted record", "09:00")
        .doesNotContain("Follow-up", "Reyes", "onfidential", "time was closed:");
    assertThat(specialist.get(day).body())
        .contains("Restricted record")
        .doesNotContain("visit-kept");
    assertThat(specialist.get(day + "/visits.csv").body())
        .contains("\"Restricted record\"")
        .doesNotContain("\"confidential\"");
  }

  private Client.Answer sent(String route, Visit visit) {
    var path = route.replaceFirst("^\\w+ ", "").replaceFirst("\\{\\w+}", visit.id().toString());
    if (route.startsWith("GET ")) {
      return client.get(path);
    }
    return path.startsWith("/api/")
        ? client.json(path, json())
        : client.post(path, Map.of("version", 1, "by", "patient", "reason", "She asked for it"));
  }

  private String json() {
    return """
    {"version": 1, "by": "patient", "reason": "She asked for it", "site": "%s",
     "practitioner": "%s", "visitType": "%s", "start": "%s", "zone": "America/New_York"}
    """
        .formatted(
            practice.site().id(), clinic.reyes(), clinic.followUp(), nine.plusHours(1).toString());
  }

  /** What the audit says about her, oldest first. */
  private List<String> acts() {
    return Scopes.call(
        Scope.job(practice.organization(), "test"),
        () ->
            transactions.execute(status ->
                jdbc.sql("select act from audit.line where patient_id = :ana order by id")
                    .param("ana", ana.value())
                    .query(String.class)
                    .list()));
  }

  private void restrict() {
    restrict(practice, ana);
  }

  private void restrict(Practice where, PatientId patient) {
    where.as(
        where.colleague(Role.PRIVACY_OFFICER),
        () -> {
          restricted.mark(where.organization(), patient, RecordMark.VIP);
          return "";
        });
  }
}
