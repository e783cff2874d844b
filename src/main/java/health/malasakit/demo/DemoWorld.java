package health.malasakit.demo;

import health.malasakit.access.Organizations;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Right;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The made-up world. It is made in one transaction, so that a start that is cut short leaves
 * nothing, and it is made only in a home that holds no clinic of anybody.
 */
@Component
public class DemoWorld {

  private final Organizations organizations;
  private final TransactionTemplate transactions;
  private final Staff staff;
  private final ClinicMaking making;
  private final Looks looks;
  private final Complained complained;
  private final DemoTelephone telephone;
  private final Clock clock;

  DemoWorld(
      Organizations organizations,
      TransactionTemplate transactions,
      Staff staff,
      ClinicMaking making,
      Looks looks,
      Complained complained,
      DemoTelephone telephone,
      Clock clock) {
    this.organizations = organizations;
    this.transactions = transactions;
    this.staff = staff;
    this.making = making;
    this.looks = looks;
    this.complained = complained;
    this.telephone = telephone;
    this.clock = clock;
  }

  /**
   * Makes it unless it is there.
   *
   * @return lines for the terminal: who may sign in, with what
   */
  public List<String> ensure() {
    return ensure(line -> {});
  }

  /**
   * Makes it unless it is there.
   *
   * @param progress hears what is being made
   * @return lines for the terminal: who may sign in, with what
   * @throws Refused conflict, code {@code demo.home_in_use}, when the home holds other clinics
   */
  public List<String> ensure(Consumer<String> progress) {
    var clinics = Lines.of("clinics").stream().map(MadeClinic::of).toList();
    if (organizations.bySlug(clinics.getFirst().slug()).isEmpty()) {
      requireEmptyHome();
      make(clinics, progress);
    }
    telephone.ensure(
        clinics.stream().flatMap(one -> organizations.bySlug(one.slug()).stream()).toList());
    return Stream.concat(
            Stream.of(Sentences.of("demo.welcome", Staff.PASSWORD)),
            accounts().stream().map(DemoAccount::line))
        .toList();
  }

  /** Who may sign in, the first one first. */
  public List<DemoAccount> accounts() {
    return Staff.listed(clock.instant());
  }

  private void requireEmptyHome() {
    if (!organizations.allIds().isEmpty()) {
      throw Refused.conflict("demo.home_in_use");
    }
  }

  private void make(List<MadeClinic> clinics, Consumer<String> progress) {
    var people = Staff.people();
    Scopes.run(
        scope(clinics, people),
        () ->
            transactions.executeWithoutResult(status -> {
              progress.accept(Sentences.of("demo.making"));
              people.forEach(staff::add);
              var records = new HashMap<MadeClinic, Map<String, PatientId>>();
              clinics.forEach(clinic -> records.put(clinic, making.make(clinic, people, progress)));
              people.forEach(person -> staff.admit(person, clinics));
              records.forEach((clinic, known) -> looks.into(clinic, known, people));
              records.forEach((clinic, known) -> complained.of(clinic, known, people));
            }));
  }

  /** As the administrator, in all clinics at once; the rights of roles are the screens' matter. */
  private static Scope scope(List<MadeClinic> clinics, List<Staff.Person> people) {
    var administrator = people.getLast();
    Map<OrganizationId, Set<Right>> everywhere =
        clinics.stream().collect(Collectors.toMap(MadeClinic::id, clinic -> Set.<Right>of()));
    return new Scope(
        new Scope.Actor.Person(administrator.id()),
        administrator.country(),
        administrator.zone(),
        everywhere,
        "made-up world");
  }
}
