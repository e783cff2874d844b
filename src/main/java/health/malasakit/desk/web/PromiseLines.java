package health.malasakit.desk.web;

import health.malasakit.access.Colleagues;
import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Audit;
import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.ui.When;
import health.malasakit.workqueue.Promise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Promises with the names of patients and owners, in two reads for all of them. */
@Component
class PromiseLines {

  private static final Duration SOON = Duration.ofHours(2);

  private final Patients patients;
  private final RecordGate gate;
  private final Audit audit;
  private final Colleagues colleagues;
  private final Clock clock;

  PromiseLines(
      Patients patients, RecordGate gate, Audit audit, Colleagues colleagues, Clock clock) {
    this.patients = patients;
    this.gate = gate;
    this.audit = audit;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  /**
   * What lines show beside the promises.
   *
   * @param about patients who may be named
   * @param untold of whose promises the words are closed
   * @param inCall whether a caller is on the line, for whose sake they are
   */
  private record Shown(
      Map<PatientId, PatientCard> about,
      Set<PatientId> untold,
      boolean inCall,
      Map<AccountId, String> names) {

    Optional<PatientCard> card(Promise promise) {
      return promise.patient().map(about::get);
    }

    boolean closed(Promise promise) {
      return promise
          .patient()
          .filter(who -> !about.containsKey(who) || untold.contains(who))
          .isPresent();
    }

    String words(Promise promise) {
      if (!closed(promise)) {
        return promise.words();
      }
      return Sentences.of(inCall ? "desk.promise.closed_in_call" : "desk.promise.closed");
    }
  }

  /** The same lines in a list over many patients: who is newly shown there is written down. */
  List<PromisePage.Line> listed(List<Promise> promises, List<ClinicAt> clinics, String view) {
    var about = cards(promises);
    byClinic(about).forEach((clinic, ids) -> audit.drawn(clinic, view, ids));
    return lines(promises, clinics, about);
  }

  /** The lines of these promises at these clinics, in the same order. */
  List<PromisePage.Line> of(List<Promise> promises, List<ClinicAt> clinics) {
    return lines(promises, clinics, cards(promises));
  }

  private Map<PatientId, PatientCard> cards(List<Promise> promises) {
    return open(
        patients.cards(promises.stream().flatMap(each -> each.patient().stream()).toList()));
  }

  private List<PromisePage.Line> lines(
      List<Promise> promises, List<ClinicAt> clinics, Map<PatientId, PatientCard> about) {
    var names = colleagues.names(promises.stream().map(Promise::owner).distinct().toList());
    boolean inCall = !promises.isEmpty() && gate.duringCall();
    var shown = new Shown(about, inCall ? closed(about, Depth.RECORD) : Set.of(), inCall, names);
    Map<OrganizationId, ClinicAt> byId =
        clinics.stream().collect(Collectors.toMap(ClinicAt::id, clinic -> clinic));
    return promises.stream()
        .flatMap(promise ->
            Optional.ofNullable(byId.get(promise.organization()))
                .map(clinic -> line(promise, clinic, shown))
                .stream())
        .toList();
  }

  /** A record that is closed gives no name to a list, nor what was promised about it. */
  private Map<PatientId, PatientCard> open(Map<PatientId, PatientCard> cards) {
    var shown = new HashMap<>(cards);
    shown.keySet().removeAll(closed(cards, Depth.BOOKING));
    return shown;
  }

  private Set<PatientId> closed(Map<PatientId, PatientCard> cards, Depth depth) {
    var closed = new HashSet<PatientId>();
    byClinic(cards).forEach((clinic, ids) -> closed.addAll(gate.closed(clinic, ids, depth)));
    return closed;
  }

  private static Map<OrganizationId, Set<PatientId>> byClinic(Map<PatientId, PatientCard> cards) {
    return cards.values().stream()
        .collect(
            Collectors.groupingBy(
                PatientCard::organization,
                Collectors.mapping(PatientCard::id, Collectors.toSet())));
  }

  private PromisePage.Line line(Promise promise, ClinicAt clinic, Shown shown) {
    var me = Scopes.current();
    var about = shown.card(promise);
    return new PromisePage.Line(
        "/promises/" + promise.organization() + "/" + promise.id(),
        shown.closed(promise),
        shown.inCall() || me.may(promise.organization(), "break_glass", Verb.CREATE),
        shown.words(promise),
        about.map(PatientCard::name).orElse(""),
        about.map(card -> "/patients/" + clinic.slug() + "/" + card.id()).orElse(""),
        clinic.name(),
        promise.to().code(),
        when(promise.dueAt(), promise.zone(), clinic.zone(), me.zone()),
        Moments.relative(promise.dueAt(), clock.instant()),
        state(promise),
        shown.names().getOrDefault(promise.owner(), ""),
        me.account().filter(promise.owner()::equals).isPresent());
  }

  private static When when(Instant at, ZoneId said, ZoneId clinic, ZoneId mine) {
    return When.of(at, said, clinic, mine);
  }

  private String state(Promise promise) {
    var now = clock.instant();
    return switch (promise.status()) {
      case Promise.Status.Kept kept -> "kept";
      case Promise.Status.Withdrawn withdrawn -> "withdrawn";
      case Promise.Status.Open open -> openState(promise, now);
    };
  }

  private static String openState(Promise promise, Instant now) {
    if (promise.late(now)) {
      return "late";
    }
    if (promise.waits()) {
      return "waits";
    }
    return promise.dueAt().isBefore(now.plus(SOON)) ? "soon" : "open";
  }
}
