package health.malasakit.desk.privacy;

import health.malasakit.access.Needs;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.audit.Audited;
import health.malasakit.audit.Line;
import health.malasakit.desk.ClinicAt;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Csv;
import health.malasakit.ui.Words;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The lines of a person or a day as a file, unless the clinic has switched that off. */
@Controller
class LinesCsvController {

  /** More is said in the last line of the file. */
  private static final int LINES_MAX = 5_000;

  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final PrivacyClinics clinics;
  private final Clinics switches;
  private final AskedLines asked;
  private final LinePages said;
  private final Audit audit;
  private final MessageSource bundles;

  LinesCsvController(
      PrivacyClinics clinics,
      Clinics switches,
      AskedLines asked,
      LinePages said,
      Audit audit,
      MessageSource bundles) {
    this.clinics = clinics;
    this.switches = switches;
    this.asked = asked;
    this.said = said;
    this.audit = audit;
    this.bundles = bundles;
  }

  @GetMapping("/audit/{clinic}/lines.csv")
  @Needs(
      object = "audit_log",
      verb = Verb.READ,
      also = @Needs.Also(object = "bulk_export", verb = Verb.APPROVE))
  @Audited("read audit_log, and listed the patients in it, as a file")
  @Transactional
  public ResponseEntity<byte[]> lines(
      @PathVariable String clinic, AskedLines.Asked question, Locale locale) {
    var here = clinics.named(clinic);
    switches.requireAllowed(here.id(), Clinic.Export.CSV);
    var found = all(here, question);
    audit.done(Act.on(here.id(), "read", "audit_log", here.id().value()).with("as a file"));
    audit.listed(
        here.id(),
        "audit as a file",
        found.stream().flatMap(line -> line.patient().stream()).collect(Collectors.toSet()));
    var words = new Words(bundles, locale);
    var csv = new Csv(heads(words));
    var pages = said.of(here, found, locale);
    for (int number = 0; number < found.size(); number++) {
      csv.row(cells(here, found.get(number), pages.get(number)));
    }
    if (found.size() >= LINES_MAX) {
      csv.row(words.of("audit.csv.cut", LINES_MAX));
    }
    return csv.named("audit-" + here.slug());
  }

  private List<Line> all(ClinicAt here, AskedLines.Asked question) {
    var all = new ArrayList<Line>();
    var next = question;
    while (all.size() < LINES_MAX) {
      var part = asked.of(here, next);
      all.addAll(part.lines());
      if (part.next().isEmpty()) {
        break;
      }
      next = next.from(part.next().get());
    }
    return all;
  }

  private static String[] heads(Words words) {
    return List.of("time", "zone", "time_utc", "who", "country", "what", "patient", "detail")
        .stream()
        .map(head -> words.of("audit.csv." + head))
        .toArray(String[]::new);
  }

  private static String[] cells(ClinicAt here, Line line, LinePage page) {
    return new String[] {
      WALL.format(line.at().atZone(here.zone())),
      here.zone().getId(),
      line.at().toString(),
      page.who(),
      page.country(),
      page.what(),
      page.patient(),
      page.detail()
    };
  }
}
