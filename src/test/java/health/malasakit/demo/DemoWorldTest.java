package health.malasakit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.Node;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.access.Accounts;
import health.malasakit.access.Organizations;
import health.malasakit.access.SignedIn;
import health.malasakit.access.records.BreakGlass;
import health.malasakit.audit.AuditLines;
import health.malasakit.kernel.Npi;
import health.malasakit.kernel.Scopes;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The made-up world on a database of its own, looked at from above all policies. */
@Tag("slow")
class DemoWorldTest {

  private static DatabaseAddress address;
  private static Node node;
  private static List<String> said;

  /** Opened once: {@link #sizes} asks a hundred questions, and a superuser's door is slow. */
  private static Connection above;

  @BeforeAll
  static void make() throws SQLException {
    address = TestDatabase.migrated();
    above = TestDatabase.superuser(address);
    node = Node.start(address, Map.of("malasakit.made-up-world", true));
    said = node.bean(DemoWorld.class).ensure();
  }

  @AfterAll
  static void stop() throws SQLException {
    node.close();
    above.close();
  }

  @Test
  void made_twice_changes_nothing() throws SQLException {
    var before = sizes();
    var again = node.bean(DemoWorld.class).ensure();
    assertThat(sizes()).isEqualTo(before);
    assertThat(again).isEqualTo(said);
  }

  @Test
  void its_telephone_leaves_a_voicemail_with_sound_at_the_door_of_a_real_one() throws SQLException {
    var phone = Client.on(node.port());
    var line = node.bean(DemoTelephone.class).lines().keySet().iterator().next();
    phone.post("/demo/telephone", Map.of("to", line));
    var page = phone.get("/demo/telephone").body();
    var id = page.substring(page.indexOf("demo-", page.indexOf("<article"))).split("\"", 2)[0];

    phone.post("/demo/telephone/" + id, Map.of("event", "voicemail"));

    assertThat(phone.get("/demo/telephone").body())
        .contains("POST /api/calls/" + id + "/voicemail", "audio/wav, ");
    assertThat(
            texts(
                "select encode(substring(audio from 1 for 4), 'escape') from inquiries.voicemail"))
        .containsExactly("RIFF");
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
  void each_clinic_writes_under_its_neutral_name() throws SQLException {
    assertThat(texts("select name || ' ' || address || ' ' || reply from messaging.mail_sender"))
        .hasSize(5)
        .contains(
            "Plumeria Medical Offices visits@plumeria.example.org front-desk@plumeria.example.org");
  }

  @Test
  void visits_reach_ten_weeks_ahead() throws SQLException {
    for (int week = 0; week < 10; week++) {
      var inThatWeek =
          "select count(*) from scheduling.visit where starts_at between now() + interval '%d weeks' and now() + interval '%d weeks'";
      var visits = Long.parseLong(texts(inThatWeek.formatted(week, week + 1)).getFirst());
      assertThat(visits).as("week %d", week + 1).isGreaterThan(20);
    }
  }

  @Test
  void nothing_about_a_patient_was_done_by_an_administrator() throws SQLException {
    assertThat(
            texts(
                "select distinct email from coverage.policy join access.account a on a.id = read_by"))
        .containsExactly("denise@example.org");
    assertThat(
            texts(
                """
                select distinct act from audit.line join access.account a on a.id = account_id
                 where a.email = 'sam@example.org' and patient_id is not null
                """))
        .isEmpty();
  }

  @Test
  void the_privacy_officer_finds_a_look_without_an_item_and_one_through_the_glass() {
    var helen = node.bean(Accounts.class).findByEmail("helen@example.org").orElseThrow();
    var signedIn =
        new SignedIn(helen.id().value(), helen.country(), helen.zone().getId(), Instant.now());
    var saguaro = node.bean(Organizations.class).bySlug("saguaro").orElseThrow();
    Scopes.run(
        node.bean(World.class).scopeOf(signedIn),
        () -> {
          var since = Instant.now().minus(Duration.ofDays(1));
          var review =
              node.bean(AuditLines.class)
                  .review(saguaro, since, AuditLines.endOf(Instant.now().plusSeconds(60)));
          assertThat(review.read()).isEqualTo(2);
          assertThat(review.by())
              .filteredOn(concern -> concern.code().equals("no_reason"))
              .singleElement()
              .satisfies(concern -> assertThat(concern.lines()).hasSize(1));
          assertThat(node.bean(BreakGlass.class).toReview(saguaro)).hasSize(1);
        });
  }

  @Test
  void one_complaint_waits_for_a_supervisor_and_one_was_solved_at_once() throws SQLException {
    assertThat(texts("select state || ' ' || goes_to from advocacy.complaint order by 1"))
        .containsExactly("logged supervisor", "open supervisor");
  }

  @Test
  void patients_were_asked_how_they_may_be_reached() throws SQLException {
    assertThat(texts("select answer from messaging.consent"))
        .hasSizeGreaterThan(500)
        .contains("given", "refused", "revoked");
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
  void its_telephone_rings_through_the_door_and_shows_what_was_sent_and_answered() {
    var phone = Client.on(node.port());
    var ring = Map.of("from", "(917) 555-0182", "to", "(212) 555-0100", "language", "es");
    assertThat(phone.get("/demo/telephone").body()).contains("Ana Reyes", "Harbor Street");

    assertThat(phone.post("/demo/telephone", ring).location()).isEqualTo("/demo/telephone");
    var rings = phone.get("/demo/telephone").body();
    var call = rings.replaceAll("(?s).*?action=\"(/demo/telephone/demo-[^\"]+)\".*", "$1");
    assertThat(rings).contains("POST /api/calls<", "(917) 555-0182", ">201<", "Rings");
    phone.post(call, Map.of("event", "answered", "extension", "201"));

    var luz = node.bean(Accounts.class).findByEmail("luz@example.org").orElseThrow();
    var now = Instant.now();
    var cookie =
        node.bean(World.class)
            .cookieOf(new SignedIn(luz.id().value(), luz.country(), luz.zone().getId(), now));
    assertThat(Client.on(node.port()).as(cookie).get("/calls/strip").body())
        .contains("data-opens=\"/calls/");
    phone.post(call, Map.of("event", "ended"));
    assertThat(phone.get("/demo/telephone").body()).contains(">202<", "Over");
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
