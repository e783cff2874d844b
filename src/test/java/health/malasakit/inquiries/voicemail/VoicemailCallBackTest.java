package health.malasakit.inquiries.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.inquiries.CallerOnTheLine;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.reach.NumberWord;
import health.malasakit.patients.reach.NumberWords;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whoever left a voicemail is called back by the rules of calling. */
@MalasakitTest
class VoicemailCallBackTest {

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;
  private Client luz;

  VoicemailCallBackTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void nobodyIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
    luz = line.client();
    line.over();
  }

  @Test
  void who_withheld_the_number_is_called_back_by_nobody() {
    var voicemail = left("anonymous");

    assertThat(luz.get(voicemail).body()).doesNotContain(voicemail + "/call\"");
    var refused = luz.post(voicemail + "/call", Map.of());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("The number was withheld.");
    assertThat(luz.get("/calls/voicemail").body()).contains(voicemail);
  }

  @Test
  void a_number_that_is_marked_as_wrong_is_called_back_by_who_read_so() {
    var voicemail = left(CallerOnTheLine.HER_NUMBER);
    line.asColleague(() -> {
      var number = Phone.of(CallerOnTheLine.HER_NUMBER);
      beans
          .getBean(NumberWords.class)
          .say(line.clinic().id(), line.ana(), number, NumberWord.WRONG);
      return true;
    });

    var said = Map.of("saidBy", "the patient");
    var asked = luz.post(voicemail + "/call", said);

    assertThat(asked.status()).isEqualTo(422);
    assertThat(asked.body()).contains("marked as wrong or out of order", "ring all the same");
    assertThat(
            luz.post(voicemail + "/call", Map.of("despite", "yes", "saidBy", "the patient"))
                .location())
        .startsWith("/calls/");
  }

  private String left(String from) {
    var sound = Base64.getEncoder().encodeToString(Sound.wav(440));
    var place = "/api/calls/" + line.board().ring(from) + "/voicemail";
    line.board()
        .tell(place, "{\"at\": \"2026-11-24T09:00:00-05:00\", \"audio\": \"%s\"}".formatted(sound));
    return luz.get("/calls/voicemail")
        .body()
        .replaceAll("(?s).*href=\"(/calls/voicemail/[0-9a-f-]+/[0-9a-f-]+)\".*", "$1");
  }
}
