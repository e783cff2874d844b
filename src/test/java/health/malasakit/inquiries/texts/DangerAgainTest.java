package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier.Says;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A phone that answers by itself with danger words comes to an end, and hides no emergency. */
@MalasakitTest
class DangerAgainTest {

  private static final String CLOSED = "We are closed. If you have chest pain call 911.";

  private final ApplicationContext beans;
  private final int port;
  private TextedClinic clinic;

  DangerAgainTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aClinic() {
    clinic = new TextedClinic(beans, port);
  }

  @Test
  void the_same_words_again_are_one_alarm_and_two_answers() {
    clinic.texts(CLOSED);
    var first = clinic.page();
    IntStream.range(0, 7).forEach(n -> clinic.taken(clinic.texts(CLOSED)));

    assertThat(clinic.answers()).hasSize(2);
    assertThat(clinic.words("select became from inquiries.text_in where why = 'danger'"))
        .containsExactly("");
    assertThat(clinic.luz().get("/texts/alarm").body()).contains("A text with danger words");
    assertThat(clinic.luz().get(first).body())
        .contains("It came again in the same words, 7 times", "Danger words stand in this text");
    assertThat(clinic.luz().get(clinic.page()).body())
        .contains("The same words came just before; see that text.");
  }

  @Test
  void other_words_alarm_each_and_are_answered_twice_in_ten_minutes_and_six_times_an_hour() {
    other(3);
    assertThat(clinic.answers()).hasSize(2);
    assertThat(alarms()).isEqualTo(3);

    IntStream.range(0, 3)
        .forEach(n -> {
          longerAgo(11);
          other(3);
        });

    assertThat(clinic.answers()).hasSize(6);
    assertThat(alarms()).isEqualTo(12);
    longerAgo(61);
    other(1);
    assertThat(clinic.answers()).hasSize(7);
  }

  @Test
  void an_answer_that_did_not_go_is_none_of_the_two() {
    clinic.carrier().says(clinic.hers(), Says.no(30006));
    other(3);
    clinic.carrier().reset();

    other(3);

    assertThat(clinic.answers()).as("three that were not taken, and two").hasSize(5);
  }

  @Test
  void the_same_words_alarm_anew_once_a_person_had_settled_them_and_after_ten_minutes() {
    clinic.texts(CLOSED);
    clinic.luz().post(clinic.page() + "/closing", Map.of("seen", "2", "note", "Called 911."));
    clinic.texts(CLOSED);
    assertThat(alarms()).isEqualTo(1);

    clinic.in(jdbc ->
        jdbc.sql("update inquiries.text_in set came_at = came_at - interval '11 minutes'")
            .update());
    clinic.texts(CLOSED);

    assertThat(alarms()).isEqualTo(2);
  }

  @Test
  void the_list_says_how_many_more_wait_than_it_shows() {
    clinic.in(jdbc ->
        jdbc.sql(
                """
                insert into inquiries.text_in (organization_id, text_id, carrier_id, from_number, from_digits, to_number,
                                               body, media, came_at, reading, danger, why, ruled_at)
                select :clinic, gen_random_uuid(), 'SM' || n, '+12125550100', '12125550100', '+12125550101', 'Chest pain ' || n,
                       0, now() - interval '1 day', 'danger', '', 'danger', now()
                  from generate_series(1, 307) n
                """)
            .param("clinic", clinic.clinic().id().value())
            .update());

    assertThat(clinic.luz().get("/texts").body())
        .contains("7 more wait that this list has no room for");
    assertThat(clinic.luz().get("/texts/alarm").body()).contains("20 texts or more");
  }

  private void other(int times) {
    IntStream.range(0, times)
        .forEach(n -> clinic.taken(clinic.texts("Chest pain " + Math.random())));
  }

  private int alarms() {
    return clinic
        .ids("select text_id from inquiries.text_in where why = 'danger' and became = ''")
        .size();
  }

  private void longerAgo(int minutes) {
    clinic.in(jdbc ->
        jdbc.sql(
                "update messaging.outgoing set begun_at = begun_at - make_interval(mins => :minutes)")
            .param("minutes", minutes)
            .update());
  }
}
