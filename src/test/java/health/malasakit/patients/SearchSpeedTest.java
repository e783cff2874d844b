package health.malasakit.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import health.malasakit.MalasakitTest;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.search.PatientSearches;
import health.malasakit.patients.search.SearchResult;
import health.malasakit.patients.search.SearchWords;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How quick a search over fifty clinics is, policies on. Made only when asked, with {@code
 * -Dmalasakit.search.people=200000}; prints its figures.
 */
@MalasakitTest
class SearchSpeedTest {

  private static final int PEOPLE = Integer.getInteger("malasakit.search.people", 0);
  private static final int CLINICS = 50;
  private static final int BATCH = 1000;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String[] SYLLABLES =
      "ma ri el an ka lo ne sa to vi be do ra mi ju lin ter son cas gar fer mon dez wil har ber ste"
          .split(" ", -1);

  private static final String ADD_PATIENTS =
      """
      insert into patients.patient (organization_id, patient_id, name_shown, family, given, birth_date, registered_at)
      select :organization, p.id, p.given || ' ' || p.family, p.family, p.given, cast(p.birth as date), now()
        from unnest(cast(:ids as uuid[]), cast(:families as text[]), cast(:givens as text[]), cast(:births as text[]))
             as p (id, family, given, birth)
      """;

  private final World world;
  private final NameStore names;
  private final ContactStore contacts;
  private final PatientSearches searches;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Random random = new Random(7);
  private final List<String> families = words(3000);
  private final List<String> givens = words(1500);

  SearchSpeedTest(
      World world,
      NameStore names,
      ContactStore contacts,
      PatientSearches searches,
      JdbcClient jdbc,
      TransactionTemplate transactions) {
    this.world = world;
    this.names = names;
    this.contacts = contacts;
    this.searches = searches;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  void a_search_over_fifty_clinics_stays_quick_and_reads_no_table_from_end_to_end()
      throws SQLException {
    assumeTrue(PEOPLE > 0, "skipped: asked for with -Dmalasakit.search.people=200000");
    List<Organization> clinics =
        IntStream.range(0, CLINICS).mapToObj(n -> world.clinic("Clinic " + n)).toList();
    List<Person> sample = new ArrayList<>();
    for (Organization clinic : clinics) {
      sample.addAll(fill(clinic.id()).subList(0, 4));
    }
    superuser("analyze");
    long before = sequentialScans();
    SignedIn person = world.person(Role.SCHEDULER, clinics.toArray(Organization[]::new));

    report(person, sample, "name and birth date", one -> name(one) + " " + born(one));
    report(
        person,
        sample,
        "beginning and birth date",
        one -> family(one).substring(0, 3) + " " + born(one));
    report(person, sample, "whole name", SearchSpeedTest::name);
    report(person, sample, "family name alone", SearchSpeedTest::family);
    report(person, sample, "typo, no birth date", one -> typo(family(one)) + " " + given(one));
    report(person, sample, "phone", one -> one.facts().phones().getFirst().phone().written());
    assertThat(sequentialScans() - before).as("scans from end to end").isZero();
  }

  private List<Person> fill(OrganizationId clinic) {
    var all = new ArrayList<Person>();
    Scopes.run(
        Scope.job(clinic, "fill"),
        () -> {
          for (int made = 0; made < PEOPLE / CLINICS; made += BATCH) {
            List<Person> batch = IntStream.range(0, BATCH).mapToObj(n -> someone()).toList();
            transactions.executeWithoutResult(status -> add(clinic, batch));
            all.addAll(batch);
          }
        });
    return all;
  }

  private void add(OrganizationId clinic, List<Person> batch) {
    jdbc.sql(ADD_PATIENTS)
        .param("organization", clinic.value())
        .param("ids", batch.stream().map(one -> one.id().value()).toArray(UUID[]::new))
        .param("families", batch.stream().map(SearchSpeedTest::family).toArray(String[]::new))
        .param("givens", batch.stream().map(SearchSpeedTest::given).toArray(String[]::new))
        .param("births", batch.stream().map(SearchSpeedTest::born).toArray(String[]::new))
        .update();
    names.add(clinic, batch);
    contacts.add(clinic, batch);
  }

  private void report(
      SignedIn person, List<Person> sample, String what, Function<Person, String> said) {
    long[] micros = new long[sample.size()];
    int recalled = 0;
    for (int round = 0; round < sample.size(); round++) {
      Person one = sample.get(round);
      var words = SearchWords.read(said.apply(one), TODAY);
      long from = System.nanoTime();
      SearchResult result = Scopes.call(world.scopeOf(person), () -> searches.search(words));
      micros[round] = (System.nanoTime() - from) / 1000;
      recalled +=
          result.found().stream().anyMatch(found -> found.card().id().equals(one.id())) ? 1 : 0;
    }
    Arrays.sort(micros);
    System.out.printf(
        "search over %d people, %d clinics, %s: p50 %.1f ms, p99 %.1f ms, in the ten shown %.2f%n",
        PEOPLE,
        CLINICS,
        what,
        micros[micros.length / 2] / 1000.0,
        micros[micros.length * 99 / 100] / 1000.0,
        (double) recalled / sample.size());
  }

  private Person someone() {
    var born = LocalDate.of(1935, 1, 1).plusDays(random.nextInt(32000));
    var facts =
        PatientSamples.person(drawn(givens), drawn(families), born)
            .edit()
            .phones(
                List.of(
                    PatientSamples.mobile(
                        "(%d) 555-%04d"
                            .formatted(201 + random.nextInt(700), random.nextInt(10000)))))
            .done();
    return new Person(PatientId.next(), facts);
  }

  /** Few names are common and many are rare. */
  private String drawn(List<String> words) {
    return words.get((int) (Math.pow(random.nextDouble(), 3) * words.size()));
  }

  private List<String> words(int count) {
    return IntStream.range(0, count)
        .mapToObj(n ->
            IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(part -> SYLLABLES[random.nextInt(SYLLABLES.length)])
                .reduce("", String::concat))
        .toList();
  }

  private String typo(String word) {
    int at = 1 + random.nextInt(word.length() - 1);
    return word.substring(0, at) + word.substring(Math.min(at + 1, word.length()));
  }

  private static String name(Person one) {
    return given(one) + " " + family(one);
  }

  private static String given(Person one) {
    return one.facts().mainName().given();
  }

  private static String family(Person one) {
    return one.facts().mainName().family();
  }

  private static String born(Person one) {
    return one.facts().birthDate().orElseThrow().toString();
  }

  private static long sequentialScans() throws SQLException {
    try (Connection admin = TestDatabase.superuser(TestDatabase.address());
        var statement = admin.createStatement();
        var row =
            statement.executeQuery(
                "select sum(seq_scan) from pg_stat_user_tables where schemaname = 'patients'")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void superuser(String sql) throws SQLException {
    try (Connection admin = TestDatabase.superuser(TestDatabase.address());
        var statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }
}
