package health.malasakit.inquiries;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.directory.Address;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.directory.VisitTypes;
import health.malasakit.scheduling.Practice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** A visit of Ana's, one by video and one that was cancelled, booked by a colleague. */
final class VisitsOfHer {

  /** Where she alone joins. */
  static final String JOIN = "https://meet.example.org/hers-7781";

  private final CallerOnTheLine line;
  private final Practice practice;
  private final UUID with;
  private final VisitTypeId kind;
  private final LocalDate day;

  /** Addresses name these. */
  final String visit;

  final String video;
  final String cancelled;

  private VisitsOfHer(ApplicationContext beans, CallerOnTheLine line, String why) {
    this.line = line;
    var site = line.asColleague(() -> site(beans.getBean(Sites.class), line));
    this.practice = new Practice(beans::getBean, line.clinic(), line.registrar(), site);
    this.day = practice.next(DayOfWeek.TUESDAY);
    var reyes = practice.practitioner("Reyes");
    var followUp = practice.type("Follow-up", 30);
    var byVideo = practice.ask(() -> byVideo(beans, line));
    practice.seesPatientsAlways(reyes, followUp, byVideo);
    this.with = reyes.value();
    this.kind = followUp;
    this.visit = booked(followUp, 10, "");
    this.video =
        booked(
            byVideo,
            11,
            ", \"state\": \"New York\", \"join\": \""
                + JOIN
                + "\", \"despite\": \"Is there on that day\"");
    this.cancelled = booked(followUp, 12, "");
    var no = Map.of("version", "1", "by", "patient", "reason", why);
    assertThat(line.colleague().post("/visits/" + cancelled + "/cancellation", no).status())
        .isLessThan(400);
  }

  static VisitsOfHer booked(ApplicationContext beans, CallerOnTheLine line, String why) {
    return new VisitsOfHer(beans, line, why);
  }

  String site() {
    return practice.site().id().toString();
  }

  String day() {
    return day.toString();
  }

  String with() {
    return with.toString();
  }

  String kind() {
    return kind.toString();
  }

  /** What a machine books at this hour, with more fields as JSON. */
  String body(int hour, String... more) {
    return body(kind, hour, Stream.of(more).map(field -> ", " + field).collect(joining()));
  }

  private String body(VisitTypeId type, int hour, String more) {
    return """
    {"patient": "%s", "site": "%s", "practitioner": "%s", "visitType": "%s",
     "start": "%sT%d:00", "zone": "America/New_York"%s}
    """
        .formatted(line.ana(), practice.site().id(), with, type, day, hour, more);
  }

  private static Site site(Sites sites, CallerOnTheLine line) {
    var address = new Address("12 Main St", "", "Albany", "NY", "");
    var id = sites.add(line.clinic().id(), new Site.Details("Harbor", address, Site.Book.OURS));
    sites.confirmZone(id, ZoneId.of("America/New_York"), 1);
    return sites.get(id);
  }

  private static VisitTypeId byVideo(ApplicationContext beans, CallerOnTheLine line) {
    var details =
        new VisitType.Details(
            "Video check", 30, VisitType.Modality.VIDEO, "", 0, VisitType.Patients.ANY);
    return beans.getBean(VisitTypes.class).add(line.clinic().id(), details, Set.of(), Set.of());
  }

  private String booked(VisitTypeId type, int hour, String more) {
    var answer = line.colleague().json("/api/appointments", body(type, hour, more));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.location().substring(answer.location().lastIndexOf('/') + 1);
  }
}
