package health.malasakit.bench;

import health.malasakit.Node;
import health.malasakit.access.Organization;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.CarriedPatients;
import health.malasakit.patients.FactSource;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.PatientName;
import health.malasakit.patients.PersonFacts;
import health.malasakit.postgres.DatabaseAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.datafaker.Faker;

/** The made-up world of the bench: written by the owner with set-based SQL, found again later. */
final class BenchWorld {

  private static final int NAMES = 1_000;
  private static final List<String> ENDINGS = List.of("", "son", "ez", "ski", "berg", "ova", "man");

  /** Somebody to look for. */
  record Person(OrganizationId clinic, UUID id, String family, String given, String born) {}

  private final DatabaseAddress address;
  private final BenchSize size;

  BenchWorld(DatabaseAddress address, BenchSize size) {
    this.address = address;
    this.size = size;
  }

  Connection owner() throws SQLException {
    return DriverManager.getConnection(
        address.url(), address.owner().name(), address.owner().password());
  }

  static UUID id(String kind, int clinic, int number) {
    var text = kind + "-" + clinic + "-" + number;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  static Organization clinic(int clinic) {
    var id = new OrganizationId(id("clinic", clinic, 0));
    return new Organization(id, "bench-" + clinic, "Bench Clinic " + clinic, "NY");
  }

  /** Makes it unless it is there; gives the date of its fullest day. */
  LocalDate ensure(Node node) throws SQLException {
    try (var owner = owner()) {
      run(owner, "create schema if not exists bench");
      run(owner, "create table if not exists bench.made (today date not null)");
      if (texts(owner, "select today from bench.made").isEmpty()) {
        System.err.println("Making the world of the bench, once ...");
        clinics(owner);
        names(node);
        for (int clinic = 1; clinic <= size.clinics(); clinic++) {
          patients(owner, clinic);
          visits(owner, clinic);
        }
        run(owner, "analyze");
        run(owner, "insert into bench.made values (date (now() at time zone 'America/New_York'))");
      }
      return LocalDate.parse(texts(owner, "select today from bench.made").getFirst());
    }
  }

  private void clinics(Connection owner) throws SQLException {
    for (int clinic = 1; clinic <= size.clinics(); clinic++) {
      var org = "'" + clinic(clinic).id() + "'";
      run(
          owner,
          "insert into access.organization values (%s, 'bench-%d', 'Bench Clinic %d', 'NY', now())",
          org,
          clinic,
          clinic);
      run(
          owner,
          "insert into directory.site (organization_id, id, name, book, zone, zone_confirmed_at, source)"
              + " values (%s, '%s', 'Bench', 'ours', 'America/New_York', now(), 'typed')",
          org,
          id("site", clinic, 0));
      run(
          owner,
          "insert into directory.visit_type (organization_id, id, name, minutes, modality)"
              + " values (%s, '%s', 'Visit', 20, 'in_person')",
          org,
          id("type", clinic, 0));
      for (int one = 0; one < BenchSize.PRACTITIONERS_EACH; one++) {
        practitioner(owner, clinic, one);
      }
    }
  }

  private static void practitioner(Connection owner, int clinic, int one) throws SQLException {
    var org = clinic(clinic).id();
    var id = id("practitioner", clinic, one);
    run(
        owner,
        "insert into directory.practitioner (organization_id, id, family, given, npi_verified, source)"
            + " values ('%s', '%s', 'Bench %d', 'Doctor', false, 'typed')",
        org,
        id,
        one);
    run(
        owner,
        "insert into directory.practitioner_role (organization_id, practitioner_id, site_id, source)"
            + " values ('%s', '%s', '%s', 'typed')",
        org,
        id,
        id("site", clinic, 0));
    for (int day = 1; day <= 7; day++) {
      var session = id("session" + one, clinic, day);
      run(
          owner,
          "insert into scheduling.session (organization_id, id, practitioner_id, site_id, weekday, opens, closes,"
              + " effective_from, created_at) values ('%s', '%s', '%s', '%s', %d, '00:00', '23:40', '2020-01-01', now())",
          org,
          session,
          id,
          id("site", clinic, 0),
          day);
      run(
          owner,
          "insert into scheduling.session_visit_type values ('%s', '%s', '%s')",
          org,
          session,
          id("type", clinic, 0));
    }
  }

  /**
   * Registers one patient per name the usual way, for the keys of names; the rest follow in SQL.
   */
  private void names(Node node) throws SQLException {
    var faker = new Faker(Locale.US, new Random(5));
    var families = distinct(() -> faker.name().lastName() + ENDINGS.get(faker.random().nextInt(7)));
    var givens = distinct(() -> faker.name().firstName());
    var people = new ArrayList<NewPatient>();
    for (int i = 0; i < Math.min(families.size(), givens.size()); i++) {
      var facts = PersonFacts.named(PatientName.official(givens.get(i), families.get(i)));
      people.add(new NewPatient(facts, List.of(), "", Optional.empty(), FactSource.PERSON));
    }
    var first = clinic(1).id();
    Scopes.run(
        Scope.job(first, "bench"), () -> node.bean(CarriedPatients.class).register(first, people));
    try (var owner = owner()) {
      run(
          owner,
          "create table if not exists bench.name as select row_number() over (order by patient_id) - 1 as n,"
              + " family, given, family_folded, given_folded from patients.patient_name where organization_id = '%s'",
          first);
      run(owner, "alter table bench.name add primary key (n)");
      run(
          owner,
          "insert into patients.name_part select o.organization_id, p.key, p.part from patients.name_part p"
              + " cross join access.organization o on conflict do nothing");
      run(owner, "analyze bench.name");
    }
  }

  private static List<String> distinct(java.util.function.Supplier<String> names) {
    Set<String> found = new LinkedHashSet<>();
    for (int tries = 0; found.size() < NAMES && tries < 200_000; tries++) {
      var name = names.get();
      if (name.chars().allMatch(Character::isLetter)) {
        found.add(name);
      }
    }
    return List.copyOf(found);
  }

  private void patients(Connection owner, int clinic) throws SQLException {
    var org = clinic(clinic).id();
    run(
        owner,
        "create temporary table if not exists person (id uuid, k int, family text, given text, ff text, gf text, born date)");
    run(owner, "truncate person");
    run(
        owner,
        """
        insert into person
        select md5('patient-' || %d || '-' || k)::uuid, k, f.family, g.given, f.family_folded, g.given_folded,
               date '1930-01-01' + (abs(hashint4(k * 7 + %d)::bigint) %% 33000)::int
          from generate_series(0, %d) k
          join bench.name f on f.n = abs(hashint4(k + %d * 100003)::bigint) %% (select count(*) from bench.name)
          join bench.name g on g.n = abs(hashint4(k * 3 + %d * 7919)::bigint) %% (select count(*) from bench.name)
        """,
        clinic,
        clinic,
        size.patientsEach() - 1,
        clinic,
        clinic);
    run(
        owner,
        "insert into patients.patient (organization_id, patient_id, name_shown, family, given, birth_date, registered_at)"
            + " select '%s', id, given || ' ' || family, family, given, born, now() from person",
        org);
    run(
        owner,
        "insert into patients.patient_name (organization_id, name_id, patient_id, use, family, given, family_folded, given_folded)"
            + " select '%s', md5('n' || id)::uuid, id, 'official', family, given, ff, gf from person",
        org);
    run(owner, "insert into patients.search_name select '%s', id, ff, gf, born from person", org);
    run(
        owner,
        "insert into patients.phone (organization_id, phone_id, patient_id, use, written, digits, last_ten, valid)"
            + " select '%s', md5('t' || id)::uuid, id, 'mobile', '(212) 555-01' || lpad((k %% 100)::text, 2, '0'),"
            + " '121255501' || lpad((k %% 100)::text, 2, '0'), '21255501' || lpad((k %% 100)::text, 2, '0'), true from person",
        org);
  }

  /** Full days up to and with today: each practitioner sees another patient every 20 minutes. */
  private void visits(Connection owner, int clinic) throws SQLException {
    var org = clinic(clinic).id();
    run(
        owner,
        "create temporary table if not exists slot (id uuid, patient uuid, practitioner uuid, local timestamp, past boolean)");
    run(owner, "truncate slot");
    for (int one = 0; one < BenchSize.PRACTITIONERS_EACH; one++) {
      run(
          owner,
          """
          insert into slot
          select md5('visit-' || %1$d || '-' || %2$d || '-' || s)::uuid,
                 md5('patient-' || %1$d || '-' || ((s * 10 + %2$d) %% %3$d))::uuid, '%4$s',
                 date (now() at time zone 'America/New_York') - s / 24 + time '08:00' + (s %% 24) * interval '20 minutes', s >= 24
            from generate_series(0, %5$d) s
          """,
          clinic,
          one,
          size.patientsEach(),
          id("practitioner", clinic, one),
          24 * size.daysBehind() - 1);
    }
    run(
        owner,
        """
        insert into scheduling.visit (organization_id, id, patient_id, site_id, practitioner_id, visit_type_id, local_start, zone,
          fold, zone_data, starts_at, ends_at, status, done_at, origin, version, booked_at)
        select '%s', id, patient, '%s', practitioner, '%s', local, 'America/New_York', 'earlier', 'bench',
          local at time zone 'America/New_York', local at time zone 'America/New_York' + interval '20 minutes',
          case when past then 'done' else 'booked' end, case when past then now() end, 'here', 1, now() from slot
        """,
        org,
        id("site", clinic, 0),
        id("type", clinic, 0));
    for (var kind : List.of("patient", "practitioner")) {
      run(
          owner,
          """
          insert into scheduling.occupancy (organization_id, kind, resource_id, starts_at, ends_at, state, holder_id, beside)
          select '%s', '%s', %s, local at time zone 'America/New_York',
            local at time zone 'America/New_York' + interval '20 minutes', 'booked', id, id from slot
          """,
          org,
          kind,
          kind);
    }
  }

  /** Some patients of these clinics, the same for every run. */
  List<Person> some(int clinic, int count) throws SQLException {
    try (var owner = owner();
        var rows =
            owner
                .createStatement()
                .executeQuery(
                    "select patient_id, family, given, birth_date from patients.patient where organization_id = '"
                        + clinic(clinic).id()
                        + "' and birth_date is not null order by md5(patient_id::text) limit "
                        + count)) {
      var people = new ArrayList<Person>();
      while (rows.next()) {
        people.add(
            new Person(
                clinic(clinic).id(),
                rows.getObject(1, UUID.class),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4)));
      }
      return people;
    }
  }

  static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(values.length == 0 ? sql : sql.formatted(values));
    }
  }

  static List<String> texts(Connection connection, String question) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
