package health.malasakit.advocacy;

import health.malasakit.access.Colleague;
import health.malasakit.access.People;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Practitioners;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whom a complaint names, and who of the others sees to it. */
@Component
class Receivers {

  private final People people;
  private final Practitioners practitioners;

  Receivers(People people, Practitioners practitioners) {
    this.people = people;
    this.practitioners = practitioners;
  }

  /**
   * The accounts that are named. A practitioner has no account of her own on file: whoever of the
   * clinic bears her name counts as her.
   *
   * @throws Refused invalid, code {@code complaint.about}, for whom or what the clinic does not
   *     know
   */
  Set<AccountId> named(OrganizationId clinic, About about, AccountId recorder) {
    return switch (about.what()) {
      case ME -> Set.of(recorder);
      case COLLEAGUE -> Set.of(colleague(clinic, new AccountId(about.id().orElseThrow()), "about"));
      case PRACTITIONER -> sameName(clinic, about.id().orElseThrow());
      case SITE, CLINIC, PAYER, ELSE -> Set.of();
    };
  }

  /**
   * Who sees to it: the first desk of those that stand in for each other at which somebody works
   * whom it does not name.
   */
  Desk desk(OrganizationId clinic, Desk wanted, Set<AccountId> named) {
    var all = people.of(clinic);
    return wanted.andThen().stream()
        .filter(desk -> all.stream().anyMatch(one -> works(one, desk, named)))
        .findFirst()
        .orElse(wanted);
  }

  /** Whether anybody sees to it at all. */
  boolean anybody(OrganizationId clinic, Set<AccountId> named) {
    return people.of(clinic).stream()
        .anyMatch(one -> Arrays.stream(Desk.values()).anyMatch(desk -> works(one, desk, named)));
  }

  /**
   * A person of this clinic.
   *
   * @throws Refused invalid, code {@code complaint.about}
   */
  AccountId colleague(OrganizationId clinic, AccountId account, String field) {
    return people.of(clinic).stream()
        .map(Colleague::account)
        .filter(account::equals)
        .findFirst()
        .orElseThrow(() -> Refused.invalid("complaint.about").onField(field));
  }

  private static boolean works(Colleague one, Desk desk, Set<AccountId> named) {
    return one.roles().contains(desk.role())
        && one.state() == Colleague.State.ACTIVE
        && !named.contains(one.account());
  }

  private Set<AccountId> sameName(OrganizationId clinic, UUID practitioner) {
    var id = new PractitionerId(practitioner);
    var name =
        practitioners.byIds(List.of(id)).values().stream()
            .filter(one -> one.organization().equals(clinic))
            .map(Practitioner::name)
            .findFirst()
            .orElseThrow(() -> Refused.invalid("complaint.about").onField("about"));
    var words = words(name);
    return people.of(clinic).stream()
        .filter(one -> !words(one.name()).isEmpty() && words.containsAll(words(one.name())))
        .map(Colleague::account)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The parts of a name without accents and case. */
  private static Set<String> words(String name) {
    var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return Arrays.stream(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
