package health.malasakit.demo;

import health.malasakit.coverage.Basis;
import health.malasakit.coverage.Policies;
import health.malasakit.coverage.PolicyFacts;
import health.malasakit.coverage.Programme;
import health.malasakit.coverage.Subscriber;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.springframework.stereotype.Component;

/** Coverages of every programme, from payers that exist nowhere. */
@Component
class Cover {

  private static final long SEED = 7;

  private final Policies policies;

  Cover(Policies policies) {
    this.policies = policies;
  }

  /** Gives four in five of them a coverage, and some a second one. */
  void insure(MadeClinic clinic, List<PatientId> patients, LocalDate today) {
    var random = new Random(SEED + clinic.slug().hashCode());
    var payers = Lines.of("payers", clinic.slug());
    for (var patient : patients) {
      if (random.nextInt(5) > 0) {
        var line = payers.get(random.nextInt(payers.size()));
        policies.enter(clinic.id(), patient, facts(line, 1, random, today));
        if (line.get(1).equals("medicare")) {
          secondary(clinic.id(), patient, random, today);
        }
      }
    }
  }

  private void secondary(OrganizationId clinic, PatientId patient, Random random, LocalDate today) {
    var medigap = List.of("", "commercial", "", "Lantern Supplement", "Plan G");
    policies.enter(clinic, patient, facts(medigap, 2, random, today));
  }

  private static PolicyFacts facts(List<String> line, int place, Random random, LocalDate today) {
    var programme = Programme.valueOf(line.get(1).toUpperCase(Locale.ROOT));
    boolean selfPay = programme == Programme.SELF_PAY;
    return new PolicyFacts(
        line.get(3),
        programme,
        Optional.of(line.get(2)).filter(state -> !state.isEmpty()),
        line.get(4),
        selfPay ? "" : "DEMO%07d".formatted(random.nextInt(10_000_000)),
        selfPay ? Subscriber.UNKNOWN : Subscriber.SELF,
        "",
        place,
        Optional.of(today.withDayOfYear(1)),
        Optional.empty(),
        random.nextBoolean() ? Basis.CARD : Basis.CALLER);
  }
}
