package health.malasakit.bench;

import health.malasakit.Node;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.CarriedPatients;
import health.malasakit.patients.FactSource;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import net.datafaker.Faker;

/**
 * Family and given names. One patient of the first clinic has each, registered as files are, so
 * that folded names and the keys of typos are the application's own.
 */
final class BenchNames {

  private static final List<String> ENDINGS = List.of("", "son", "ez", "ski", "berg", "ova", "man");

  private BenchNames() {}

  static void ensure(Connection owner, Node node, BenchSize size) throws SQLException {
    if (!Sql.texts(owner, "select 1 where to_regclass('bench.name') is not null").isEmpty()) {
      return;
    }
    BenchClinic.organization(owner, 1);
    var first = BenchWorld.clinic(1).id();
    if (Sql.texts(owner, "select 1 from patients.patient limit 1").isEmpty()) {
      Scopes.run(
          Scope.job(first, "bench"),
          () -> node.bean(CarriedPatients.class).register(first, people(size.names())));
    }
    Sql.run(
        owner,
        "create table bench.name as select row_number() over (order by patient_id) - 1 as n,"
            + " family, given, family_folded, given_folded from patients.patient_name where organization_id = '%s'",
        first);
    Sql.run(owner, "alter table bench.name add primary key (n)");
    Sql.run(owner, "analyze bench.name");
  }

  /** The keys under which a clinic's names are found when mistyped. */
  static void parts(Connection owner, int clinic) throws SQLException {
    Sql.run(
        owner,
        "insert into patients.name_part select '%s', key, part from patients.name_part"
            + " where organization_id = '%s' on conflict do nothing",
        BenchWorld.clinic(clinic).id(),
        BenchWorld.clinic(1).id());
  }

  private static List<NewPatient> people(int count) {
    var faker = new Faker(Locale.US, new Random(5));
    var families =
        distinct(count, () -> faker.name().lastName() + ENDINGS.get(faker.random().nextInt(7)));
    var givens = distinct(count, () -> faker.name().firstName());
    var people = new ArrayList<NewPatient>();
    for (int i = 0; i < Math.min(families.size(), givens.size()); i++) {
      var facts = PersonFacts.named(PatientName.official(givens.get(i), families.get(i)));
      people.add(new NewPatient(facts, List.of(), "", Optional.empty(), FactSource.PERSON));
    }
    return people;
  }

  private static List<String> distinct(int count, Supplier<String> names) {
    Set<String> found = new LinkedHashSet<>();
    for (int tries = 0; found.size() < count && tries < 200_000; tries++) {
      var name = names.get();
      if (name.chars().allMatch(Character::isLetter)) {
        found.add(name);
      }
    }
    return List.copyOf(found);
  }
}
