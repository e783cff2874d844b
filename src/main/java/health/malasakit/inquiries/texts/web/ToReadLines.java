package health.malasakit.inquiries.texts.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.records.RecordGate;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.redflags.RedFlags;
import health.malasakit.inquiries.texts.TextIn;
import health.malasakit.inquiries.texts.TextInId;
import health.malasakit.inquiries.texts.TextsIn;
import health.malasakit.inquiries.texts.ToRead;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.ui.When;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Texts as lists show them, with names in a few reads for all of them. */
@Component
class ToReadLines {

  private final ToRead toRead;
  private final RedFlags flags;
  private final RecordGate gate;
  private final Clinics clinics;
  private final Accounts accounts;
  private final Clock clock;

  ToReadLines(
      ToRead toRead,
      RedFlags flags,
      RecordGate gate,
      Clinics clinics,
      Accounts accounts,
      Clock clock) {
    this.toRead = toRead;
    this.flags = flags;
    this.gate = gate;
    this.clinics = clinics;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Names, zones and what is closed, for some texts.
   *
   * @param about who may have written each
   * @param closed those of whom nothing is shown now
   */
  record Around(
      Map<OrganizationId, Clinic> clinics,
      Map<OrganizationId, ZoneId> zones,
      Map<AccountId, String> people,
      Map<TextInId, Set<PatientId>> about,
      Set<PatientId> closed,
      boolean busy) {

    Clinic clinic(OrganizationId id) {
      return Optional.ofNullable(clinics.get(id))
          .orElseThrow(() -> Refused.notFound("incoming.unknown"));
    }

    ZoneId zone(OrganizationId id) {
      return clinic(id)
          .zone()
          .or(() -> Optional.ofNullable(zones.get(id)))
          .orElse(Scopes.current().zone());
    }

    Set<PatientId> about(TextIn text) {
      return about.getOrDefault(text.id(), Set.of());
    }

    /** One of those who may have written it is closed to her: then so is what it says. */
    boolean hides(ToRead.Seen one) {
      return busy || one.hidden() || about(one.text()).stream().anyMatch(closed::contains);
    }
  }

  Around around(List<ToRead.Seen> some) {
    var texts = some.stream().map(ToRead.Seen::text).toList();
    var about = toRead.about(texts);
    return new Around(
        clinics.byIds(texts.stream().map(TextIn::organization).distinct().toList()),
        clinics.zones(),
        accounts.namesOf(
            texts.stream()
                .flatMap(one -> Stream.concat(one.owner().stream(), settled(one).stream()))
                .map(TextIn.Mark::by)
                .distinct()
                .toList()),
        about,
        closed(texts, about),
        gate.duringCall());
  }

  private static Optional<TextIn.Mark> settled(TextIn text) {
    return text.status() instanceof TextIn.Status.Done done
        ? Optional.of(done.mark())
        : Optional.empty();
  }

  private Set<PatientId> closed(List<TextIn> texts, Map<TextInId, Set<PatientId>> about) {
    var byClinic =
        texts.stream()
            .collect(
                Collectors.groupingBy(
                    TextIn::organization,
                    Collectors.flatMapping(
                        one -> about.getOrDefault(one.id(), Set.of()).stream(),
                        Collectors.toSet())));
    var closed = new HashSet<PatientId>();
    byClinic.forEach((clinic, ids) -> closed.addAll(gate.restricted(clinic, ids)));
    return closed;
  }

  ToReadPage.Line line(ToRead.Seen one, Around around) {
    var text = one.text();
    var hidden = around.hides(one);
    var me = Scopes.current().account();
    return new ToReadPage.Line(
        href(text.organization(), text.id()),
        hidden,
        text.came().phone().map(Phone::shown).orElse(text.came().from()),
        hidden ? "" : text.came().body(),
        text.danger().isEmpty() ? "" : flags.get(text.danger()).title(),
        why(text).code(),
        around.clinic(text.organization()).name(),
        When.of(text.came().at(), around.zone(text.organization()), Scopes.current().zone()),
        Moments.relative(text.came().at(), clock.instant()),
        text.owner().map(mark -> around.people().getOrDefault(mark.by(), "")).orElse(""),
        text.owner().map(TextIn.Mark::by).equals(me));
  }

  /** Why an answer was not heard counts while it waits. */
  private static TextIn.Why why(TextIn text) {
    boolean over = text.why().ofAnswer() && !(text.status() instanceof TextIn.Status.Open);
    return over ? TextIn.Why.WORDS : text.why();
  }

  /** What a person settled; empty for any other. */
  Optional<ToReadPage.Settled> settled(ToRead.Seen one, Around around) {
    var text = one.text();
    if (!(text.status() instanceof TextIn.Status.Done done)) {
      return Optional.empty();
    }
    return Optional.of(
        new ToReadPage.Settled(
            line(one, around),
            done.became().code(),
            around.people().getOrDefault(done.mark().by(), ""),
            Moments.at(done.mark().at(), around.zone(text.organization())),
            text.version()));
  }

  static String href(OrganizationId clinic, TextInId id) {
    return "/texts/" + clinic + "/" + id;
  }

  /** What pages about texts of the clinics in scope listen for. */
  static String topics() {
    return Scopes.current().organizations().stream()
        .map(TextsIn::topic)
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
