package health.malasakit.inquiries.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ConsentBasis;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.NewConsent;
import health.malasakit.messaging.Purpose;
import health.malasakit.patients.OwnChannels;
import health.malasakit.patients.SafeContact;
import health.malasakit.patients.SafeContacts;
import health.malasakit.patients.reach.NumberWord;
import health.malasakit.patients.reach.NumberWords;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The list says of each whether any number may be called now, as her own page does. */
@MalasakitTest
class MayBeCalledNowTest {

  private static final String NOW = "may be called now";
  private static final String NONE = "none of the numbers may be called now";
  private static final String FIRST = "(617) 555-0142";
  private static final String SECOND = "(617) 555-0100";

  private final ApplicationContext beans;
  private final int port;
  private ToBeCalled her;

  MayBeCalledNowTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void somebody() {
    her = new ToBeCalled(beans, port, ToBeCalled.inTheMorning());
  }

  @Test
  void while_one_of_her_numbers_may_ring() {
    her.asked(Map.of());
    assertThat(list()).contains(NOW).doesNotContain(NONE);
    refuses(FIRST);
    assertThat(list()).doesNotContain(NONE);

    refuses(SECOND);

    assertThat(list()).contains(NONE);
  }

  @Test
  void and_that_is_known_to_reach_her() {
    her.asked(Map.of());
    stopped(FIRST);
    refuses(SECOND);
    assertThat(list()).contains(NONE);
  }

  @Test
  void where_safe_contact_names_a_number_that_one_alone() {
    her.asked(Map.of());
    refuses(FIRST);
    refuses(SECOND);
    safe(List.of("(617) 555-0177"));
    assertThat(list()).contains(NOW).doesNotContain(NONE);

    safe(List.of());

    assertThat(list()).contains(NONE);
  }

  @Test
  void what_is_for_her_alone_needs_a_number_of_her_own() {
    her.asked(Map.of("confidential", "yes"));
    assertThat(list()).contains(NONE);

    her.as(() -> {
      beans.getBean(OwnChannels.class).set(her.board().clinic().id(), her.ana(), List.of(FIRST));
      return true;
    });

    assertThat(list()).contains(NOW).doesNotContain(NONE);
  }

  private String list() {
    return her.luz().get("/calls/to-call").body();
  }

  private void safe(List<String> phones) {
    her.as(() -> {
      var only = new SafeContact(phones, List.of(), Optional.empty(), "It is Luz.");
      beans.getBean(SafeContacts.class).set(her.board().clinic().id(), her.ana(), only);
      return only;
    });
  }

  private void stopped(String number) {
    her.as(() -> {
      beans
          .getBean(NumberWords.class)
          .say(her.board().clinic().id(), her.ana(), Phone.of(number), NumberWord.WRONG);
      return true;
    });
  }

  private void refuses(String number) {
    her.as(() -> {
      var no =
          new NewConsent(
              Channel.CALL,
              number,
              Purpose.CARE,
              ConsentAnswer.REFUSED,
              ConsentBasis.SPOKEN,
              "Do not call there.",
              "",
              LocalDate.now(ZoneId.of("America/New_York")));
      beans.getBean(Consents.class).record(her.board().clinic().id(), her.ana(), no);
      return no;
    });
  }
}
