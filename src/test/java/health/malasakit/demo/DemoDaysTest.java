package health.malasakit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Node;
import health.malasakit.TestDatabase;
import health.malasakit.access.Organizations;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The made-up world, made on days on which most clinics are closed. */
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

  private static DatabaseAddress address;
  private static Node node;

  @BeforeAll
  static void start() {
    address = TestDatabase.fresh();
    node = Node.start(address, Map.of("malasakit.made-up-world", true));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @AfterEach
  void empty() throws SQLException {
    try (var connection = TestDatabase.superuser(address);
        var statement = connection.createStatement()) {
      statement.execute("truncate access.organization, access.account cascade");
    }
  }

  /** A Saturday, a Sunday, Thanksgiving, and Christmas on a Friday. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-11-28", "2026-11-29", "2026-11-26", "2026-12-25"})
  void every_book_of_ours_has_visits_on(LocalDate today) throws SQLException {
    madeOn(today);

    assertThat(texts(NEARLY_EMPTY.formatted(today))).isEmpty();
  }

  /** At noon in New York, when it is the same date in all the clinics. */
  private static void madeOn(LocalDate today) {
    var clock = Clock.fixed(Instant.parse(today + "T17:00:00Z"), ZoneOffset.UTC);
    var making =
        new ClinicMaking(
            node.bean(Premises.class),
            node.bean(Doctors.class),
            node.bean(Notes.class),
            node.bean(Registering.class),
            node.bean(Books.class),
            node.bean(Given.class),
            clock);
    new DemoWorld(
            node.bean(Organizations.class),
            node.bean(TransactionTemplate.class),
            node.bean(Staff.class),
            making,
            node.bean(Looks.class))
        .ensure();
  }

  private static List<String> texts(String question) throws SQLException {
    try (var connection = TestDatabase.superuser(address);
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
