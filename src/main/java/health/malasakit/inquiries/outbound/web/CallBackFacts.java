package health.malasakit.inquiries.outbound.web;

import health.malasakit.directory.Clinic;
import health.malasakit.inquiries.outbound.Attempt;
import health.malasakit.inquiries.outbound.CallBack;
import health.malasakit.inquiries.outbound.Spread;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.Patient;
import health.malasakit.ui.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page of a call to be made is made of. */
record CallBackFacts(
    CallBack about,
    Patient patient,
    Clinic clinic,
    Optional<Spread> spread,
    List<Attempt> tried,
    Map<AccountId, String> names,
    Instant now) {

  ZoneId zone() {
    return clinic.zone().orElse(Scopes.current().zone());
  }

  String name(AccountId who) {
    return names.getOrDefault(who, "");
  }

  /** A moment at the clinic, with hers and mine beside it. */
  When when(Instant at) {
    return When.of(
        at, spread.map(one -> one.hours().zone()).orElse(zone()), zone(), Scopes.current().zone());
  }

  CallBackPage.Hers hers() {
    var known = patient.facts();
    return new CallBackPage.Hers(
        known.mainName().shown(),
        known.preferredName(),
        "/patients/" + clinic.slug() + "/" + patient.id(),
        spread.map(one -> one.hours().zone()),
        spread.map(one -> Moments.at(now, one.hours().zone())).orElse(""),
        known.languages().stream()
            .filter(one -> one.spoken())
            .map(one -> Locale.forLanguageTag(one.tag()).getDisplayLanguage(Locale.ENGLISH))
            .collect(Collectors.joining(", ")),
        known.interpreter().code(),
        patient.safeContact().map(one -> one.words()).orElse(""),
        known.accessNeeds());
  }

  CallBackPage.About aboutLine() {
    var one = about;
    var me = Scopes.current().account();
    return new CallBackPage.About(
        one.matter().about().code(),
        one.matter().reason(),
        one.matter().confidential(),
        one.source().kind().code(),
        name(one.opened().by()),
        when(one.opened().at()),
        when(one.plan().dueAt()),
        one.plan().dueAt().isBefore(now),
        one.plan().owner().map(this::name).orElse(""),
        one.plan().owner().isPresent() && one.plan().owner().equals(me),
        wishes(),
        one.closed()
            .map(end ->
                Sentences.of("outbound.how." + end.how().code())
                    + " · "
                    + name(end.by())
                    + ", "
                    + Moments.at(end.at(), zone()))
            .orElse(""));
  }

  /** The hours she asked for, and the one moment. */
  private String wishes() {
    var hours =
        about
            .plan()
            .wish()
            .map(hers ->
                Sentences.of("outbound.wish.words", hers.from(), hers.until(), hers.saidBy()));
    var once =
        about
            .plan()
            .asked()
            .map(one ->
                Sentences.of(
                    one.saidBy().isEmpty() ? "outbound.asked.words" : "outbound.asked.words.by",
                    Moments.at(one.at(), spread.map(by -> by.hours().zone()).orElse(zone())),
                    one.saidBy()));
    return Stream.of(hours, once).flatMap(Optional::stream).collect(Collectors.joining(" · "));
  }

  CallBackPage.Pace pace() {
    var refused =
        spread
            .filter(one -> !one.hours().allow(now))
            .map(one ->
                Refused.conflict("attempt.hour", Moments.clock(now, one.hours().zone())).sentence())
            .orElse("");
    return new CallBackPage.Pace(
        spread.map(Spread::made).orElse(0),
        spread.map(one -> one.rule().attempts()).orElse(0),
        spread.filter(Spread::spent).isPresent(),
        spread.map(one -> when(one.best(now))),
        refused);
  }

  CallBackPage.Tried tried(Attempt one) {
    return new CallBackPage.Tried(
        name(one.by()),
        one.result().orElseThrow().code(),
        when(one.begunAt()),
        one.part().code(),
        one.despite());
  }

  @Override
  public String toString() {
    return "CallBackFacts";
  }
}
