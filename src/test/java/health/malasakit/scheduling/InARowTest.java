package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Brothers and sisters are seen one right after the other. */
@MalasakitTest
class InARowTest {

  private final ApplicationContext beans;

  @LocalServerPort private int port;

  private Practice practice;
  private Client client;
  private PractitionerId reyes;
  private VisitTypeId shots;
  private PatientId ana;
  private LocalDate tuesday;

  InARowTest(ApplicationContext beans) {
    this.beans = beans;
  }

  /** Nine to noon, and half past nine is taken. */
  @BeforeEach
  void aMorning() {
    practice = Practice.in(beans, "America/New_York");
    client = Client.on(port).as(practice.cookie());
    reyes = practice.practitioner("Reyes");
    shots = practice.type("Vaccines", 30);
    practice.session(reyes, DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.NOON, shots);
    ana = practice.patient("Ana", "Cruz");
    tuesday = practice.next(DayOfWeek.TUESDAY);
    book(practice.patient("Ben", "Santos"), LocalTime.of(9, 30));
  }

  @Test
  void only_times_that_others_follow_without_a_gap_are_offered() {
    assertThat(openings("1")).contains(at(9, 0), at(10, 0));
    assertThat(openings("3"))
        .contains(at(10, 0), at(10, 30), "3 in a row")
        .doesNotContain(at(9, 0));
    assertThat(openings("4")).contains(at(10, 0)).doesNotContain(at(9, 0), at(10, 30));
    book(practice.patient("Cara", "Santos"), LocalTime.of(11, 0));
    assertThat(openings("3")).contains("Tuesday").doesNotContain(at(10, 30));
    assertThat(client.get("/openings?patient=" + ana + "&row=5").status()).isEqualTo(400);
  }

  @Test
  void the_time_right_after_a_booking_is_one_key_away() {
    Map<String, Object> choice = new HashMap<>();
    choice.put("atSite", practice.site().id());
    choice.put("with", reyes);
    choice.put("kind", shots);
    choice.put("start", tuesday.atTime(10, 0));
    choice.put("fold", "earlier");
    var held = client.post("/holds?patient=" + ana + "&row=2", choice).location();
    var visit = client.get(client.post(held, Map.of()).location()).body();

    assertThat(visit).contains("Times right after, for a brother or sister");
    var after = visit.replaceAll("(?s).*href=\"(/openings\\?type=[^\"]*)\".*", "$1");
    assertThat(client.get(after.replace("&amp;", "&")).body())
        .contains("10:30 in the morning")
        .doesNotContain("at 9:00", " at 10 in the morning");
  }

  /** What is sent when that time is taken. */
  private String at(int hour, int minute) {
    return "name=\"start\" value=\"" + tuesday.atTime(hour, minute) + "\"";
  }

  private String openings(String row) {
    var day = "&type=Vaccines&from=" + tuesday + "&row=" + row;
    return client.get("/openings?patient=" + ana + day).body();
  }

  private void book(PatientId patient, LocalTime at) {
    var bookings = practice.bean(Bookings.class);
    var wanted = practice.wanted(patient, reyes, shots, tuesday.atTime(at));
    practice.run(() -> bookings.bookNow(wanted));
  }
}
