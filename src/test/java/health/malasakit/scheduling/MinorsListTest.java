package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.audit.Audit;
import health.malasakit.patients.OwnChannels;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The access list of a minor may be read by a parent, and tells of no confidential visit. */
@MalasakitTest
class MinorsListTest {

  private static final String MADE = "made a visit confidential";

  private final MinorsPractice minors;
  private final Practice practice;
  private final World world;
  private final int port;
  private final Client officer;

  MinorsListTest(ApplicationContext beans, World world, @LocalServerPort int port) {
    minors = new MinorsPractice(beans);
    practice = minors.practice;
    this.world = world;
    this.port = port;
    officer =
        Client.on(port).as(world.cookieOf(world.person(Role.PRIVACY_OFFICER, practice.clinic())));
    minors.clinicSays(14);
  }

  @Test
  void the_list_to_print_has_neither_the_confidential_visit_nor_that_it_was_made_so() {
    minors.kept(minors.nine);
    minors.book(minors.nine.plusHours(2));

    var screen = officer.get(list()).body();
    var printed = officer.get(list() + "?whole=yes").body();

    assertThat(count(screen, "booked a visit")).as("the officer reads all").isEqualTo(2);
    assertThat(screen).contains(MADE, "Not printed", "no-print", "?whole=yes");
    assertThat(count(printed, "booked a visit")).isEqualTo(1);
    assertThat(printed)
        .doesNotContain("confidential")
        .contains("what a minor may keep to herself is not printed");
  }

  @Test
  void a_visit_that_was_made_open_again_is_told_and_that_it_was_confidential_is_not() {
    var visit = minors.kept(minors.nine);
    practice.ask(() ->
        practice
            .bean(ConfidentialVisits.class)
            .makeOpen(visit.id(), visit.version(), "She told her mother"));

    var printed = officer.get(list() + "?whole=yes").body();

    assertThat(count(printed, "booked a visit")).isEqualTo(1);
    assertThat(printed).doesNotContain(MADE).doesNotContain("made a visit open again");
  }

  @Test
  void moving_a_confidential_visit_and_times_held_and_left_are_not_told() {
    var visit = minors.kept(minors.nine);
    var holds = practice.bean(Holds.class);
    var later = minors.wanted(minors.nine.plusHours(1));
    var moving = practice.ask(() -> holds.holdToMove(later, visit));
    practice.run(() -> practice.bean(Bookings.class).move(moving.id(), visit.version(), ""));
    var left = practice.ask(() -> holds.hold(minors.wanted(minors.nine.plusHours(2))));
    practice.run(() -> holds.release(left.id()));

    var screen = officer.get(list()).body();
    var printed = officer.get(list() + "?whole=yes").body();

    assertThat(screen).contains("held a time", "moved a visit");
    assertThat(printed).doesNotContain("held a time", "moved a visit");
  }

  @Test
  void lists_of_visits_in_which_she_was_are_not_told_and_lists_of_patients_are() {
    var visit = minors.kept(minors.nine);
    var day = "/days/%s/%s/visits.csv".formatted(visit.site(), minors.nine.toLocalDate());
    assertThat(Client.on(port).as(world.cookieOf(practice.specialist())).get(day).status())
        .isEqualTo(200);
    var audit = practice.bean(Audit.class);
    for (String list : List.of("closure", "to-move", "search")) {
      practice.run(() ->
          practice
              .bean(TransactionTemplate.class)
              .executeWithoutResult(
                  at -> audit.listed(practice.organization(), list, List.of(minors.luz))));
    }

    var screen = officer.get(list()).body();
    var printed = officer.get(list() + "?whole=yes").body();

    assertThat(screen).contains("visits of a day as a file", "under a closure", "visits to move");
    assertThat(printed)
        .contains("saw patients in search results")
        .doesNotContain("visits of a day as a file", "under a closure", "visits to move");
  }

  @Test
  void her_own_numbers_and_safe_contact_are_not_told() {
    practice.run(() ->
        practice
            .bean(OwnChannels.class)
            .set(practice.organization(), minors.luz, List.of("(212) 555-0144")));

    assertThat(officer.get(list()).body()).contains("own numbers");
    assertThat(officer.get(list() + "?whole=yes").body())
        .contains("registered the patient")
        .doesNotContain("own numbers");
  }

  @Test
  void a_minors_list_without_such_a_visit_says_the_same() {
    minors.book(minors.nine);

    assertThat(officer.get(list() + "?whole=yes").body())
        .contains("what a minor may keep to herself is not printed");
  }

  private String list() {
    return "/audit/" + practice.clinic().slug() + "/patients/" + minors.luz;
  }

  private static int count(String page, String words) {
    return page.split(words, -1).length - 1;
  }
}
