package health.malasakit.inquiries.messages;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.inquiries.CallerOnTheLine;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

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
    line.over();
    assertThat(line.client().get(message).body())
        .contains("/mixups/new?what=message", line.ana().toString());

    var moved = line.client().post("/mixups", moving(line, message, right));

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

  /** Both are let go on at the same moment: neither has seen what the other does. */
  @Test
  void of_two_who_move_one_message_to_two_people_one_does() {
    var desk = new MessageDesk(beans, port);
    var line = desk.line();
    var one = line.patient("Marta", "de la Cruz", LocalDate.of(1986, 4, 1), "(617) 555-0143");
    var two = line.patient("Marina", "de la Cruz", LocalDate.of(1987, 4, 1), "(617) 555-0144");
    line.proven();
    var message = desk.taken(desk.aboutHer());
    line.over();
    var luz = line.client();
    var jo = line.colleague();

    var answers =
        whileLocked(
            line,
            () ->
                Stream.of(
                        supplyAsync(() -> luz.post("/mixups", moving(line, message, one))),
                        supplyAsync(() -> jo.post("/mixups", moving(line, message, two))))
                    .toList());

    assertThat(answers.stream().map(CompletableFuture::join).map(Client.Answer::status))
        .as("moved once, and whoever is slower reads so")
        .containsExactlyInAnyOrder(302, 409);
  }

  /** Two begin while the clinic's messages are locked, and wait for them. */
  private <T> T whileLocked(CallerOnTheLine line, Supplier<T> begin) {
    var jdbc = beans.getBean(JdbcClient.class);
    return Scopes.call(
        Scope.job(line.clinic().id(), "test"),
        () ->
            Objects.requireNonNull(
                beans
                    .getBean(TransactionTemplate.class)
                    .execute(status -> {
                      jdbc.sql("select message_id from inquiries.message for update")
                          .query()
                          .listOfRows();
                      var begun = begin.get();
                      await().until(() -> waiting(jdbc) >= 2);
                      return begun;
                    })));
  }

  private static int waiting(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select count(*) from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock'
            """)
        .query(Integer.class)
        .single();
  }

  private static Map<String, Object> moving(CallerOnTheLine line, String message, PatientId right) {
    return Map.of(
        "what", "message",
        "clinic", line.clinic().id(),
        "id", message.substring(message.lastIndexOf('/') + 1),
        "version", "1",
        "right", right,
        "slip", "catch",
        "told", "nothing");
  }
}
