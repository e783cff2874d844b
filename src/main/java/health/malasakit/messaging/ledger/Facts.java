package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.Attestation;
import health.malasakit.messaging.Attestations;
import health.malasakit.messaging.Channel;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what has to be known of lines at the moment of sending, in few questions. */
@Component
class Facts {

  private final Recipients recipients;
  private final VisitsTold visits;
  private final Rules rules;
  private final Senders senders;
  private final List<Outward> outward;
  private final Attestations attestations;
  private final Grounds grounds;
  private final Clock clock;

  Facts(
      Recipients recipients,
      VisitsTold visits,
      Rules rules,
      Senders senders,
      List<Outward> outward,
      Attestations attestations,
      Grounds grounds,
      Clock clock) {
    this.recipients = recipients;
    this.visits = visits;
    this.rules = rules;
    this.senders = senders;
    this.outward = outward;
    this.attestations = attestations;
    this.grounds = grounds;
    this.clock = clock;
  }

  /** Whether anything goes out of the clinic at all. */
  boolean sends(OrganizationId clinic) {
    return rules.of(clinic).sends();
  }

  List<Decisions.Known> of(OrganizationId clinic, List<Entry> lines) {
    var who = recipients.of(clinic, lines.stream().map(Entry::patient).distinct().toList());
    var told = visits.of(clinic, lines.stream().map(Entry::visit).distinct().toList());
    var asked = new Asked(who.values(), ears(lines, who), offs(clinic, lines));
    var all = clinic(clinic, asked);
    return lines.stream()
        .map(
            line -> new Decisions.Known(line, who.get(line.patient()), told.get(line.visit()), all))
        .toList();
  }

  /** Asked only for what is old enough that it matters. */
  private List<Rules.Off> offs(OrganizationId clinic, List<Entry> lines) {
    var old = clock.instant().minus(Decisions.OFF_MAX);
    return lines.stream().anyMatch(line -> line.dueAt().isBefore(old))
        ? rules.offs(clinic)
        : List.of();
  }

  /** Each line's visit, and each number and e-mail of its patient. */
  private static List<VisitsTold.Ear> ears(List<Entry> lines, Map<PatientId, Recipient> who) {
    return lines.stream()
        .flatMap(line ->
            Optional.ofNullable(who.get(line.patient())).stream()
                .flatMap(her -> her.reaches().stream())
                .map(reach -> new VisitsTold.Ear(line.visit(), reach.address())))
        .distinct()
        .toList();
  }

  /** Of whom and of what it is asked. */
  private record Asked(Collection<Recipient> who, List<VisitsTold.Ear> ears, List<Rules.Off> offs) {

    @Override
    public String toString() {
      return "Asked";
    }
  }

  private Decisions.Clinic clinic(OrganizationId clinic, Asked asked) {
    boolean named = senders.of(clinic).isPresent();
    Map<Channel, String> missing = new EnumMap<>(Channel.class);
    for (var way : outward) {
      var what = named ? way.missing(clinic) : "unnamed";
      if (!what.isEmpty()) {
        missing.put(way.channel(), what);
      }
    }
    return new Decisions.Clinic(
        rules.of(clinic).rule(),
        asked.offs(),
        missing,
        grounds.ask(clinic, asked.who(), attestations.of(clinic).map(Attestation::at)),
        visits.hear(clinic, asked.ears()));
  }
}
