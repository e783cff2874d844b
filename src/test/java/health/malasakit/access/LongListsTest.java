package health.malasakit.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A list longer than a page says so, and leads to every part of itself. */
@MalasakitTest
class LongListsTest {

  private final World world;
  private final int port;

  LongListsTest(World world, @LocalServerPort int port) {
    this.world = world;
    this.port = port;
  }

  @Test
  void six_hundred_people_are_all_reached_and_can_all_be_chosen() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var administrator = browser(Role.ADMINISTRATOR, clinic);
    asSuperuser(
        """
        with made as (
          insert into access.account (id, email, email_folded, display_name, sessions_valid_from,
                                      country, zone, created_at)
          select gen_random_uuid(), n || '-%1$s@example.org', n || '-%1$s@example.org',
                 'Ana ' || lpad(n::text, 3, '0'), now(), 'PH', 'Asia/Manila', now()
            from generate_series(1, 600) n returning id)
        insert into access.membership select '%1$s', id, 'scheduler', null, now() from made
        """
            .formatted(clinic.id()));
    var people = "/people/" + clinic.slug();

    assertThat(administrator.get(people).body())
        .contains("1 to 50 of 601")
        .contains("href=\"" + people + "?from=50\"")
        .contains("Ana 050")
        .doesNotContain("Ana 051");
    assertThat(administrator.get(people + "?from=550").body())
        .contains("551 to 600 of 601", "Ana 600");
    assertThat(administrator.get(people + "?from=9999").body()).contains("601 to 601 of 601");
    assertThat(browser(Role.PRIVACY_OFFICER, clinic).get("/audit/" + clinic.slug()).body())
        .contains("Ana 001", "Ana 600");
  }

  @Test
  void six_hundred_restricted_and_hidden_records_are_all_reached() {
    var clinic = world.clinic("Lakeside Family Medicine");
    asSuperuser(
        """
        insert into access.restricted_record
        select '%1$s', gen_random_uuid(), 'vip', null, now() from generate_series(1, 600)
        """
            .formatted(clinic.id()));
    asSuperuser(
        """
        insert into access.restriction
        select '%1$s', gen_random_uuid(), 'IN', 'contract 7', null, now() from generate_series(1, 600)
        """
            .formatted(clinic.id()));
    var officer = browser(Role.PRIVACY_OFFICER, clinic);
    var list = "/audit/" + clinic.slug() + "/restricted";

    assertThat(officer.get(list).body())
        .containsOnlyOnce("href=\"" + list + "?from=50\"")
        .containsOnlyOnce("href=\"" + list + "?hiddenFrom=50\"")
        .contains("1 to 50 of 600");
    assertThat(officer.get(list + "?from=550").body()).contains("551 to 600 of 600");
    assertThat(officer.get(list + "?hiddenFrom=550").body()).contains("551 to 600 of 600");
  }

  @Test
  void the_printed_access_list_of_a_patient_holds_all_her_lines() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var patient = changed(clinic, 60);
    var officer = browser(Role.PRIVACY_OFFICER, clinic);
    var list = "/audit/" + clinic.slug() + "/patients/" + patient;

    assertThat(officer.get(list).body())
        .contains("href=\"?whole=yes\"", "Older")
        .doesNotContain("data-print");
    assertThat(officer.get(list + "?whole=yes").body())
        .contains("data-print")
        .doesNotContain("Older", "This list continues")
        .satisfies(page -> assertThat(page.split("changed the patient's record", -1)).hasSize(61));
  }

  @Test
  void a_printed_list_that_is_cut_says_that_it_continues() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var patient = changed(clinic, 5_001);
    var list = "/audit/" + clinic.slug() + "/patients/" + patient + "?whole=yes";

    assertThat(browser(Role.PRIVACY_OFFICER, clinic).get(list).body())
        .contains("This list continues: 5,000 lines are on this part", "?whole=yes&amp;before=");
  }

  private static UUID changed(Organization clinic, int times) {
    var patient = UUID.randomUUID();
    asSuperuser(
        """
        insert into audit.line (organization_id, id, at, actor, country, task, act, subject, patient_id)
        select '%s', (lpad(to_hex((extract(epoch from now()) * 1000)::bigint - g), 12, '0')
                 || '70008' || lpad(to_hex(g), 15, '0'))::uuid,
               now(), 'person', 'PH', 'test', 'changed', 'patient', '%s'
          from generate_series(1, %d) g
        """
            .formatted(clinic.id(), patient, times));
    return patient;
  }

  private Client browser(Role role, Organization clinic) {
    return Client.on(port).as(world.cookieOf(world.person(role, clinic)));
  }

  private static void asSuperuser(String sql) {
    try (var connection = TestDatabase.superuser(TestDatabase.address());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
