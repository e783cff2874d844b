package health.malasakit.demo.web;

import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.demo.DemoTelephone;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which clinic a number belongs to, and who looks at its texts. */
@Component
@ConditionalOnProperty("malasakit.made-up-world")
class DemoClinics {

  private final DemoTelephone telephone;
  private final Organizations organizations;
  private final Live live;
  private final TransactionTemplate transactions;

  DemoClinics(
      DemoTelephone telephone,
      Organizations organizations,
      Live live,
      TransactionTemplate transactions) {
    this.telephone = telephone;
    this.organizations = organizations;
    this.live = live;
    this.transactions = transactions;
  }

  /** The name of the clinic that texts from a number; the number itself when it is nobody's. */
  String named(String number) {
    return telephone.lines().keySet().stream()
        .filter(line -> isSame(line, number))
        .map(telephone::clinicOf)
        .findFirst()
        .orElse(number);
  }

  /** Whoever looks at the phones sees that a text came. */
  void texted(String from) {
    telephone
        .slugOf(from)
        .flatMap(organizations::bySlug)
        .ifPresent(clinic ->
            Scopes.run(
                Scope.job(clinic, "demo-carrier"),
                () -> transactions.executeWithoutResult(status -> live.changed(topic(clinic)))));
  }

  /** What the page of the phones listens for. */
  String topics() {
    return organizations.inScope().stream()
        .map(Organization::id)
        .map(DemoClinics::topic)
        .collect(Collectors.joining(" "));
  }

  private static String topic(OrganizationId clinic) {
    return "phones/" + clinic;
  }

  static boolean isSame(String one, String other) {
    return Phone.of(one).sameLineAs(Phone.of(other));
  }
}
