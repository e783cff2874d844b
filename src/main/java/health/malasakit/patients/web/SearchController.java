package health.malasakit.patients.web;

import health.malasakit.access.Needs;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.search.Asked;
import health.malasakit.patients.search.PatientSearches;
import health.malasakit.patients.search.SearchResult;
import health.malasakit.patients.search.SearchWords;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One field in which a patient is found. What is typed is posted and never stands in an address.
 */
@Controller
class SearchController {

  private final Asked asked;
  private final RecordGate gate;
  private final PatientSearches searches;
  private final PatientPaths paths;
  private final Clock clock;

  SearchController(
      Asked asked, RecordGate gate, PatientSearches searches, PatientPaths paths, Clock clock) {
    this.asked = asked;
    this.gate = gate;
    this.searches = searches;
    this.paths = paths;
    this.clock = clock;
  }

  @GetMapping("/patients")
  @Needs(object = "patients", verb = Verb.READ)
  @NotAudited(why = "an empty field")
  ModelAndView begin() {
    return page(SearchPage.empty());
  }

  @PostMapping("/search")
  @Needs(object = "patients", verb = Verb.READ)
  @NotAudited(why = "keeps what she typed; the page it leads to says whom it listed")
  ResponseEntity<Void> ask(@RequestParam(defaultValue = "") String q) {
    String place = q.isBlank() ? "/patients" : "/searches/" + asked.keep(q);
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(place)).build();
  }

  @GetMapping("/searches/{search}")
  @Needs(object = "patients", verb = Verb.READ)
  @Audited("listed patients, one line per clinic")
  ModelAndView show(
      @PathVariable String search,
      @RequestHeader(name = "HX-Request", required = false) Optional<String> htmx,
      HttpServletResponse response) {
    Optional<String> typed = asked.words(Ids.parse(search));
    if (typed.isEmpty()) {
      return page(SearchPage.forgotten());
    }
    response.setHeader("HX-Replace-Url", "/searches/" + search);
    SearchWords words = SearchWords.read(typed.get(), today());
    SearchResult result = searches.search(words);
    var asking = new SearchPage.Asking(search, typed.get(), words.isEmpty(), htmx.isPresent());
    return page(SearchPage.of(asking, result, paths.clinics(), today()))
        .addObject("call", gate.callOnTheLine().orElse(""));
  }

  /** Her own date decides only the century of a birth date and shows ages. */
  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Scopes.current().zone());
  }

  private static ModelAndView page(SearchPage page) {
    return new ModelAndView("patients/web/search", "page", page);
  }
}
