package health.malasakit.inquiries.web;

import health.malasakit.access.records.RecordGate;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.DoneHere;
import health.malasakit.inquiries.WrapUp;
import health.malasakit.inquiries.WrapUps;
import health.malasakit.inquiries.copies.VisitActs;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.Visits;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What was done in a call, from which its wrap-up is filled. */
@Component
class DoneInCall {

  private static final Map<String, String> REASONS =
      Map.of("booked", "book", "moved", "move", "cancelled", "cancel");

  private final CallerChecks checks;
  private final RecordGate records;
  private final Visits visits;
  private final VisitActs acts;
  private final ObjectProvider<DoneHere> features;
  private final ReadBacks readBacks;
  private final Patients patients;
  private final Clock clock;

  DoneInCall(
      CallerChecks checks,
      RecordGate records,
      Visits visits,
      VisitActs acts,
      ObjectProvider<DoneHere> features,
      ReadBacks readBacks,
      Patients patients,
      Clock clock) {
    this.checks = checks;
    this.records = records;
    this.visits = visits;
    this.acts = acts;
    this.readBacks = readBacks;
    this.features = features;
    this.patients = patients;
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param reason code of what it was about; empty when nothing tells it
   * @param outcome code of how it ended; empty when nothing tells it
   * @param note what else is to be said of it, in whose name the last was done
   * @param readBack to say aloud before the call ends, for each visit that was booked or moved:
   *     whose when there are several, when, where, what to bring
   * @param about in whose name the last was done; the latest proven when nothing was
   * @param each what was done in the name of each
   */
  record Done(
      String reason,
      String outcome,
      String note,
      List<String> readBack,
      Optional<PatientId> about,
      List<WrapUps.Also> each) {

    static final Done NOTHING = new Done("", "", "", List.of(), Optional.empty(), List.of());

    @Override
    public String toString() {
      return "Done[" + reason + "]";
    }
  }

  /** One thing that was done, in whose name, when; of a visit that stands, which. */
  private record Thing(
      Optional<PatientId> patient,
      String reason,
      String outcome,
      Instant at,
      Optional<VisitId> visit,
      String words) {}

  /** Once the gate is closed, what was done before stays done, and is told by its code alone. */
  Done of(Call call) {
    var gate = checks.of(call);
    var proven = gate.before().stream().map(Proven::patient).toList();
    var clinic = call.organization();
    var closed =
        gate.closed() ? records.restricted(clinic, proven) : records.closed(clinic, proven);
    var things = new ArrayList<>(visits(call, without(proven, closed)));
    things.addAll(told(call, feature -> !feature.unlessElse()));
    if (things.isEmpty()) {
      things.addAll(told(call, DoneHere::unlessElse));
    }
    things.sort(Comparator.comparing(Thing::at).reversed());
    if (things.isEmpty()) {
      return nothingDone(gate);
    }
    var last = things.getFirst();
    var about = last.patient().filter(proven::contains).or(() -> proven.stream().findFirst());
    return new Done(
        last.reason(),
        last.outcome(),
        gate.closed() ? "" : note(things, about),
        gate.closed() ? List.of() : readBack(call, things),
        about,
        each(things));
  }

  private static List<PatientId> without(List<PatientId> proven, Set<PatientId> closed) {
    return proven.stream().filter(one -> !closed.contains(one)).toList();
  }

  private List<Thing> told(Call call, Predicate<DoneHere> which) {
    return features
        .orderedStream()
        .filter(which)
        .flatMap(feature -> feature.in(call).stream())
        .map(DoneInCall::thing)
        .toList();
  }

  /** The note stands with one patient, or with nobody: nothing of another is in it. */
  private static String note(List<Thing> things, Optional<PatientId> about) {
    return things.stream()
        .filter(one -> about.isEmpty() || one.patient().equals(about))
        .filter(one -> !one.words().isEmpty())
        .map(Thing::words)
        .distinct()
        .limit(WrapUp.NOTE_LINES_MAX)
        .collect(Collectors.joining("\n"));
  }

  /** Of whom the caller was proven for, but her record is closed now, nothing is said. */
  private static Done nothingDone(CallerChecks.Gate gate) {
    if (!gate.proven().isEmpty()) {
      var about = Optional.of(gate.proven().getFirst().patient());
      return new Done("", "done", "", List.of(), about, List.of());
    }
    return gate.closed()
        ? new Done("", "not_proven", "", List.of(), Optional.empty(), List.of())
        : Done.NOTHING;
  }

  private static Thing thing(DoneHere.Did did) {
    return new Thing(
        did.patient(), did.reason(), did.outcome(), did.at(), Optional.empty(), did.words());
  }

  /** Of each visit the last that was done with it. */
  private List<Thing> visits(Call call, List<PatientId> open) {
    var me = Scopes.current().account();
    if (me.isEmpty() || open.isEmpty()) {
      return List.of();
    }
    var asked =
        new VisitActs.Asked(
            call.organization(), open, me.get(), call.workedSince(), clock.instant());
    return acts.of(asked).stream().map(DoneInCall::visit).toList();
  }

  private static Thing visit(Visits.Changed one) {
    var stands = !one.change().act().equals("cancelled");
    return new Thing(
        Optional.of(one.patient()),
        REASONS.getOrDefault(one.change().act(), ""),
        "done",
        one.change().at(),
        Optional.of(one.visit()).filter(id -> stands),
        "");
  }

  private static List<WrapUps.Also> each(List<Thing> newestFirst) {
    var each = new LinkedHashMap<PatientId, WrapUps.Also>();
    for (var one : newestFirst) {
      one.patient()
          .filter(patient -> !one.reason().isEmpty() && !one.outcome().isEmpty())
          .ifPresent(patient ->
              each.putIfAbsent(patient, new WrapUps.Also(patient, one.reason(), one.outcome())));
    }
    return List.copyOf(each.values());
  }

  private List<String> readBack(Call call, List<Thing> things) {
    var standing = things.stream().filter(one -> one.visit().isPresent()).toList();
    var whose = standing.stream().flatMap(one -> one.patient().stream()).distinct().toList();
    var names = whose.size() < 2 ? Map.<PatientId, PatientCard>of() : patients.cards(whose);
    var ids = standing.stream().flatMap(one -> one.visit().stream()).toList();
    return whose.stream()
        .flatMap(patient -> visits.of(call.organization(), patient).stream())
        .filter(visit -> ids.contains(visit.id()))
        .sorted(Comparator.comparing(visit -> visit.time().from()))
        .map(visit ->
            Stream.of(
                    Optional.ofNullable(names.get(visit.patient())).map(PatientCard::name),
                    Optional.of(readBacks.of(visit)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(": ")))
        .toList();
  }
}
