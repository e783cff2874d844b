package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.texts.NumberStops;
import health.malasakit.messaging.texts.TextNumbers;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** STOP counts when the server ended in between, and at a number that the clinic had before. */
@MalasakitTest
class StopIsNotLostTest {

  /** As when the server ended after a text was kept and before rules read it. */
  private static final String KEPT =
      """
      insert into inquiries.text_in (organization_id, text_id, carrier_id, from_number, from_digits, to_number, body,
                                     media, came_at, reading, why)
      values (:clinic, gen_random_uuid(), 'SM1kept', :from, :digits, '+12125550100', :body, 0,
              now() - make_interval(mins => :ago), 'words', 'words')
      """;

  private final ApplicationContext beans;
  private final TextsUnruled unruled;
  private final NumberStops stops;
  private final int port;
  private TextedClinic clinic;
  private Phone number;

  StopIsNotLostTest(
      ApplicationContext beans,
      TextsUnruled unruled,
      NumberStops stops,
      @LocalServerPort int port) {
    this.beans = beans;
    this.unruled = unruled;
    this.stops = stops;
    this.port = port;
  }

  @BeforeEach
  void aClinic() {
    clinic = new TextedClinic(beans, port);
    number = Phone.of(clinic.hers());
  }

  @Test
  void what_was_kept_and_not_ruled_is_ruled_when_the_carrier_brings_it_again() {
    kept("STOP", 0);

    clinic.taken(clinic.brought("SM1kept", "STOP"));
    clinic.taken(clinic.brought("SM1kept", "STOP"));

    assertThat(isClosed()).isTrue();
    assertThat(clinic.answers()).hasSize(1);
    assertThat(clinic.words("select became from inquiries.text_in")).containsExactly("itself");
  }

  @Test
  void what_nobody_brings_again_is_ruled_after_a_minute_and_once() {
    kept("STOP", 2);

    unruled.ruleAll();
    assertThat(unruled.ruleLeft(clinic.clinic().id())).isZero();

    assertThat(isClosed()).isTrue();
    assertThat(clinic.answers()).hasSize(1);
  }

  @Test
  void when_a_person_was_faster_the_number_is_closed_all_the_same() {
    kept("STOP", 2);
    var page = clinic.page();
    clinic.luz().post(page + "/closing", Map.of("seen", "1", "note", "Told the clinic."));
    assertThat(clinic.words("select became from inquiries.text_in")).containsExactly("done");

    unruled.ruleLeft(clinic.clinic().id());

    assertThat(isClosed()).isTrue();
    assertThat(clinic.words("select became from inquiries.text_in")).containsExactly("done");
  }

  @Test
  void stop_to_a_number_that_the_clinic_had_before_closes_hers() {
    var before = clinic.as(() -> numbers().of(clinic.clinic().id())).orElseThrow();
    var next = beans.getBean(World.class).textNumber();
    clinic.as(() -> {
      numbers().set(clinic.clinic().id(), next);
      return true;
    });

    clinic.taken(clinic.brought(before.e164().orElseThrow(), "SM1former", "STOP"));

    assertThat(isClosed()).isTrue();
    assertThat(clinic.answers()).hasSize(1);
  }

  @Test
  void a_number_that_another_clinic_took_over_is_that_clinics() {
    var before = clinic.as(() -> numbers().of(clinic.clinic().id())).orElseThrow();
    clinic.as(() -> {
      numbers().set(clinic.clinic().id(), "");
      return true;
    });
    var other = new TextedClinic(beans, port);
    other.as(() -> {
      numbers().set(other.clinic().id(), before.written());
      return true;
    });

    clinic.taken(clinic.brought(before.e164().orElseThrow(), "SM1other", "STOP"));

    assertThat(isClosed()).isFalse();
    assertThat(other.ids("select text_id from inquiries.text_in")).hasSize(1);
  }

  private TextNumbers numbers() {
    return beans.getBean(TextNumbers.class);
  }

  private boolean isClosed() {
    return clinic.as(() -> stops.said(clinic.clinic().id(), number)).orElse(false);
  }

  private void kept(String body, int minutesAgo) {
    keep(clinic, body, minutesAgo);
  }

  /** A text from her phone that is kept and not ruled. */
  static void keep(TextedClinic clinic, String body, int minutesAgo) {
    clinic.in(jdbc ->
        jdbc.sql(KEPT)
            .param("clinic", clinic.clinic().id().value())
            .param("from", clinic.hers())
            .param("digits", Phone.of(clinic.hers()).digits())
            .param("body", body)
            .param("ago", minutesAgo)
            .update());
  }
}
