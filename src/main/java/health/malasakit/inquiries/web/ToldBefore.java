package health.malasakit.inquiries.web;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.WrapUpWords;
import health.malasakit.inquiries.WrapUps;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was said to a patient last and promised: told to herself, when her record is open. */
@Component
class ToldBefore {

  private final WrapUps wrapUps;
  private final Promises promises;
  private final Clinics clinics;

  ToldBefore(WrapUps wrapUps, Promises promises, Clinics clinics) {
    this.wrapUps = wrapUps;
    this.promises = promises;
    this.clinics = clinics;
  }

  String last(Call call, Proven proven) {
    return !hears(proven)
        ? ""
        : wrapUps
            .last(call.organization(), proven.patient())
            .map(one ->
                Stream.of(
                        Moments.dated(one.at(), zone(call)),
                        WrapUpWords.REASONS.getOrDefault(one.words().reason(), ""),
                        WrapUpWords.OUTCOMES.getOrDefault(one.words().outcome(), ""),
                        one.words().note())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · ")))
            .orElse("");
  }

  String promised(Call call, Proven proven) {
    return !hears(proven)
        ? ""
        : promises.about(call.organization(), proven.patient()).stream()
            .filter(one -> one.status() instanceof Promise.Status.Open)
            .min(Comparator.comparing(Promise::dueAt))
            .map(one -> one.words() + " · " + Moments.at(one.dueAt(), one.zone()))
            .orElse("");
  }

  /** What is said to her is said on the clock of her clinic. */
  private ZoneId zone(Call call) {
    return Optional.ofNullable(clinics.zones().get(call.organization()))
        .orElse(Scopes.current().zone());
  }

  private static boolean hears(Proven proven) {
    return proven.herself() && proven.depth().reaches(Depth.RECORD);
  }
}
