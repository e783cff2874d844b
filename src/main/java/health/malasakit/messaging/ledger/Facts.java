package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what has to be known of lines at the moment of sending, in few questions. */
@Component
class Facts {

  private final Recipients recipients;
  private final VisitsTold visits;
  private final Rules rules;

  Facts(Recipients recipients, VisitsTold visits, Rules rules) {
    this.recipients = recipients;
    this.visits = visits;
    this.rules = rules;
  }

  /** Whether anything goes out of the clinic at all. */
  boolean sends(OrganizationId clinic) {
    return rules.of(clinic).sends();
  }

  List<Decisions.Known> of(OrganizationId clinic, List<Entry> lines) {
    var who = recipients.of(clinic, lines.stream().map(Entry::patient).distinct().toList());
    var told = visits.of(clinic, lines.stream().map(Entry::visit).distinct().toList());
    var rule = rules.of(clinic).rule();
    return lines.stream()
        .map(line ->
            new Decisions.Known(line, who.get(line.patient()), told.get(line.visit()), rule))
        .toList();
  }
}
