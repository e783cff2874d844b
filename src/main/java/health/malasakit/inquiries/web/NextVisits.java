package health.malasakit.inquiries.web;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.VisitTypes;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.speaking.Speaker;
import health.malasakit.patients.speaking.Speaking;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitStatus;
import health.malasakit.scheduling.Visits;
import health.malasakit.scheduling.answers.Confirmation;
import health.malasakit.scheduling.answers.VisitConfirmations;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The visits that a caller asks about first: the one that has begun, and the next. */
@Component
class NextVisits {

  private static final int SHOWN_MAX = 2;

  private final Visits visits;
  private final VisitTypes types;
  private final Practitioners practitioners;
  private final VisitConfirmations confirmations;
  private final Clock clock;

  NextVisits(
      Visits visits,
      VisitTypes types,
      Practitioners practitioners,
      VisitConfirmations confirmations,
      Clock clock) {
    this.visits = visits;
    this.types = types;
    this.practitioners = practitioners;
    this.confirmations = confirmations;
    this.clock = clock;
  }

  /**
   * As far as this caller may hear of them; of a confidential one nobody hears but the patient.
   *
   * @param speaker what somebody who speaks for the patient may do today; empty when nobody does
   */
  CallerPage.Visits of(Call call, Proven proven, Optional<Speaker> speaker) {
    var others = proven.representative().isPresent();
    boolean book = !others || speaker.filter(one -> one.may().contains(Speaking.BOOK)).isPresent();
    boolean told = book || speaker.filter(Speaker::hearsFacts).isPresent();
    if (!told || proven.depth() == Depth.PAYMENT) {
      return new CallerPage.Visits(List.of(), told, book);
    }
    var next =
        visits.of(call.organization(), proven.patient()).stream()
            .filter(visit -> !(others && visit.confidential()))
            .filter(this::toCome)
            .sorted(Comparator.comparing(visit -> visit.time().from()))
            .toList();
    var begun = next.stream().filter(this::begun);
    var then = next.stream().filter(visit -> !begun(visit)).limit(1);
    var shown = Stream.concat(begun, then).limit(SHOWN_MAX).toList();
    var confirmed = confirmations.of(call.organization(), shown.stream().map(Visit::id).toList());
    return new CallerPage.Visits(
        shown.stream()
            .map(visit -> line(visit, book, Optional.ofNullable(confirmed.get(visit.id()))))
            .toList(),
        told,
        book);
  }

  /** Who is late asks for hers until it is over. */
  private boolean toCome(Visit visit) {
    return visit.status() instanceof VisitStatus.Booked
        && visit.time().end().isAfter(clock.instant());
  }

  private boolean begun(Visit visit) {
    return !visit.time().from().isAfter(clock.instant());
  }

  private CallerPage.Next line(Visit visit, boolean book, Optional<Confirmation> confirmed) {
    return new CallerPage.Next(
        book ? "/visits/" + visit.id() : "",
        Stream.concat(said(visit), confirmed.map(one -> saysSo(visit, one)).stream())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · ")));
  }

  /** That she has said that she comes, how and when, as the page of the visit says it. */
  private static String saysSo(Visit visit, Confirmation confirmed) {
    return Sentences.of(
        "inquiries.next.confirmed." + confirmed.channel().code(),
        Moments.at(confirmed.at(), visit.time().zone()));
  }

  private Stream<String> said(Visit visit) {
    var type =
        visit
            .place()
            .type()
            .flatMap(id -> Optional.ofNullable(types.byIds(List.of(id)).get(id)))
            .map(one -> one.name())
            .orElse(visit.place().title());
    var with =
        visit
            .place()
            .practitioner()
            .flatMap(id -> Optional.ofNullable(practitioners.byIds(List.of(id)).get(id)))
            .map(one -> one.name())
            .orElse("");
    var from = visit.time().from();
    var began =
        begun(visit)
            ? Sentences.of("inquiries.next.began", Moments.relative(from, clock.instant()))
            : "";
    return Stream.of(Moments.at(from, visit.time().zone()), began, type, with);
  }
}
