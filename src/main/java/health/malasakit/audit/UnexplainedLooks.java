package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Records opened without a call, an item or a visit of that patient within a day. */
@Component
class UnexplainedLooks implements Concern {

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

  @Override
  public Set<UUID> among(OrganizationId organization, List<Look> looks) {
    var explained =
        reasons.stream()
            .flatMap(reason -> reason.explained(organization, looks).stream())
            .collect(Collectors.toSet());
    return looks.stream()
        .map(Look::line)
        .filter(line -> !explained.contains(line))
        .collect(Collectors.toSet());
  }
}
