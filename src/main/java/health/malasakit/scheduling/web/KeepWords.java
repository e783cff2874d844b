package health.malasakit.scheduling.web;

import health.malasakit.kernel.Moments;
import health.malasakit.patients.speaking.MayKeep;
import health.malasakit.scheduling.ConfidentialVisits;
import health.malasakit.scheduling.Hold;
import health.malasakit.scheduling.Visit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is said about a visit being confidential, to the person at the screen. */
@Component
class KeepWords {

  private final ConfidentialVisits confidential;
  private final SchedulingWords sayings;

  KeepWords(ConfidentialVisits confidential, SchedulingWords sayings) {
    this.confidential = confidential;
    this.sayings = sayings;
  }

  /** Of a visit; history from a file is not changed here. */
  Keep of(Visit visit) {
    return visit.origin() == Visit.Origin.IMPORTED
        ? new Keep(false, false, "")
        : of(confidential.mayKeep(visit), visit.confidential());
  }

  /** Of the visit that a hold will become, or that moves to it. */
  Keep of(Hold hold, Optional<Visit> moving) {
    return of(confidential.mayKeep(hold), moving.map(Visit::confidential).orElse(false));
  }

  /** What a page offers: to keep it confidential, why not, or nothing where no parent speaks. */
  private Keep of(MayKeep may, boolean kept) {
    return switch (may) {
      case MayKeep.Yes(var rule) ->
          new Keep(
              !kept,
              kept,
              sayings.say(
                  "keep.rule",
                  String.valueOf(rule.fromAge().orElseThrow()),
                  rule.covers(),
                  rule.saidBy()));
      case MayKeep.NotSaidYet unsaid -> new Keep(false, kept, sayings.say("keep.unsaid"));
      case MayKeep.TooYoung(int age, var firstDay) ->
          new Keep(
              false, kept, sayings.say("keep.young", String.valueOf(age), Moments.dated(firstDay)));
      case MayKeep.OfAge of -> new Keep(false, kept, "");
      case MayKeep.AgeUnknown unknown -> new Keep(false, kept, "");
    };
  }

  /**
   * Of one visit.
   *
   * @param may whether it can be made confidential now
   * @param kept whether it is
   * @param why the clinic's rule, or why not; empty where there is nothing to say
   */
  public record Keep(boolean may, boolean kept, String why) {}
}
