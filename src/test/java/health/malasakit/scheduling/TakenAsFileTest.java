package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.kernel.PatientId;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * A day and the audit as files: what they hold, what is written down, and when they are refused.
 */
@MalasakitTest
class TakenAsFileTest {

  private final ApplicationContext beans;
  private final World world;
  private final ClinicProfiles profiles;

  @LocalServerPort private int port;

  private Practice practice;
  private Client client;
  private Client officer;
  private Client scheduler;
  private PatientId ana;
  private LocalDateTime nine;

  TakenAsFileTest(ApplicationContext beans, World world, ClinicProfiles profiles) {
    this.beans = beans;
    this.world = world;
    this.profiles = profiles;
  }

  @BeforeEach
  void aBookedDay() {
    var clinic = FollowUps.in(beans, "America/Los_Angeles");
    practice = clinic.practice();
    client = Client.on(port).as(practice.cookie());
    scheduler = Client.on(port).as(world.cookieOf(practice.colleague(Role.SCHEDULER)));
    officer =
        Client.on(port).as(world.cookieOf(world.person(Role.PRIVACY_OFFICER, practice.clinic())));
    ana = practice.patient("=Ana", "Cruz");
    nine = clinic.nine();
    clinic.book(ana, nine);
  }

  @Test
  void a_day_as_a_file_has_times_with_their_zone_and_lists_its_patients_in_the_audit() {
    assertThat(scheduler.get(day()).body()).doesNotContain("visits.csv");
    assertThat(scheduler.get(day() + "/visits.csv").status()).isEqualTo(403);
    assertThat(client.get(day()).body()).contains(day() + "/visits.csv");

    var file = client.get(day() + "/visits.csv");

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(file.body())
        .contains(
            "\"%s 09:00\",\"%s 09:30\",\"America/Los_Angeles\""
                .formatted(nine.toLocalDate(), nine.toLocalDate()))
        .contains("\"'=Ana Cruz\",\"Follow-up\"");
    assertThat(officer.get("/audit/" + practice.clinic().slug() + "/patients/" + ana).body())
        .contains("day as a file");
  }

  @Test
  void the_audit_as_a_file_holds_all_lines_and_is_itself_written_down() {
    for (int look = 0; look < 60; look++) {
      var nobody = "00000000-0000-7000-8000-0000000000%02d".formatted(look);
      client.get("/patients/" + practice.clinic().slug() + "/" + nobody);
    }
    var lines = "/audit/" + practice.clinic().slug() + "/lines";
    assertThat(officer.get(lines).body()).contains(lines + ".csv?day=");

    var file = officer.get(lines + ".csv").body();

    assertThat(file.lines().filter(line -> line.contains("that was not found"))).hasSize(60);
    assertThat(file).contains("\"America/Los_Angeles\"").contains("\"'=Ana Cruz\"");
    assertThat(officer.get(lines + ".csv").body()).contains("\"as a file\"");
    assertThat(client.get(lines + ".csv").status()).isEqualTo(403);
  }

  @Test
  void what_the_clinic_switched_off_is_neither_offered_nor_given() {
    practice.run(() ->
        profiles.switchOff(
            practice.organization(), new Clinic.SwitchedOff("PH", Clinic.Export.CSV)));

    assertThat(client.get(day()).body()).doesNotContain("visits.csv");
    var refused = client.get(day() + "/visits.csv");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).doesNotContain("Cruz").contains("does not let people");
    var lines = "/audit/" + practice.clinic().slug() + "/lines";
    assertThat(officer.get(lines).body()).doesNotContain("lines.csv");
    assertThat(officer.get(lines + ".csv").status()).isEqualTo(403);
  }

  private String day() {
    return "/days/" + practice.site().id() + "/" + nine.toLocalDate();
  }
}
