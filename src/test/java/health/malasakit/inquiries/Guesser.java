package health.malasakit.inquiries;

import static health.malasakit.inquiries.codes.CodeOnTheLine.above;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** Somebody who rings a clinic again and again and does not know the answers. */
final class Guesser {

  static final int MAX = 9;
  static final int IN_A_CALL = 3;
  static final String WITHHELD = "";

  static final Map<String, String> RIGHT =
      Map.of("name", "María de la Cruz", "birthDate", "3/12/1985", "fact", "zip", "value", "94607");
  static final Map<String, String> WRONG_NAME =
      Map.of("name", "María Santos", "birthDate", "3/12/1985");
  static final Map<String, String> WRONG_MORE =
      Map.of("name", "María de la Cruz", "birthDate", "3/12/1985", "fact", "zip", "value", "94611");

  private final ApplicationContext beans;
  private final World world;
  private final CallerOnTheLine line;
  private final int port;

  Guesser(ApplicationContext beans, CallerOnTheLine line, int port) {
    this.beans = beans;
    this.world = beans.getBean(World.class);
    this.line = line;
    this.port = port;
  }

  /** So often, three times in a call. */
  void wrong(int times, Map<String, String> said, String from) {
    for (int n = 0; n < times; n++) {
      if (n % IN_A_CALL == 0) {
        ringsAgain(from);
      }
      assertThat(line.ask("patient", said).status()).isEqualTo(200);
    }
  }

  /** One thing more that is not hers, twice from each number. */
  void wrongFromEverywhere() {
    for (int n = 0; n < MAX; n++) {
      if (n % 2 == 0) {
        ringsAgain("(617) 555-016" + n);
      }
      assertThat(line.ask("patient", WRONG_MORE).status()).isEqualTo(200);
    }
  }

  void ringsAgain(String from) {
    line.over();
    line.onCall(line.ring(from));
  }

  void hoursPass(int hours) {
    var ago = " - interval '" + hours + " hours'";
    var clinic = line.clinic().id().value();
    above("update inquiries.wrong_answer set at = at" + ago + " where organization_id = ?", clinic);
    above(
        "update inquiries.gate_closing set closed_at = closed_at%s, ends_at = ends_at%s"
                .formatted(ago, ago)
            + " where organization_id = ?",
        clinic);
  }

  /** A scheduler of the clinic. */
  SignedIn another() {
    return world.person(Role.SCHEDULER, line.clinic());
  }

  Client as(SignedIn person) {
    return Client.on(port).as(world.cookieOf(person));
  }

  /** A call that she opened by hand, from the patient's number. */
  CallId callOf(SignedIn person) {
    var number = Optional.of(Phone.of(CallerOnTheLine.HER_NUMBER));
    return Scopes.call(
        world.scopeOf(person),
        () -> beans.getBean(Calls.class).open(line.clinic().id(), Call.Direction.IN, number));
  }

  String page() {
    return line.client().get(line.call()).body();
  }

  int openings() {
    return line.client().get("/openings?patient=" + line.ana()).status();
  }

  int record() {
    return line.client().get(line.page()).status();
  }
}
