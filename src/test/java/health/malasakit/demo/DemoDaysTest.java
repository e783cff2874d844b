package health.malasakit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Node;
import health.malasakit.TestDatabase;
import health.malasakit.access.Organizations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The made-up world, made on days on which most clinics are closed. They lie far ahead, for what is
 * put up until a moment that is over is refused.
 */
@Tag("slow")
class DemoDaysTest {

  /** Books of ours with fewer than five visits on a date. */
  private static final String NEARLY_EMPTY =
      """
      select s.name || ': ' || count(v.id) from directory.site s
        left join scheduling.visit v on v.organization_id = s.organization_id and v.site_id = s.id
         and (v.starts_at at time zone s.zone)::date = date '%s'
       where s.book = 'ours' and s.zone is not null and s.zone_confirmed_at is not null
       group by s.organization_id, s.id, s.name having count(v.id) < 5
      """;

  /** Visits of the front desk's own sites that begin after a moment, on a date. */
  private static final String STILL_TO_COME =
      """
      select v.id::text from scheduling.visit v
        join access.organization o on o.organization_id = v.organization_id
       where o.slug = 'harbor-street' and v.starts_at > timestamptz '%s' and v.status = 'booked'
         and (v.starts_at at time zone 'America/New_York')::date = date '%s'
      """;

  /** Enough for every day's book; {@link DemoWorldTest} makes the whole crowd. */
  private static final int PATIENTS_OF_A_CLINIC = 120;

  private static Node node;

  /** Opened once: it is asked often, and a superuser's door is slow. */
  private static Connection above;

  /**
   * What is told of thousands of visits takes far longer than to make them, and is not asked here.
   */
  static class NothingIsTold {
    @Bean
    static BeanFactoryPostProcessor withoutTelling() {
      return beans -> ((BeanDefinitionRegistry) beans).removeBeanDefinition("tellingReactions");
    }
  }

  @BeforeAll
  static void start() throws SQLException {
    var address = TestDatabase.migrated();
    above = TestDatabase.superuser(address);
    node = Node.start(address, Map.of("malasakit.made-up-world", true), NothingIsTold.class);
  }

  @AfterAll
  static void stop() throws SQLException {
    node.close();
    above.close();
  }

  /** Once every reaction has ended, which would wait for what is emptied. */
  @AfterEach
  void empty() throws SQLException {
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofMinutes(2))
        .until(() ->
            texts("select count(*)::text from kernel.event_publication").equals(List.of("0")));
    try (var statement = above.createStatement()) {
      statement.execute("truncate access.organization, access.account cascade");
    }
  }

  /**
   * In New York: noon of Christmas on a Friday, the evening of a Sunday after the last visit, and
   * the night of a Saturday; it is the same date in all the clinics.
   */
  @ParameterizedTest
  @CsvSource({
    "2037-12-25T17:00:00Z, true",
    "2037-11-29T22:30:00Z, false",
    "2037-11-29T04:30:00Z, false",
  })
  void every_book_has_visits_and_the_front_desk_is_invited_to_what_its_day_still_holds(
      Instant now, boolean arrivals) throws SQLException {
    hasVisitsAndInvites(now, arrivals);
  }

  private static void hasVisitsAndInvites(Instant now, boolean arrivals) throws SQLException {
    var world = world(Clock.fixed(now, ZoneOffset.UTC));
    world.ensure();
    var tom =
        world.accounts().stream()
            .filter(one -> one.email().startsWith("tom"))
            .findFirst()
            .orElseThrow();

    var today = now.atZone(ZoneId.of("America/New_York")).toLocalDate();
    assertThat(texts(NEARLY_EMPTY.formatted(today))).isEmpty();
    assertThat(tom.first().contains("mark who arrives")).isEqualTo(arrivals);
    if (arrivals) {
      assertThat(texts(STILL_TO_COME.formatted(now, today))).isNotEmpty();
    } else {
      assertThat(tom.first()).contains("tomorrow");
      assertThat(texts(STILL_TO_COME.formatted(now, today.plusDays(1)))).isNotEmpty();
    }
  }

  @Test
  void on_a_holiday_its_clinics_work_not_all_day_and_say_so() throws SQLException {
    hasVisitsAndInvites(Instant.parse("2037-11-26T13:10:00Z"), true);

    assertThat(
            texts(
                """
                select distinct name || ' ' || opens || '-' || closes from directory.holiday where day = '2037-11-26'
                """))
        .containsExactly("Thanksgiving Day 09:00:00-16:00:00");
    assertThat(texts("select count(*) from directory.holiday where day = '2037-11-26'"))
        .containsExactly("5");
    assertThat(
            texts(
                """
                select distinct name from directory.holiday where opens is null and day between '2037-12-01' and '2038-01-31'
                """))
        .containsExactlyInAnyOrder("Christmas Day", "New Year's Day");
    assertThat(
            texts(
                """
                select v.id::text from scheduling.visit v join directory.clinic c using (organization_id)
                 where (v.starts_at at time zone c.zone)::date = '2037-11-26'
                   and ((v.starts_at at time zone c.zone)::time < '09:00' or (v.ends_at at time zone c.zone)::time > '16:00')
                """))
        .isEmpty();
  }

  private static DemoWorld world(Clock clock) {
    var making =
        new ClinicMaking(
            node.bean(Premises.class),
            node.bean(Doctors.class),
            node.bean(Notes.class),
            new Registering(
                node.bean(Crowd.class),
                node.bean(Characters.class),
                node.bean(Cover.class),
                node.bean(Allowing.class),
                PATIENTS_OF_A_CLINIC),
            node.bean(Books.class),
            node.bean(Given.class),
            node.bean(MadeReminders.class),
            clock);
    return new DemoWorld(
        node.bean(Organizations.class),
        node.bean(TransactionTemplate.class),
        node.bean(Staff.class),
        making,
        node.bean(Looks.class),
        node.bean(Complained.class),
        node.bean(DemoTelephone.class),
        clock);
  }

  private static List<String> texts(String question) throws SQLException {
    try (var statement = above.createStatement();
        var rows = statement.executeQuery(question)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
