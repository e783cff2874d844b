package health.malasakit.bench;

import health.malasakit.Node;
import health.malasakit.access.Organization;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.postgres.DatabaseAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The made-up world of the bench, kept in its home and found again by later runs, after newer
 * migrations too. A clinic is written in one transaction: a build that was stopped goes on with the
 * next clinic.
 */
final class BenchWorld {

  /** Somebody to look for. */
  record Person(OrganizationId clinic, UUID id, String family, String given, String born) {}

  private final DatabaseAddress address;
  private final BenchSize size;

  BenchWorld(DatabaseAddress address, BenchSize size) {
    this.address = address;
    this.size = size;
  }

  Connection owner() throws SQLException {
    return Sql.owner(address);
  }

  static UUID id(String kind, int clinic, int number) {
    var text = kind + "-" + clinic + "-" + number;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  static Organization clinic(int clinic) {
    var id = new OrganizationId(id("clinic", clinic, 0));
    return new Organization(id, "bench-" + clinic, "Bench Clinic " + clinic, "NY");
  }

  /** Makes what is not there yet; gives the date of its fullest day. */
  LocalDate ensure(Node node) throws SQLException {
    var begin = Instant.now();
    try (var owner = owner()) {
      begun(owner);
      var made = Set.copyOf(Sql.texts(owner, "select clinic from bench.made_clinic"));
      if (made.size() < size.clinics()) {
        System.err.printf(
            "Making the world of the bench, once: %,d patients, %,d visits, %d clinics ...%n",
            size.clinics() * size.patientsEach(), size.visits(), size.clinics());
        BenchNames.ensure(owner, node, size);
        for (int clinic = 1; clinic <= size.clinics(); clinic++) {
          if (!made.contains(String.valueOf(clinic))) {
            clinic(owner, clinic);
            System.err.printf(
                "  clinic %d of %d, %d s%n", clinic, size.clinics(), secondsSince(begin));
          }
        }
        owner.setAutoCommit(true);
        Sql.run(owner, "vacuum analyze");
        System.err.printf("The world is made, %d s%n", secondsSince(begin));
      }
      return LocalDate.parse(Sql.texts(owner, "select today from bench.made").getFirst());
    }
  }

  /** The day on which the building began is the fullest day of all clinics. */
  private static void begun(Connection owner) throws SQLException {
    Sql.run(owner, "create schema if not exists bench");
    Sql.run(owner, "create table if not exists bench.made (today date primary key)");
    Sql.run(owner, "create table if not exists bench.made_clinic (clinic int primary key)");
    Sql.run(
        owner,
        "insert into bench.made select date (now() at time zone 'America/New_York')"
            + " where not exists (select from bench.made)");
  }

  private void clinic(Connection owner, int clinic) throws SQLException {
    owner.setAutoCommit(false);
    if (clinic > 1) {
      BenchClinic.organization(owner, clinic);
    }
    BenchClinic.premises(owner, clinic);
    BenchNames.parts(owner, clinic);
    BenchPeople.patients(owner, clinic, size);
    BenchPeople.visits(owner, clinic, size);
    Sql.run(owner, "insert into bench.made_clinic values (%d)", clinic);
    owner.commit();
  }

  private static long secondsSince(Instant begin) {
    return Duration.between(begin, Instant.now()).toSeconds();
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
}
