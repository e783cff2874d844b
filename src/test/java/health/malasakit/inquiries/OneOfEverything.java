package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.inquiries.voicemail.Sound;
import health.malasakit.patients.speaking.Speaking;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** Of everything that can be about a patient one, all with one fact, made by a colleague. */
final class OneOfEverything {

  static final String SISTER = "Rosa Quintero";

  private static final int ID_LENGTH = 36;

  private final CallerOnTheLine line;
  private final int port;
  private final VisitsOfHer visits;
  private final Map<String, String> things;
  private final String writtenUp;
  private final String sister;
  private final String voicemail;

  OneOfEverything(ApplicationContext beans, CallerOnTheLine line, int port, String secret) {
    this.line = line;
    this.port = port;
    this.visits = VisitsOfHer.booked(beans, line, secret);
    this.things = ThingsAboutHer.made(beans, line, secret);
    this.writtenUp = line.writtenUp(secret);
    KnownParties.covered(beans, line);
    this.sister = line.speaks(SISTER, Set.of(Speaking.BOOK, Speaking.ASK)).toString();
    this.voicemail = left();
  }

  /** Whatever is asked for, is asked for by these ids. */
  void in(RouteScan scan) {
    things.forEach(scan::about);
    scan.about("/calls/", writtenUp);
    scan.about("/voicemail/", voicemail);
    List.of(visits.visit, visits.video, visits.cancelled)
        .forEach(id -> List.of("/visits/", "/appointments/").forEach(at -> scan.about(at, id)));
    scan.at("representative", sister);
    scan.at("site", visits.site());
    scan.at("date", visits.day());
  }

  /** Id of a thing, by the word of its address. */
  String thing(String word) {
    return things.getOrDefault(word, "");
  }

  VisitsOfHer visits() {
    return visits;
  }

  /** Who speaks for her. */
  String sister() {
    return sister;
  }

  private String left() {
    var door = Client.on(port);
    var place = "/api/calls/" + line.board().ring(CallerOnTheLine.HER_NUMBER) + "/voicemail";
    var sent =
        door.send(
            door.request(place, "Authorization", "Bearer " + line.board().token())
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(Sound.wav(440))));
    assertThat(sent.status()).isEqualTo(201);
    var list = line.colleague().get("/calls/voicemail").body();
    var at = "/calls/voicemail/" + line.clinic().id() + "/";
    var from = list.indexOf(at) + at.length();
    return list.substring(from, from + ID_LENGTH);
  }
}
