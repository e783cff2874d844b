package health.malasakit.inquiries.outbound;

import static health.malasakit.inquiries.outbound.ToBeCalled.HOME;
import static health.malasakit.inquiries.outbound.ToBeCalled.MOBILE;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.ZoneLabels;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ConsentBasis;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.NewConsent;
import health.malasakit.messaging.Purpose;
import health.malasakit.patients.Patients;
import health.malasakit.patients.SafeContact;
import health.malasakit.patients.SafeContacts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MalasakitTest
class BeforeDiallingTest {

  private final ApplicationContext beans;
  private final int port;

  BeforeDiallingTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @Test
  void the_page_says_number_hour_language_and_the_exact_words_to_leave() {
    var hers = ToBeCalled.inTheMorning();
    var her = new ToBeCalled(beans, port, hers);
    var call = her.asked(Map.of());

    var page = her.luz().get(call).body();

    assertThat(page)
        .contains("A place on Friday is free", "(617) 555-0142", "(617) 555-0100", "Safe to call")
        .contains("(" + ZoneLabels.label(hers.orElseThrow()) + ")")
        .contains("Spanish", "Interpreter needed")
        .contains("Hello, this is Luz from Harbor. Please call us back at (312) 555-");
    assertThat(page.indexOf("555-0142")).isLessThan(page.indexOf("555-0100"));
    var words = page.replaceAll("(?s).*<q>(Hello[^<]*)</q>.*", "$1");
    assertThat(words).doesNotContain("Friday").doesNotContain("María").doesNotContain("Clinic");
  }

  @Test
  void at_night_she_is_not_called_unless_she_asked_for_that_hour() {
    var her = new ToBeCalled(beans, port, ToBeCalled.atNight());
    var call = her.asked(Map.of());
    assertThat(her.luz().get(call).body())
        .contains("Nobody is called before 08:00 or from 21:00 on")
        .doesNotContain(">Dial<");
    assertThat(her.dial(call, MOBILE, "").status()).isEqualTo(409);
    var wish = Map.of("from", "00:30", "until", "4:30 am");

    assertThat(her.luz().post(call + "/wish", wish).body()).contains("Say who asked for that hour");
    her.luz()
        .post(call + "/wish", Map.of("from", "00:30", "until", "4:30 am", "saidBy", "she herself"));

    assertThat(her.luz().get(call).body())
        .contains("Asked for 00:30 to 04:30, said by she herself");
    assertThat(her.dial(call, MOBILE, "").location()).isEqualTo(call);
  }

  @Test
  void a_zone_that_nobody_knows_is_asked_first_and_kept_in_her_record() {
    var her = new ToBeCalled(beans, port, Optional.empty());
    var call = her.asked(Map.of());
    var asks = her.luz().get(call).body();
    assertThat(asks)
        .contains("Where is the patient?", "Proposed from the ZIP on file")
        .contains("<option value=\"America/Los_Angeles\" selected>");
    assertThat(her.dial(call, MOBILE, "").body())
        .contains("Say first in which time zone the patient is");

    her.luz().post(call + "/zone", Map.of("zone", "America/Los_Angeles"));

    assertThat(her.luz().get(call).body()).doesNotContain("Where is the patient?");
    var zone =
        her.as(() ->
            beans
                .getBean(Patients.class)
                .find(her.board().clinic().id(), her.ana())
                .orElseThrow()
                .facts()
                .zone());
    assertThat(zone).contains(ZoneId.of("America/Los_Angeles"));
  }

  @Test
  void a_number_at_which_she_is_not_to_be_called_is_never_dialled() {
    var her = new ToBeCalled(beans, port, ToBeCalled.inTheMorning());
    var call = her.asked(Map.of());
    refuses(her, Channel.CALL, "(617) 555-0142");
    refuses(her, Channel.VOICEMAIL, "(617) 555-0100");

    var page = her.luz().get(call).body();

    assertThat(page).contains("Do not call", "No message may be left here");
    assertThat(page).doesNotContain("Hello, this is Luz");
    assertThat(her.dial(call, MOBILE, "").status()).isEqualTo(409);
    assertThat(her.dial(call, HOME, "").location()).isEqualTo(call);
  }

  @Test
  void safe_contact_shows_its_own_number_alone_and_no_message_without_her_word() {
    var her = new ToBeCalled(beans, port, ToBeCalled.inTheMorning());
    var call = her.asked(Map.of());
    her.as(() -> {
      var only =
          new SafeContact(List.of("(617) 555-0177"), List.of(), Optional.empty(), "It is Luz.");
      beans.getBean(SafeContacts.class).set(her.board().clinic().id(), her.ana(), only);
      return only;
    });

    var page = her.luz().get(call).body();

    assertThat(page)
        .contains("(617) 555-0177", "No message may be left here", "It is Luz.")
        .doesNotContain("555-0142");
    assertThat(her.dial(call, MOBILE, "").status()).isEqualTo(409);
  }

  @Test
  void what_is_for_her_alone_goes_to_no_number_that_others_answer() {
    var her = new ToBeCalled(beans, port, ToBeCalled.inTheMorning());
    var call = her.asked(Map.of("confidential", "yes", "about", "other"));

    assertThat(her.luz().get(call).body())
        .contains(
            "For the patient alone",
            "Not a number that the patient alone answers",
            "None of the patient's numbers");
    assertThat(her.dial(call, MOBILE, "").status()).isEqualTo(409);
  }

  @Test
  void another_clinic_finds_nobody_to_call_here() {
    var her = new ToBeCalled(beans, port, ToBeCalled.inTheMorning());
    var other = new ToBeCalled(beans, port, ToBeCalled.inTheMorning());
    var call = her.asked(Map.of());

    assertThat(other.luz().get(call).status()).isEqualTo(404);
    assertThat(other.luz().get("/calls/to-call").body()).doesNotContain("A place on Friday");
    assertThat(her.luz().get("/calls/to-call").body()).contains("A place on Friday");
  }

  private void refuses(ToBeCalled her, Channel channel, String number) {
    her.as(() -> {
      beans
          .getBean(Consents.class)
          .record(
              her.board().clinic().id(),
              her.ana(),
              new NewConsent(
                  channel,
                  number,
                  Purpose.CARE,
                  ConsentAnswer.REFUSED,
                  ConsentBasis.SPOKEN,
                  "Please not there",
                  "",
                  LocalDate.now(ZoneId.of("America/New_York"))));
      return number;
    });
  }
}
