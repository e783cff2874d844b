package health.malasakit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.records.RecordMark;
import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.Practice;
import health.malasakit.workqueue.NewPromise;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What was promised about a restricted record is read and changed only by whom it opens to. */
@MalasakitTest
class RestrictedPromisesTest {

  private static final String WORDS = "Call her about the biopsy";

  private final ApplicationContext beans;
  private final Promises promises;
  private final RestrictedRecords restricted;
  private final List<String> routes;

  @LocalServerPort private int port;

  private Practice practice;
  private Client client;
  private Promise promise;

  RestrictedPromisesTest(
      ApplicationContext beans,
      Promises promises,
      RestrictedRecords restricted,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.beans = beans;
    this.promises = promises;
    this.restricted = restricted;
    this.routes =
        mapping.getHandlerMethods().keySet().stream()
            .flatMap(route ->
                route.getPathPatternsCondition().getPatterns().stream()
                    .filter(path -> path.getPatternString().matches("/promises/\\{\\w+}/\\{.*"))
                    .flatMap(path ->
                        route.getMethodsCondition().getMethods().stream()
                            .map(method -> method + " " + path.getPatternString())))
            .sorted()
            .toList();
  }

  @BeforeEach
  void aPromiseAboutAClosedRecord() {
    practice = Practice.in(beans, "America/New_York");
    client = Client.on(port).as(practice.cookie());
    var ana = practice.patient("Ana", "Cruz");
    practice.ask(() -> promises.make(about(ana)));
    promise = practice.ask(promises::mine).getFirst();
    assertThat(client.get("/").body()).contains(WORDS, "Ana Cruz");
    practice.as(
        practice.colleague(Role.PRIVACY_OFFICER),
        () -> {
          restricted.mark(practice.organization(), ana, RecordMark.VIP);
          return "";
        });
  }

  @Test
  void home_says_when_it_is_due_and_not_what_was_promised() {
    assertThat(client.get("/").body())
        .contains("Restricted record", address(), "Open with a reason")
        .doesNotContain(WORDS, "Ana Cruz");
  }

  @Test
  void who_may_open_such_a_record_sees_what_others_promised_about_it() {
    var nurse = homeOf(Role.NURSE);
    var scheduler = homeOf(Role.SCHEDULER);

    assertThat(nurse)
        .contains("Promised about restricted records", address(), "Open with a reason")
        .doesNotContain(WORDS, "Ana Cruz", address() + "/keeping");
    assertThat(scheduler).doesNotContain(address());
  }

  @Test
  void they_are_seen_however_many_others_are_due_longer() {
    var ben = practice.patient("Ben", "Cruz");
    var much =
        """
        insert into workqueue.promise
        select (jsonb_populate_record(p, jsonb_build_object(
                 'promise_id', gen_random_uuid(), 'patient_id', '%s', 'due_at', now() - interval '1 day'))).*
          from workqueue.promise p, generate_series(1, 600) where p.promise_id = '%s'
        """
            .formatted(ben, promise.id());
    practice.run(() ->
        practice
            .bean(TransactionTemplate.class)
            .executeWithoutResult(at -> practice.bean(JdbcClient.class).sql(much).update()));

    assertThat(homeOf(Role.NURSE)).contains("Promised about restricted records", address());
  }

  @Test
  void its_page_and_every_act_on_it_are_refused_and_change_nothing() {
    assertThat(routes)
        .contains("GET /promises/{clinic}/{id}", "POST /promises/{organization}/{id}/keeping");
    for (var route : routes) {
      var path = route.replaceFirst("^\\w+ /promises/\\{\\w+}/\\{\\w+}", address());
      var answer = route.startsWith("GET ") ? client.get(path) : client.post(path, typed());
      assertThat(answer.status()).as(route + ": " + answer.body()).isEqualTo(403);
      assertThat(answer.body()).as(route).doesNotContain(WORDS, "Ana Cruz");
    }

    assertThat(practice.ask(promises::mine)).containsExactly(promise);
  }

  private String homeOf(Role role) {
    var cookie = practice.bean(World.class).cookieOf(practice.colleague(role));
    return Client.on(port).as(cookie).get("/").body();
  }

  private String address() {
    return "/promises/" + practice.organization() + "/" + promise.id();
  }

  private Map<String, Object> typed() {
    var soon = Instant.now().plusSeconds(86_400).atZone(ZoneId.of("America/New_York"));
    return Map.of(
        "date",
        soon.toLocalDate(),
        "hour",
        "09:00",
        "reason",
        "She asked for it",
        "owner",
        practice.specialist().account());
  }

  private NewPromise about(PatientId patient) {
    return new NewPromise(
        practice.organization(),
        Optional.of(patient),
        WORDS,
        Promise.To.PATIENT,
        Instant.now().plusSeconds(3600),
        ZoneId.of("America/New_York"),
        practice.specialist().account());
  }
}
