package health.malasakit.inquiries.outbound.web;

import health.malasakit.access.Colleagues;
import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Audit;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.outbound.Attempt;
import health.malasakit.inquiries.outbound.CallAttempts;
import health.malasakit.inquiries.outbound.CallBack;
import health.malasakit.inquiries.outbound.CallBackId;
import health.malasakit.inquiries.outbound.CallBacks;
import health.malasakit.inquiries.outbound.Matter.About;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.ui.When;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together whom to call. */
@Component
class ToCallPages {

  private static final int SHOWN_MAX = 50;
  private static final String MINE = "mine";

  private final CallBacks callBacks;
  private final CallAttempts attempts;
  private final Patients patients;
  private final RecordGate gate;
  private final Clinics clinics;
  private final Colleagues colleagues;
  private final Audit audit;
  private final Clock clock;

  ToCallPages(
      CallBacks callBacks,
      CallAttempts attempts,
      Patients patients,
      RecordGate gate,
      Clinics clinics,
      Colleagues colleagues,
      Audit audit,
      Clock clock) {
    this.callBacks = callBacks;
    this.attempts = attempts;
    this.patients = patients;
    this.gate = gate;
    this.clinics = clinics;
    this.colleagues = colleagues;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What the lines are made of.
   *
   * @param closed of whom nothing is told
   * @param nobody those for which none of her numbers may be called now
   * @param visits of whom no more is told than her visits
   */
  private record Facts(
      Map<PatientId, PatientCard> cards,
      Set<PatientId> closed,
      Set<PatientId> visits,
      Map<OrganizationId, Clinic> clinics,
      Map<CallBackId, Attempt> dialling,
      Map<AccountId, String> names,
      Set<CallBackId> nobody,
      Instant now) {

    ZoneId zone(CallBack one) {
      return Optional.ofNullable(clinics.get(one.organization()))
          .flatMap(Clinic::zone)
          .orElse(Scopes.current().zone());
    }

    String clinic(CallBack one) {
      var clinic = clinics.get(one.organization());
      return clinic == null ? "" : clinic.name();
    }

    /** Empty when her record is closed. */
    String name(CallBack one) {
      var card = cards.get(one.patient());
      return card == null || closed.contains(one.patient()) ? "" : card.name();
    }

    /** Empty when it may not be told to her who may book for the patient alone. */
    String reason(CallBack one) {
      var matter = one.matter();
      boolean more = matter.about() != About.VISIT || matter.confidential();
      return closed.contains(one.patient()) || (more && visits.contains(one.patient()))
          ? ""
          : matter.reason();
    }

    String state(CallBack one) {
      if (dialling.containsKey(one.id())) {
        return "dialling";
      }
      if (one.plan().zone().isEmpty()) {
        return "zone";
      }
      if (!one.plan().hours(one.plan().zone().get()).allow(now)) {
        return "hour";
      }
      if (one.plan().nextAt().isAfter(now)) {
        return "later";
      }
      return nobody.contains(one.id()) ? "nobody" : "now";
    }

    Facts without(Set<CallBackId> none) {
      return new Facts(cards, closed, visits, clinics, dialling, names, none, now);
    }
  }

  /** Whose patients are seen is written down; of closed records nothing is told. */
  @Transactional
  ToCallPage page(String whose) {
    var me = Scopes.current().account().orElseThrow();
    var all = callBacks.open();
    var mine =
        all.stream().filter(one -> one.plan().owner().filter(me::equals).isPresent()).toList();
    var shown = whose.equals(MINE) ? mine : all;
    var facts = facts(shown);
    var lines =
        shown.stream()
            .filter(one -> facts.cards().containsKey(one.patient()))
            .sorted(
                Comparator.comparing((CallBack one) -> !facts.state(one).equals("now"))
                    .thenComparing(one -> one.plan().dueAt()))
            .limit(SHOWN_MAX)
            .toList();
    lines.stream()
        .filter(one -> !facts.closed().contains(one.patient()))
        .collect(Collectors.groupingBy(CallBack::organization))
        .forEach((clinic, there) ->
            audit.drawn(
                clinic, "to-call", there.stream().map(CallBack::patient).distinct().toList()));
    return new ToCallPage(
        topics(),
        whose.equals(MINE) ? MINE : "all",
        all.size(),
        mine.size(),
        (int) shown.stream().filter(one -> facts.state(one).equals("now")).count(),
        lines.stream().map(one -> line(one, facts)).toList());
  }

  private static String topics() {
    return Scopes.current().organizations().stream()
        .map(Calls::topic)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private Facts facts(List<CallBack> shown) {
    var dialling =
        attempts.underWay(Scopes.current().organizations()).stream()
            .collect(Collectors.toMap(Attempt::callBack, Function.identity()));
    var people =
        Stream.concat(
                shown.stream().flatMap(one -> one.plan().owner().stream()),
                dialling.values().stream().map(Attempt::by))
            .distinct()
            .toList();
    var all =
        new Facts(
            patients.cards(shown.stream().map(CallBack::patient).distinct().toList()),
            closed(shown, Depth.BOOKING),
            gate.duringCall() ? closed(shown, Depth.RECORD) : Set.of(),
            clinics.byIds(shown.stream().map(CallBack::organization).distinct().toList()),
            dialling,
            colleagues.names(people),
            Set.of(),
            clock.instant());
    return all.without(
        attempts.ringNobody(
            shown.stream()
                .filter(
                    one -> all.cards().containsKey(one.patient()) && all.state(one).equals("now"))
                .toList()));
  }

  private Set<PatientId> closed(List<CallBack> shown, Depth depth) {
    var closed = new HashSet<PatientId>();
    shown.stream()
        .collect(Collectors.groupingBy(CallBack::organization))
        .forEach((clinic, there) ->
            closed.addAll(
                gate.closed(clinic, there.stream().map(CallBack::patient).toList(), depth)));
    return closed;
  }

  private static ToCallPage.Line line(CallBack one, Facts facts) {
    var zone = facts.zone(one);
    var closed = facts.closed().contains(one.patient());
    var dials = facts.dialling().get(one.id());
    var mine = Scopes.current().zone();
    return new ToCallPage.Line(
        CallBackPages.href(one),
        closed,
        facts.name(one),
        facts.reason(one),
        facts.clinic(one),
        one.plan().zone().map(hers -> Moments.clock(facts.now(), hers)).orElse(""),
        facts.state(one),
        When.of(one.plan().dueAt(), zone, mine),
        one.plan().dueAt().isBefore(facts.now()),
        When.of(one.plan().nextAt(), one.plan().zone().orElse(zone), mine),
        one.plan().owner().map(who -> facts.names().getOrDefault(who, "")).orElse(""),
        dials == null ? "" : facts.names().getOrDefault(dials.by(), ""));
  }
}
