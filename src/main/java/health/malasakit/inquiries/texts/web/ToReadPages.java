package health.malasakit.inquiries.texts.web;

import health.malasakit.audit.Audit;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.texts.TextIn;
import health.malasakit.inquiries.texts.TextInId;
import health.malasakit.inquiries.texts.ToRead;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what waits for a person. */
@Component
class ToReadPages {

  private final ToRead toRead;
  private final ToReadLines lines;
  private final Clinics clinics;
  private final Audit audit;
  private final Clock clock;

  ToReadPages(ToRead toRead, ToReadLines lines, Clinics clinics, Audit audit, Clock clock) {
    this.toRead = toRead;
    this.lines = lines;
    this.clinics = clinics;
    this.audit = audit;
    this.clock = clock;
  }

  /** Danger, then what nobody has, then hers, then others'; in each the oldest first. */
  @Transactional
  ToReadPage list() {
    var all = toRead.toRead().stream().filter(one -> mayAct(one.text().organization())).toList();
    var done = doneToday();
    var around = lines.around(Stream.concat(all.stream(), done.stream()).toList());
    written(all, around);
    written(done, around);
    var shown = all.stream().map(one -> lines.line(one, around)).toList();
    return new ToReadPage(
        ToReadLines.topics(),
        around.busy(),
        List.of(
            group("danger", shown, one -> !one.danger().isEmpty()),
            group("free", shown, one -> one.danger().isEmpty() && one.owner().isEmpty()),
            group("mine", shown, one -> one.danger().isEmpty() && one.mine()),
            group(
                "others",
                shown,
                one -> one.danger().isEmpty() && !one.owner().isEmpty() && !one.mine())),
        more(all),
        done.stream().flatMap(one -> lines.settled(one, around).stream()).toList());
  }

  private int more(List<ToRead.Seen> shown) {
    var where = Scopes.current().organizations().stream().filter(ToReadPages::mayAct).toList();
    return Math.max(0, toRead.waiting(where) - shown.size());
  }

  /** On the day of each clinic. */
  private List<ToRead.Seen> doneToday() {
    var zones = clinics.zones();
    var now = clock.instant();
    var earliest =
        zones.values().stream().map(zone -> midnight(now, zone)).min(Comparator.naturalOrder());
    return toRead.done(earliest.orElse(midnight(now, Scopes.current().zone()))).stream()
        .filter(one -> mayAct(one.text().organization()))
        .filter(one -> {
          var zone = zones.getOrDefault(one.text().organization(), Scopes.current().zone());
          return one.text().status() instanceof TextIn.Status.Done done
              && !done.mark().at().isBefore(midnight(now, zone));
        })
        .toList();
  }

  private static Instant midnight(Instant now, ZoneId zone) {
    return LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
  }

  private static ToReadPage.Group group(
      String code, List<ToReadPage.Line> all, Predicate<ToReadPage.Line> which) {
    return new ToReadPage.Group(code, all.stream().filter(which).toList());
  }

  /** Whose words it shows anew. */
  private void written(List<ToRead.Seen> all, ToReadLines.Around around) {
    all.stream()
        .filter(one -> !around.hides(one))
        .collect(
            Collectors.groupingBy(
                one -> one.text().organization(),
                Collectors.flatMapping(
                    one -> around.about(one.text()).stream(), Collectors.<PatientId>toSet())))
        .forEach((clinic, ids) -> audit.drawn(clinic, "texts", ids));
  }

  /** What floats over every page. */
  @Transactional(readOnly = true)
  AlarmPage alarm() {
    var waiting = toRead.alarms().stream().filter(one -> mayAct(one.organization())).toList();
    if (waiting.isEmpty()) {
      return new AlarmPage(ToReadLines.topics(), 0, "", "");
    }
    var first = waiting.getFirst();
    return new AlarmPage(
        ToReadLines.topics(),
        waiting.size(),
        clinics.get(first.organization()).name(),
        ToReadLines.href(first.organization(), first.text()));
  }

  /**
   * A text that may be shown now.
   *
   * @throws Refused denied, codes {@code incoming.during_call}, {@code incoming.hidden}
   */
  @Transactional(readOnly = true)
  ToRead.Seen open(OrganizationId clinic, TextInId id) {
    var one = toRead.get(clinic, id);
    var around = lines.around(List.of(one));
    if (around.busy()) {
      throw Refused.denied("incoming.during_call");
    }
    if (around.hides(one)) {
      throw Refused.denied("incoming.hidden");
    }
    return one;
  }

  private static boolean mayAct(OrganizationId clinic) {
    return Scopes.current().may(clinic, "calls", Verb.UPDATE);
  }

  /** Who may have written it. */
  @Transactional(readOnly = true)
  Set<PatientId> about(ToRead.Seen one) {
    return toRead.about(List.of(one.text())).getOrDefault(one.text().id(), Set.of());
  }
}
