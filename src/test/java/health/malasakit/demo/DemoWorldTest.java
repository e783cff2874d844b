package health.malasakit.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.Node;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.kernel.Npi;
import health.malasakit.kernel.Refused;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The made-up world on a database of its own, looked at from above all policies. */
class DemoWorldTest {

  private static DatabaseAddress address;
  private static Node node;
  private static List<String> said;

  @BeforeAll
  static void make() {
    address = TestDatabase.fresh();
    node = Node.start(address, Map.of("malasakit.made-up-world", true));
    said = node.bean(DemoWorld.class).ensure();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void made_twice_changes_nothing() throws SQLException {
    var before = sizes();
    var again = node.bean(DemoWorld.class).ensure();
    assertThat(sizes()).isEqualTo(before);
    assertThat(again).isEqualTo(said);
  }

  @Test
  void the_terminal_hears_who_may_sign_in_and_what_to_click_first() {
    assertThat(said.getFirst()).contains(Staff.PASSWORD);
    assertThat(said).anyMatch(line -> line.contains("luz@example.org") && line.contains("Ctrl+K"));
    assertThat(node.bean(DemoWorld.class).accounts()).hasSize(7);
  }

  @Test
  void it_is_as_large_as_it_says() throws SQLException {
    var sizes = sizes();
    assertThat(sizes.get("access.organization")).isEqualTo(5);
    assertThat(sizes.get("directory.practitioner")).isEqualTo(25);
    assertThat(sizes.get("patients.patient")).isBetween(1990L, 2100L);
    assertThat(sizes.get("scheduling.visit")).isGreaterThan(2000);
    assertThat(texts("select distinct programme from coverage.policy")).hasSizeGreaterThan(6);
  }

  @Test
  void every_book_of_ours_has_visits_today_whatever_the_hour() throws SQLException {
    var today =
        """
        select s.name from directory.site s
         where s.book = 'ours' and s.zone is not null and s.zone_confirmed_at is not null
           and (select count(*) from scheduling.visit v
                 where v.site_id = s.id
                   and (v.starts_at at time zone s.zone)::date = (now() at time zone s.zone)::date) < 5
        """;
    assertThat(texts(today)).isEmpty();
  }

  @Test
  void nothing_leads_to_anybody_who_exists() throws SQLException {
    var fiction = "^1\\d{3}55501\\d\\d$";
    assertThat(texts("select digits from patients.phone")).allMatch(one -> one.matches(fiction));
    assertThat(texts("select e164 from directory.clinic_number"))
        .allMatch(one -> one.substring(1).matches(fiction));
    assertThat(texts("select written from patients.email union select email from access.account"))
        .allMatch(one -> one.endsWith("@example.org"));
    assertThat(texts("select npi from directory.practitioner"))
        .allMatch(Npi::isValid)
        .allMatch(one -> one.startsWith("2"))
        .doesNotHaveDuplicates();
  }

  @Test
  void there_are_people_to_be_mistaken_for_each_other() throws SQLException {
    assertThat(
            texts(
                "select name_shown from patients.patient where family = 'Reyes' and given ~ '^Ana'"))
        .contains("Ana Reyes", "Ana María Reyes")
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(texts("select patient_id from patients.phone where digits = '17185550187'"))
        .hasSize(4);
    assertThat(texts("select name from directory.site where zone_confirmed_at is null"))
        .containsExactly("Harbor Street Annex");
    assertThat(texts("select name from directory.site where book = 'theirs'")).hasSize(1);
    assertThat(texts("select words from workqueue.promise where due_at > now()")).isNotEmpty();
  }

  @Test
  void two_records_are_restricted_and_one_is_hidden_from_the_country_of_the_team()
      throws SQLException {
    assertThat(texts("select mark from access.restricted_record"))
        .containsExactlyInAnyOrder("vip", "works_at_clinic");
    assertThat(texts("select country from access.restriction")).containsExactly("PH");
  }

  @Test
  void it_is_not_mixed_into_a_home_that_holds_clinics() {
    try (var other = Node.start(TestDatabase.fresh(), Map.of())) {
      other.bean(World.class).clinic("Somebody's clinic");
      var world = other.bean(DemoWorld.class);
      assertThatThrownBy(world::ensure)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("holds clinics already");
    }
  }

  private static Map<String, Long> sizes() throws SQLException {
    var sizes = new TreeMap<String, Long>();
    var tables =
        """
        select schemaname || '.' || tablename from pg_tables
         where schemaname in ('access', 'audit', 'coverage', 'directory', 'patients', 'scheduling', 'workqueue')
           and tablename not like '%seal%'
        """;
    for (var table : texts(tables)) {
      sizes.put(table, Long.valueOf(texts("select count(*) from " + table).getFirst()));
    }
    return sizes;
  }

  private static List<String> texts(String question) throws SQLException {
    try (Connection connection = TestDatabase.superuser(address);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
