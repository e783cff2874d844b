package health.malasakit.inquiries.messages;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A message that was taken about the wrong person. */
@MalasakitTest
class MessageOfAnotherTest {

  private final ApplicationContext beans;
  private final int port;

  MessageOfAnotherTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @Test
  void it_moves_with_its_words_and_the_clinic_finds_it_under_the_right_person() {
    var desk = new MessageDesk(beans, port);
    var line = desk.line();
    var right = line.patient("María", "de la Cruz", LocalDate.of(1986, 4, 1), "(617) 555-0143");
    line.proven();
    var message = desk.taken(desk.aboutHer());
    line.client().post(line.call() + "/end", Map.of());
    assertThat(line.client().get(message).body())
        .contains("/mixups/new?what=message", line.ana().toString());

    var moved =
        line.client()
            .post(
                "/mixups",
                Map.of(
                    "what", "message",
                    "clinic", line.clinic().id(),
                    "id", message.substring(message.lastIndexOf('/') + 1),
                    "version", "1",
                    "right", right,
                    "slip", "catch",
                    "told", "nothing"));

    assertThat(moved.status()).isEqualTo(302);
    assertThat(line.client().get(moved.location()).body()).contains("/undoing");
    assertThat(line.client().get(message).body())
        .contains("moved it to the right person", right.toString(), "pressure pills")
        .doesNotContain(line.ana().toString());
    assertThat(line.client().get(line.page()).body())
        .contains("moved a message from here to the person it is about")
        .doesNotContain("pressure pills");
    line.client().post(moved.location() + "/undoing", Map.of());
    assertThat(line.client().get(message).body()).contains(line.ana().toString());
  }
}
