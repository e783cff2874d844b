package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
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
          KnownParties.MEMBER);

  /** What is typed into every form, and so may be shown again. */
  private static final Set<String> TYPED = Set.of("Cruz", "12 Mar 1985");

  private static final Set<String> ENDS_THE_SESSION =
      Set.of("/sign-out", "/sign-out/everywhere", "/lock");

  private final RequestMappingHandlerMapping routes;
  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  /** Ids of her and of things about her, by the word of their addresses. */
  private final Map<String, String> hers = new LinkedHashMap<>();

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
    hers.putAll(ThingsAboutHer.made(beans, line, SECRET));
    hers.put("/calls/", line.writtenUp(SECRET));
    KnownParties.covered(beans, line);
    whatItShowsOnNoCall();
    whatSheBeganToType();

    var pages = paths(RequestMethod.GET).flatMap(this::addresses).distinct().toList();
    var acts = paths(RequestMethod.POST).flatMap(this::named).distinct().toList();
    assertThat(pages).hasSizeGreaterThan(250);
    assertThat(acts).hasSizeGreaterThan(200);
    var told = pages.stream().filter(page -> tells(line.client().get(page), Set.of())).toList();
    var toldByActs = acts.stream().filter(act -> tells(sent(act), TYPED)).toList();

    System.out.printf(
        "Asked during a call before the gate: %d pages, %d forms; with a fact of the patient: %d%n",
        pages.size(), acts.size(), told.size() + toldByActs.size());
    assertThat(told).isEmpty();
    assertThat(toldByActs).isEmpty();
    assertThat(line.client().get("/").status()).isEqualTo(200);
    toAPayer(pages);
    line.onCall(line.ring(CallerOnTheLine.HER_NUMBER));
    line.proven();
    assertThat(tells(line.client().get(line.page()), Set.of())).isTrue();
  }

  /**
   * The same routes do tell it to a colleague who is on no call, so the scan asks for something.
   */
  private void whatItShowsOnNoCall() {
    var slug = line.clinic().slug();
    var clinic = line.clinic().id();
    for (var page :
        List.of(
            "/promises/" + slug + "/" + hers.get("/promises/"),
            "/calls/to-call/" + hers.get("/to-call/"),
            "/messages/" + clinic + "/" + hers.get("/messages/"),
            "/complaints/" + clinic + "/" + hers.get("/complaints/"),
            "/emergencies/" + slug + "/" + hers.get("/emergencies/"),
            "/calls/" + clinic + "/" + hers.get("/calls/"))) {
      assertThat(line.colleague().get(page).body()).as(page).contains(SECRET);
    }
  }

  /** A payer that is proven is told who she is and her coverage, and by no page more than that. */
  private void toAPayer(List<String> pages) {
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

    assertThat(line.client().get(line.page() + "/payment").body()).contains(KnownParties.MEMBER);
    assertThat(pages.stream().filter(page -> tells(line.client().get(page), mayHear))).isEmpty();
  }

  /** Before the call, about her: shown again while nobody is on the line. */
  private void whatSheBeganToType() {
    line.client().post(line.call() + "/end", Map.of());
    var draft = "coverage:" + line.ana();
    line.client().post("/drafts/" + draft, Map.of("note", "555-0100"));
    assertThat(tells(line.client().get("/drafts/" + draft), Set.of())).isTrue();
    hers.put("/drafts/", draft);
    line.onCall(line.ring(CallerOnTheLine.HER_NUMBER));
  }

  private Stream<String> paths(RequestMethod method) {
    return routes.getHandlerMethods().keySet().stream()
        .filter(info -> info.getMethodsCondition().getMethods().contains(method))
        .flatMap(info -> info.getPatternValues().stream())
        .filter(path -> !path.equals("/live") && !ENDS_THE_SESSION.contains(path));
  }

  /** Also the clinic by its id, and with her asked for. */
  private Stream<String> addresses(String path) {
    var byId =
        path.replaceAll("\\{(slug|clinic|organization)}", line.clinic().id().toString())
            .replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", line.ana().toString());
    return Stream.concat(named(path), Stream.of(byId, byId + "?patient=" + line.ana()));
  }

  /** The clinic by its slug, and every other name as her id and as that of the thing. */
  private Stream<String> named(String path) {
    var here =
        path.replaceAll("\\{(slug|clinic)}", line.clinic().slug())
            .replace("{organization}", line.clinic().id().toString());
    return Stream.concat(
            Stream.of(line.ana().toString()),
            hers.entrySet().stream()
                .filter(each -> path.contains(each.getKey()))
                .map(Map.Entry::getValue))
        .distinct()
        .map(id -> here.replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", id));
  }

  private Client.Answer sent(String act) {
    return line.client()
        .post(
            act,
            Map.of(
                "requestId", UUID.randomUUID().toString(),
                "patient", line.ana().toString(),
                "version", "1",
                "q", "cruz 1985",
                "given", "María",
                "family", "de la Cruz",
                "birthDate", "12 Mar 1985"));
  }

  /** Also where an answer leads to. */
  private boolean tells(Client.Answer answer, Set<String> typed) {
    var next = answer.status() / 100 == 3 ? answer.location() : "";
    var body = answer.body() + (next.startsWith("/") ? line.client().get(next).body() : "");
    return HER_FACTS.stream().filter(fact -> !typed.contains(fact)).anyMatch(body::contains);
  }
}
