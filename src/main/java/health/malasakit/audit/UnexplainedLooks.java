package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Records opened without a call, an item or a visit of that patient within a day. */
@Component
class UnexplainedLooks implements Concern {

  private static final Duration WITHIN = Duration.ofDays(1);

  private final ObjectProvider<WorkReason> reasons;

  UnexplainedLooks(ObjectProvider<WorkReason> reasons) {
    this.reasons = reasons;
  }

  @Override
  public String code() {
    return "no_reason";
  }

  @Override
  public int order() {
    return 1;
  }

  /** Asked hour by hour, so that "within a day" is exact to the hour and the questions are few. */
  @Override
  public Set<UUID> among(OrganizationId organization, List<Look> looks) {
    var hours =
        looks.stream()
            .collect(
                Collectors.groupingBy(
                    look -> look.at().truncatedTo(ChronoUnit.HOURS),
                    TreeMap::new,
                    Collectors.toList()));
    var unexplained = new HashSet<UUID>();
    hours.forEach((hour, these) -> {
      var explained = explained(organization, hour, these);
      these.stream()
          .filter(look -> !explained.contains(look.patient()))
          .forEach(look -> unexplained.add(look.line()));
    });
    return unexplained;
  }

  private Set<PatientId> explained(OrganizationId organization, Instant hour, List<Look> looks) {
    var patients = looks.stream().map(Look::patient).collect(Collectors.toSet());
    var from = hour.minus(WITHIN);
    var to = hour.plus(1, ChronoUnit.HOURS).plus(WITHIN);
    return reasons.stream()
        .flatMap(reason -> reason.hadReason(organization, patients, from, to).stream())
        .collect(Collectors.toSet());
  }
}
