package health.malasakit.desk.reminders;

import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Audit;
import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Ledger;
import health.malasakit.messaging.ledger.VisitTold;
import health.malasakit.messaging.ledger.VisitsTold;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.ui.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lines with names and visits, in a few reads for all of them. */
@Component
class ReminderLines {

  private final Patients patients;
  private final RecordGate gate;
  private final VisitsTold visits;
  private final Audit audit;

  ReminderLines(Patients patients, RecordGate gate, VisitsTold visits, Audit audit) {
    this.patients = patients;
    this.gate = gate;
    this.visits = visits;
    this.audit = audit;
  }

  /** What is around some lines. */
  record Around(
      Map<PatientId, PatientCard> cards,
      Set<PatientId> closed,
      Map<UUID, VisitTold> visits,
      Map<OrganizationId, ClinicAt> clinics,
      Instant now) {

    ZoneId zone(Entry line) {
      return Optional.ofNullable(visits.get(line.visit()))
          .map(visit -> visit.start().zone())
          .orElse(Scopes.current().zone());
    }
  }

  /** Whom it shows anew is written down. */
  Around around(List<Entry> lines, List<ClinicAt> clinics, Instant now) {
    var cards = patients.cards(lines.stream().map(Entry::patient).distinct().toList());
    Set<PatientId> closed = new HashSet<>();
    Map<UUID, VisitTold> told = new HashMap<>();
    lines.stream()
        .collect(Collectors.groupingBy(Entry::organization))
        .forEach((clinic, there) -> {
          var who = there.stream().map(Entry::patient).distinct().toList();
          closed.addAll(gate.closed(clinic, who));
          told.putAll(visits.of(clinic, there.stream().map(Entry::visit).distinct().toList()));
          audit.drawn(
              clinic, "reminders", who.stream().filter(one -> !closed.contains(one)).toList());
        });
    var known = clinics.stream().collect(Collectors.toMap(ClinicAt::id, one -> one));
    return new Around(cards, closed, told, known, now);
  }

  List<RemindersPage.Line> lines(List<Entry> some, Around around) {
    return some.stream().map(one -> line(one, around)).toList();
  }

  RemindersPage.Line line(Entry line, Around around) {
    var card = around.cards().get(line.patient());
    boolean closed = card == null || around.closed().contains(line.patient());
    var mine = Scopes.current().zone();
    var zone = around.zone(line);
    boolean open = line.state() == EntryState.PLANNED || line.state() == EntryState.HELD;
    var clinic = Optional.ofNullable(around.clinics().get(line.organization()));
    var slug = clinic.map(ClinicAt::slug).orElseGet(() -> line.organization().toString());
    var her = "/patients/" + slug + "/" + line.patient();
    var visit = around.visits().get(line.visit());
    return new RemindersPage.Line(
        closed,
        card == null || closed ? "" : card.name(),
        her + "/reminders",
        her + "/to-call",
        clinic.map(ClinicAt::name).orElse(""),
        line.step().code(),
        line.channel().code(),
        line.state().code(),
        ReminderWords.why(line),
        When.of(open ? line.dueAt() : line.since(), zone, mine),
        When.of(
            visit == null || !visit.patient().equals(line.patient())
                ? line.uselessAt()
                : visit.start().instant(),
            zone,
            mine),
        line.open() && line.mayGoAgain() && around.now().isBefore(line.uselessAt()),
        line.state() == EntryState.IN_DOUBT || line.reason().equals(Ledger.RESTORED),
        "/reminders/" + line.id());
  }
}
