package health.malasakit.audit;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.access.AnySignedIn;
import health.malasakit.access.Needs;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A forged id of another clinic looks like nothing there, and both clinics can read of it: walked
 * over all routes that have an id, with one id that another clinic has for every kind of thing.
 */
class MissedTest {

  private static final String OWN = "what she typed or asked herself; nobody else's is reachable";
  private static final String OFFICERS =
      "the officer's acts on an id, of which each is a line of its own: who is hidden from her"
          + " country has one too, so nothing is looked up";
  private static final String GIVES_BACK = "gives back a time; of what is not hers nothing happens";

  /** Routes that refuse nobody's id with nothing, each with the reason. */
  private static final Map<String, String> NOT_REFUSED =
      Map.ofEntries(
          entry("DELETE /drafts/{key}", OWN),
          entry("GET /drafts/{key}", OWN),
          entry("POST /drafts/{key}", OWN),
          entry("POST /drafts/{key}/removal", OWN),
          entry("GET /searches/{search}", OWN),
          entry("POST /you/keys/{key}/removal", OWN),
          entry("GET /audit/{clinic}/patients/{patient}", OFFICERS),
          entry("POST /audit/{clinic}/patients/{patient}/countries", OFFICERS),
          entry("POST /audit/{clinic}/patients/{patient}/countries/{country}/removal", OFFICERS),
          entry("POST /audit/{clinic}/patients/{patient}/marks", OFFICERS),
          entry("POST /audit/{clinic}/patients/{patient}/marks/{mark}/removal", OFFICERS),
          entry("POST /holds/{id}/leaving", GIVES_BACK),
          entry("POST /holds/{id}/release", GIVES_BACK));

  /** Codes of a file of ours, the same for every clinic: none of them is anybody's. */
  private static final Set<String> CODES =
      Set.of(
          "GET /red-flags/{code}",
          "POST /red-flags/{code}/emergency",
          "POST /clinics/{slug}/scripts/{code}/confirmation");

  /** What ends by itself: that it is over is no news (409), another clinic's is. */
  private static final Set<String> ENDS =
      Set.of(
          "GET /booking/{id}",
          "POST /booking/{id}",
          "POST /holds/{id}/renewal",
          "POST /audit/{clinic}/break-glass/{id}/review",
          "POST /people/{clinic}/resets/{id}/confirmation");

  private static TwoClinics two;

  @BeforeAll
  static void twoClinics() throws SQLException {
    two = TwoClinics.start();
  }

  @AfterAll
  static void close() {
    two.close();
  }

  @Test
  void an_id_of_another_clinic_and_an_id_of_nobody_look_the_same_and_both_clinics_read_of_it() {
    var routes = routes();
    assertThat(routes).hasSizeGreaterThan(80).containsAll(ENDS).containsAll(NOT_REFUSED.keySet());

    assertThat(routes.stream().flatMap(route -> wrong(route).stream())).isEmpty();
  }

  @Test
  void the_address_of_another_clinic_is_written_down_in_both() {
    var slug = two.slugThere();
    long mineBefore = two.missedHere();
    long before = two.missedThere();

    var theirs = two.client().get("/clinics/" + slug);

    assertThat(theirs.status()).isEqualTo(404);
    assertThat(TwoClinics.shape(theirs))
        .isEqualTo(TwoClinics.shape(two.client().get("/clinics/no-such-clinic")));
    assertThat(two.missedHere()).isEqualTo(mineBefore + 1);
    assertThat(two.missedThere()).isEqualTo(before + 1);
  }

  /** What is not as it should be about this route, or nothing. */
  private static List<String> wrong(String route) {
    long mineBefore = two.missedHere();
    long before = two.missedThere();
    var nobodys = ask(route, UUID.randomUUID().toString());
    long mineNobodys = two.missedHere() - mineBefore;
    long othersNobodys = two.missedThere() - before;
    var theirs = ask(route, TwoClinics.THEIRS.toString());
    long mineTheirs = two.missedHere() - mineBefore - mineNobodys;
    long othersTheirs = two.missedThere() - before;
    var seen =
        "%d and %d, lines here %d and %d, there %d and %d, %s"
            .formatted(
                nobodys.status(),
                theirs.status(),
                mineNobodys,
                mineTheirs,
                othersNobodys,
                othersTheirs,
                TwoClinics.shape(nobodys).equals(TwoClinics.shape(theirs))
                    ? "alike"
                    : "told apart");
    return seen.equals(wanted(route, nobodys.status())) ? List.of() : List.of(route + ": " + seen);
  }

  private static String wanted(String route, int status) {
    if (NOT_REFUSED.containsKey(route)) {
      return "%d and %d, lines here 0 and 0, there 0 and 0, alike".formatted(status, status);
    }
    if (CODES.contains(route)) {
      return "404 and 404, lines here 1 and 1, there 0 and 0, alike";
    }
    return ENDS.contains(route)
        ? "409 and 409, lines here 0 and 1, there 0 and 1, alike"
        : "404 and 404, lines here 1 and 1, there 0 and 1, alike";
  }

  private static Client.Answer ask(String route, String id) {
    var path =
        route
            .substring(route.indexOf(' ') + 1)
            .replaceAll("\\{(clinic|slug)(:[^}]*)?}", two.mine().slug())
            .replace("{organization}", two.mine().id().toString())
            .replace("{date}", "2026-11-30")
            .replace("{country}", "PH")
            .replace("{mark}", "vip")
            .replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", id);
    if (route.startsWith("GET ")) {
      return two.client().get(path);
    }
    if (route.startsWith("DELETE ")) {
      return two.client().delete(path);
    }
    if (path.startsWith("/api/")) {
      return two.client()
          .json(path, "{\"version\": 1, \"by\": \"patient\", \"reason\": \"She called\"}");
    }
    return two.client().post(path, form(id));
  }

  /** What the forms must have before anything is looked for. */
  private static Map<String, String> form(String id) {
    return Map.ofEntries(
        entry("version", "1"),
        entry("by", "patient"),
        entry("reason", "She called"),
        entry("finding", "justified"),
        entry("found", "Her own patient"),
        entry("mark", "vip"),
        entry("country", "PH"),
        entry("rule", "Contract"),
        entry("owner", UUID.randomUUID().toString()),
        entry("one", id),
        entry("other", id));
  }

  private static List<String> routes() {
    var mapping =
        two.node().bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    var all = new ArrayList<String>();
    mapping
        .getHandlerMethods()
        .forEach((info, handler) -> {
          if (handler.hasMethodAnnotation(Needs.class)
              || handler.hasMethodAnnotation(AnySignedIn.class)) {
            info.getPatternValues().stream()
                .filter(path ->
                    path.replaceAll("\\{(clinic|slug|organization)(:[^}]*)?}", "").contains("{"))
                .forEach(path ->
                    info.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> all.add(method + " " + path)));
          }
        });
    return all.stream().sorted().toList();
  }
}
