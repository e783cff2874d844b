package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.records.BreakGlass;
import health.malasakit.access.records.RecordMark;
import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.access.records.Restrictions;
import health.malasakit.access.records.StaffProfile;
import health.malasakit.access.records.StaffProfiles;
import health.malasakit.kernel.Scopes;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The caller is a patient whose record this specialist may not open. */
@MalasakitTest
class RestrictedCallerTest {

  private static final String REASON = "She is on the phone about her visit tomorrow.";

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  RestrictedCallerTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
  }

  @Test
  void of_a_marked_record_the_true_answers_match_no_more_than_wrong_ones() {
    marked();

    assertHeardAsNobody();
  }

  @Test
  void of_a_record_hidden_in_her_country_the_same() {
    officer(() ->
        beans
            .getBean(Restrictions.class)
            .hide(line.clinic().id(), line.ana(), "PH", "state Medicaid contract"));

    assertHeardAsNobody();
  }

  @Test
  void of_her_own_record_the_same() {
    var mine =
        new StaffProfile(
            line.luz().account(),
            "María",
            "de la Cruz",
            Optional.of(LocalDate.of(1985, 3, 12)),
            "",
            "");
    line.as(() -> {
      beans.getBean(StaffProfiles.class).set(mine);
      return true;
    });

    assertHeardAsNobody();
  }

  @Test
  void who_opened_it_with_a_reason_goes_on_with_her() {
    marked();
    line.as(() -> {
      beans.getBean(BreakGlass.class).open(line.clinic().id(), line.ana(), REASON);
      return true;
    });

    line.proven();

    assertThat(line.client().get(line.page()).status()).isEqualTo(200);
  }

  /** Word for word what somebody hears who is nobody here. */
  private void assertHeardAsNobody() {
    assertThat(line.client().get(line.call() + "?who=patient").body())
        .doesNotContain("M. D. L. C.", "Who may ring from this number");
    var hers = said("María de la Cruz");
    var nobodys = said("Pia Nobody");

    assertThat(hers).contains("No match. 2 more times are left.");
    assertThat(nobodys).contains("No match. One more time is left.");
    line.proven();
    assertThat(line.client().get(line.call()).body())
        .contains("Nothing more can be told in this call")
        .doesNotContain("Cruz", "and not shown now");
    assertThat(line.client().get(line.page()).status()).isNotEqualTo(200);
  }

  private String said(String name) {
    Client.Answer answer =
        line.ask(
            "patient",
            Map.of("name", name, "birthDate", "3/12/1985", "fact", "zip", "value", "94607"));
    return answer.body();
  }

  private void marked() {
    officer(() ->
        beans
            .getBean(RestrictedRecords.class)
            .mark(line.clinic().id(), line.ana(), RecordMark.VIP));
  }

  private void officer(Runnable act) {
    Scopes.run(world.scopeOf(world.person(Role.PRIVACY_OFFICER, line.clinic())), act::run);
  }
}
