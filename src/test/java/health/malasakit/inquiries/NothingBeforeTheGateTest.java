package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.LiveStream;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.kernel.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route there is, asked for the caller's own record and what is about her. */
@MalasakitTest
class NothingBeforeTheGateTest {

  private static final String SECRET = "the letter about her knee";

  private static final List<String> HER_FACTS =
      List.of(
          "Cruz",
          "12 Oak",
          "Oakland",
          "555-0100",
          "MRN-77",
          "12 Mar 1985",
          SECRET,
          OneOfEverything.SISTER,
          VisitsOfHer.JOIN,
          KnownParties.MEMBER);

  /** What is typed into every form, and so may be shown again. */
  private static final Set<String> TYPED = Set.of("Cruz", "12 Mar 1985");

  /** Roles that hold a call, as the file of rights says. */
  private static final int ROLES = 9;

  private final RequestMappingHandlerMapping routes;
  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;
  private RouteScan scan;
  private OneOfEverything hers;

  /** Pages that tell of her to who is on no call. */
  private List<String> tell;

  NothingBeforeTheGateTest(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes,
      ApplicationContext beans,
      @LocalServerPort int port) {
    this.routes = routes;
    this.beans = beans;
    this.port = port;
  }

  @Test
  void no_answer_of_any_route_holds_a_fact_of_her() {
    line = new CallerOnTheLine(beans, port);
    scan = new RouteScan(routes, line);
    hers = new OneOfEverything(beans, line, port, SECRET);
    hers.in(scan);
    whatItShowsOnNoCall();
    whatSheBeganToType();
    var pages = scan.pages();
    var forms = scan.forms();
    assertThat(pages).hasSizeGreaterThan(250);
    assertThat(forms).hasSizeGreaterThan(200);

    var told = new ArrayList<String>();
    var asRoles = eachRole();
    told.addAll(asRoles.told());
    try (var stream = LiveStream.of(line.client())) {
      told.addAll(RouteScan.among(pages, page -> tells(line.client(), page)));
      told.addAll(RouteScan.among(forms, this::tellsOfNothing));
      told.addAll(inJson());
      told.addAll(RouteScan.among(forms, this::tellsOfAll));
      told.addAll(stream.lines().stream().filter(NothingBeforeTheGateTest::fact).toList());
      assertThat(stream.begun()).isTrue();
    }

    System.out.printf(
        "Asked during a call before the gate: %d pages and %d forms twice by a supervisor, %d pages"
            + " by %d other roles, as htmx and in JSON; with a fact of the patient: %d%n",
        pages.size(), forms.size(), asRoles.pages(), ROLES - 1, told.size());
    assertThat(told).isEmpty();
    assertThat(line.client().get("/").status()).isEqualTo(200);
    toAPayer();
    afterTheGate();
  }

  /**
   * The same routes do tell it to a colleague who is on no call, so the scan asks for something.
   */
  private void whatItShowsOnNoCall() {
    var slug = line.clinic().slug();
    var clinic = line.clinic().id();
    for (var page :
        List.of(
            "/promises/" + slug + "/" + hers.thing("/promises/"),
            "/calls/to-call/" + hers.thing("/to-call/"),
            "/messages/" + clinic + "/" + hers.thing("/messages/"),
            "/complaints/" + clinic + "/" + hers.thing("/complaints/"),
            "/emergencies/" + slug + "/" + hers.thing("/emergencies/"),
            "/visits/" + hers.visits().cancelled)) {
      assertThat(line.colleague().get(page).body()).as(page).contains(SECRET);
    }
    var colleague = line.colleague();
    tell = RouteScan.among(scan.each(), page -> tells(colleague, page));
    assertThat(tell).as("told on no call").hasSizeGreaterThan(25);
    assertThat(line.colleague().get("/visits/" + hers.visits().video).body())
        .contains(VisitsOfHer.JOIN);
    assertThat(line.colleague().get(line.page() + "/hearing/" + hers.sister()).body())
        .contains(OneOfEverything.SISTER);
  }

  /** Before the call, about her: shown again while nobody is on the line. */
  private void whatSheBeganToType() {
    line.over();
    var draft = "coverage:" + line.ana();
    line.client().post("/drafts/" + draft, Map.of("note", "555-0100"));
    assertThat(tells(line.client(), "/drafts/" + draft)).isTrue();
    scan.about("/drafts/", draft);
    line.onCall(line.ring(CallerOnTheLine.HER_NUMBER));
  }

  private record Roles(int pages, List<String> told) {}

  /** Each on a call of her own, as htmx asks and as a program does; then she is proven. */
  private Roles eachRole() {
    var world = beans.getBean(World.class);
    var people =
        Arrays.stream(Role.values())
            .filter(role -> role != Role.SUPERVISOR)
            .map(role -> world.person(role, line.clinic()))
            .filter(one -> world.scopeOf(one).may(line.clinic().id(), "calls", Verb.UPDATE))
            .map(one -> Client.on(port).as(world.cookieOf(one)))
            .toList();
    assertThat(people).hasSize(ROLES - 1);
    var pages = scan.each();
    var told = new ArrayList<String>();
    for (int n = 0; n < people.size(); n++) {
      var client = people.get(n);
      var program = n % 2 == 0;
      var call = client.post("/calls", Map.of("direction", "in")).location();
      told.addAll(
          RouteScan.among(
              pages,
              page -> {
                var asked =
                    program
                        ? new String[] {"Accept", "application/json"}
                        : RouteScan.fragment(page);
                return tells(client, client.get(page, asked), Set.of());
              }));
      client.post(call + "/caller", CallerOnTheLine.PROVEN);
      assertThat(tells(client, line.page())).as("to %s, after the gate", n).isTrue();
      client.post(call + "/end", Map.of());
    }
    return new Roles(pages.size() * people.size(), told);
  }

  /** What is missing is asked again. */
  private boolean tellsOfNothing(String form) {
    var client = line.client();
    return tells(client, client.post(form, Map.of(), "HX-Request", "true"), Set.of());
  }

  /** Last of all: what is typed here is shown again, and some of it kept. */
  private boolean tellsOfAll(String form) {
    var typed =
        Map.of(
            "patient", line.ana().toString(),
            "version", "1",
            "q", "cruz 1985",
            "given", "María",
            "family", "de la Cruz",
            "birthDate", "12 Mar 1985");
    return tells(line.client(), line.client().post(form, typed), TYPED);
  }

  private List<String> inJson() {
    var body = "{\"patient\": \"%s\", \"version\": 1}".formatted(line.ana());
    return scan.forms().stream()
        .filter(form -> form.startsWith("/api/"))
        .filter(form -> tells(line.client(), line.client().json(form, body), Set.of()))
        .toList();
  }

  /** A payer that is proven is told who she is and her coverage, and by no page more than that. */
  private void toAPayer() {
    line.onCall(line.ring(CallerOnTheLine.ANOTHER_NUMBER));
    var payer =
        Map.of(
            "sort", "payer",
            "payer", KnownParties.PAYER,
            "person", "Kim Lee",
            "proof", "reference",
            "reference", "REF-88123");
    line.client().post(line.call() + "/party", payer);
    line.ask(
        "payer",
        Map.of(
            "name", "María de la Cruz",
            "birthDate", "3/12/1985",
            "fact", "member_id",
            "value", KnownParties.MEMBER));
    var mayHear = Set.of("Cruz", "12 Mar 1985", KnownParties.MEMBER);

    var client = line.client();
    assertThat(client.get(line.page() + "/payment").body()).contains(KnownParties.MEMBER);
    assertThat(RouteScan.among(scan.each(), page -> tells(client, client.get(page), mayHear)))
        .isEmpty();
  }

  /** So that the scan can fail: many of these pages tell of her when she is proven. */
  private void afterTheGate() {
    line.onCall(line.ring(CallerOnTheLine.HER_NUMBER));
    line.proven();
    var told = RouteScan.among(tell, page -> tells(line.client(), page));

    System.out.printf(
        "Of %d pages that tell of her on no call %d do after the gate%n", tell.size(), told.size());
    assertThat(told).contains(line.page()).hasSizeGreaterThan(tell.size() / 2);
  }

  private static boolean tells(Client client, String page) {
    return tells(client, client.get(page), Set.of());
  }

  /** Also where an answer leads to. */
  private static boolean tells(Client client, Client.Answer answer, Set<String> typed) {
    var next = answer.status() / 100 == 3 ? answer.location() : "";
    var body = answer.body() + (next.startsWith("/") ? client.get(next).body() : "");
    return HER_FACTS.stream().filter(fact -> !typed.contains(fact)).anyMatch(body::contains);
  }

  private static boolean fact(String text) {
    return HER_FACTS.stream().anyMatch(text::contains);
  }
}
