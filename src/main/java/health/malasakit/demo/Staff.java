package health.malasakit.demo;

import health.malasakit.access.Account;
import health.malasakit.access.Accounts;
import health.malasakit.access.Membership;
import health.malasakit.access.Organizations;
import health.malasakit.access.Role;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may sign in to the made-up world. */
@Component
class Staff {

  /** The same for all: there is nothing behind it that exists. */
  static final String PASSWORD = "salamat po, demo";

  private final Accounts accounts;
  private final Organizations organizations;

  Staff(Accounts accounts, Organizations organizations) {
    this.accounts = accounts;
    this.organizations = organizations;
  }

  /** Somebody of the list with the id she will have. */
  record Person(AccountId id, List<String> line) {

    boolean worksFor(String slug) {
      return line.get(5).equals("all") || Lines.parts(line.get(5)).contains(slug);
    }

    /** As she acts in what the transaction of the making already carries. */
    Scope acting() {
      var making = Scopes.current();
      return new Scope(
          new Scope.Actor.Person(id), country(), zone(), making.rights(), making.task());
    }

    String country() {
      return line.get(2);
    }

    ZoneId zone() {
      return ZoneId.of(line.get(3));
    }
  }

  static List<Person> people() {
    return Lines.of("people").stream().map(line -> new Person(AccountId.next(), line)).toList();
  }

  static Person called(List<Person> people, String given) {
    return people.stream()
        .filter(one -> one.line().getFirst().startsWith(given + " "))
        .findFirst()
        .orElseThrow();
  }

  static List<DemoAccount> listed(Instant now) {
    return Lines.of("people").stream()
        .map(line ->
            new DemoAccount(line.get(0), line.get(1), PASSWORD, line.get(6), first(line, now)))
        .toList();
  }

  /** What to click first, which fits the hour at her place. */
  private static String first(List<String> line, Instant now) {
    if (line.size() < 10) {
      return line.get(7);
    }
    var there = now.atZone(ZoneId.of(line.get(3))).toLocalTime();
    var hours = Lines.parts(line.get(8)).stream().map(LocalTime::parse).toList();
    var fits = !there.isBefore(hours.getFirst()) && there.isBefore(hours.getLast());
    return fits ? line.get(7) : line.get(9);
  }

  void add(Person person) {
    accounts.addForDemonstration(
        new Account(
            person.id(),
            person.line().get(1),
            person.line().getFirst(),
            person.country(),
            person.zone()),
        PASSWORD);
  }

  void admit(Person person, List<MadeClinic> clinics) {
    for (var clinic : clinics) {
      if (person.worksFor(clinic.slug())) {
        Lines.parts(person.line().get(4)).stream()
            .map(role -> new Membership(clinic.id(), person.id(), Role.of(role)))
            .forEach(organizations::admit);
      }
    }
  }
}
