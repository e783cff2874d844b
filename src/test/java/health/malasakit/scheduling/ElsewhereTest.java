package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.PractitionerRole;
import health.malasakit.directory.Practitioners;
import health.malasakit.kernel.PatientId;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** One practitioner in the books of two clinics, known by the same NPI. */
@MalasakitTest
class ElsewhereTest {

  private static final String NPI = "1234567893";
  private static final String WARNING = "Ana Reyes, MD is busy at another of your clinics";

  private final World world;
  private final int port;
  private final Practice here;
  private final Practice there;
  private final PatientId ana;
  private final LocalDateTime ten;

  ElsewhereTest(ApplicationContext beans, World world, @LocalServerPort int port) {
    this.world = world;
    this.port = port;
    this.here = Practice.in(beans, "America/New_York");
    this.there = Practice.in(beans, "America/Chicago");
    this.ana = here.patient("Ana", "Cruz");
    this.ten = here.next(DayOfWeek.TUESDAY).atTime(10, 0);
  }

  @Test
  void who_books_for_both_clinics_is_warned_and_may_book_all_the_same() {
    busyThereAtNineInChicago(NPI);
    var open = openHere(NPI);
    var luz = client(world.person(Role.SCHEDULER, here.clinic(), there.clinic()));

    var hold = hold(luz, open, ten);
    assertThat(luz.get(hold).body()).contains(WARNING);
    assertThat(luz.post(hold, Map.of()).location()).contains("/visits/");

    assertThat(luz.get(hold(luz, open, ten.plusHours(2))).body()).doesNotContain(WARNING);
  }

  @Test
  void openings_and_the_answer_to_a_machine_say_it_as_well() {
    busyThereAtNineInChicago(NPI);
    var open = openHere(NPI);
    var luz = client(world.person(Role.SCHEDULER, here.clinic(), there.clinic()));
    var openings = "/openings?patient=" + ana + "&type=Follow-up&after=";
    var zone = ZoneId.of("America/New_York");

    assertThat(luz.get(openings + ten.atZone(zone).toInstant().minusSeconds(1)).body())
        .contains(WARNING);
    assertThat(luz.get(openings + ten.plusHours(1).atZone(zone).toInstant()).body())
        .contains("Hold")
        .doesNotContain(WARNING);
    var booked = luz.json("/api/appointments", json(open, ana, ten));
    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.body()).contains("\"warnings\":[\"" + WARNING);
    var ben = here.patient("Ben", "Cruz");
    assertThat(luz.json("/api/appointments", json(open, ben, ten.plusHours(2))).body())
        .contains("\"warnings\":[]");
  }

  @Test
  void who_books_for_one_clinic_learns_nothing_of_the_other() {
    busyThereAtNineInChicago(NPI);
    var open = openHere(NPI);
    var tom = client(here.colleague(Role.SCHEDULER));

    assertThat(tom.get(hold(tom, open, ten)).body())
        .contains("Book for Ana Cruz")
        .doesNotContain(WARNING);
  }

  @Test
  void two_people_without_an_npi_are_not_taken_for_one() {
    busyThereAtNineInChicago("");
    var open = openHere("");
    var luz = client(world.person(Role.SCHEDULER, here.clinic(), there.clinic()));

    assertThat(luz.get(hold(luz, open, ten)).body())
        .contains("Book for Ana Cruz")
        .doesNotContain(WARNING);
  }

  private String json(FollowUps open, PatientId patient, LocalDateTime start) {
    var choice = open.choice(start);
    return """
    {"patient": "%s", "site": "%s", "practitioner": "%s", "visitType": "%s",
     "start": "%s", "zone": "America/New_York"}
    """
        .formatted(patient, choice.get("atSite"), choice.get("with"), choice.get("kind"), start);
  }

  private void busyThereAtNineInChicago(String npi) {
    var reyes = reyes(there, npi);
    var type = there.type("Follow-up", 30);
    there.seesPatientsAlways(reyes, type);
    var ben = there.patient("Ben", "Cruz");
    var bookings = there.bean(Bookings.class);
    there.ask(() -> bookings.bookNow(there.wanted(ben, reyes, type, ten.minusHours(1))));
  }

  private FollowUps openHere(String npi) {
    var reyes = reyes(here, npi);
    var type = here.type("Follow-up", 30);
    here.seesPatientsAlways(reyes, type);
    return new FollowUps(here, reyes, type);
  }

  /** The address of a new hold at the clinic here. */
  private String hold(Client who, FollowUps open, LocalDateTime start) {
    var held = who.post("/holds?patient=" + ana, open.choice(start));
    assertThat(held.status()).as(held.body()).isEqualTo(302);
    return held.location();
  }

  private static PractitionerId reyes(Practice at, String npi) {
    var details =
        new Practitioner.Details("Ana", "Reyes", "MD", npi, List.of("en"), List.of("NY", "IL"));
    var practitioners = at.bean(Practitioners.class);
    return at.ask(() -> {
      var id = practitioners.add(at.organization(), details, List.of());
      practitioners.workAt(
          id, List.of(new PractitionerRole(id, at.site().id(), "Family medicine")));
      return id;
    });
  }

  private Client client(SignedIn person) {
    return Client.on(port).as(world.cookieOf(person));
  }
}
