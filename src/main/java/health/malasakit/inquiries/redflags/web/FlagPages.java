package health.malasakit.inquiries.redflags.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.Organization;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.OpenCall;
import health.malasakit.inquiries.redflags.Emergencies;
import health.malasakit.inquiries.redflags.Emergency;
import health.malasakit.inquiries.redflags.EmergencyId;
import health.malasakit.inquiries.redflags.RedFlag;
import health.malasakit.inquiries.redflags.RedFlags;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Choice;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the list of signs; the clinic is that of the call she is on, or the only one she has. */
@Component
class FlagPages {

  private final RedFlags flags;
  private final Emergencies emergencies;
  private final EmergencyGate gate;
  private final Clinics clinics;
  private final Callers callers;
  private final Speaking speaking;
  private final Accounts accounts;
  private final Clock clock;

  FlagPages(
      RedFlags flags,
      Emergencies emergencies,
      EmergencyGate gate,
      Clinics clinics,
      Callers callers,
      Speaking speaking,
      Accounts accounts,
      Clock clock) {
    this.flags = flags;
    this.emergencies = emergencies;
    this.gate = gate;
    this.clinics = clinics;
    this.callers = callers;
    this.speaking = speaking;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * All signs.
   *
   * @param within an emergency that goes on under the sign chosen; empty for a new one
   * @param caller id of the call of her who waits and is before her; empty for none
   */
  @Transactional(readOnly = true)
  FlagsPage list(String slug, String typed, String within, String caller) {
    var before = within.isEmpty() ? callers.before(caller) : Optional.<OpenCall>empty();
    var groups = new LinkedHashMap<RedFlag.Action, List<RedFlag>>();
    flags
        .found(typed)
        .forEach(flag -> groups.computeIfAbsent(flag.action(), a -> new ArrayList<>()).add(flag));
    return new FlagsPage(
        typed,
        groups.entrySet().stream()
            .map(group -> new FlagsPage.Group(group.getKey().code(), group.getValue()))
            .toList(),
        within.isEmpty() && callers.several()
            ? before.flatMap(this::at).orElse(FlagsPage.At.UNKNOWN)
            : at(slug),
        within.isEmpty() ? "" : goesOn(slug, within),
        open(before),
        ofOthers(),
        new FlagsPage.Ended("", gate.call()));
  }

  /** Where the sign of an emergency is changed. */
  private String goesOn(String slug, String within) {
    var clinic = clinics.bySlug(slug);
    var one = emergencies.get(clinic.id(), EmergencyId.of(within));
    gate.check(one);
    return "/emergencies/" + clinic.slug() + "/" + one.id();
  }

  /**
   * To which the key leads back: that of the caller on the line, or of the one who waits and is
   * before her; the newest while there is none. None while several wait: it may be about another.
   */
  @Transactional(readOnly = true)
  Optional<String> back(String caller) {
    return open(callers.before(caller)).stream()
        .filter(FlagsPage.Open::here)
        .map(FlagsPage.Open::href)
        .findFirst();
  }

  @Transactional(readOnly = true)
  FlagPage one(String code) {
    var may = mayOpen();
    var at = clinics.byIds(may.stream().map(Organization::id).toList());
    return new FlagPage(
        flags.get(code),
        callers.asked(at),
        may.stream().map(each -> Choice.of(each.slug(), each.name())).toList());
  }

  /**
   * Her emergencies that are open, that of the caller on the line first, then the newest.
   *
   * @param before the caller who waits and is before her, while she speaks with nobody
   */
  private List<FlagsPage.Open> open(Optional<OpenCall> before) {
    var mine = emergencies.mine();
    var names = clinicsOf(mine);
    var line = line(before);
    return mine.stream()
        .flatMap(one ->
            Optional.ofNullable(names.get(one.organization())).stream()
                .map(clinic -> open(one, clinic, line, "")))
        .sorted(Comparator.comparing(one -> !one.here()))
        .toList();
  }

  /** What others have open where she leads: who began one may be gone, and books nothing then. */
  @Transactional(readOnly = true)
  List<FlagsPage.Open> ofOthers() {
    var all = emergencies.ofOthers();
    var names = clinicsOf(all);
    var openers = accounts.namesOf(all.stream().map(Emergency::openedBy).distinct().toList());
    var line = line(Optional.empty());
    return all.stream()
        .flatMap(one ->
            Optional.ofNullable(names.get(one.organization())).stream()
                .map(clinic -> open(one, clinic, line, openers.getOrDefault(one.openedBy(), ""))))
        .toList();
  }

  /** What floats over every page. */
  @Transactional(readOnly = true)
  FlagsPage.Strip strip() {
    var topics = Scopes.current().organizations().stream().map(Emergency::topic).sorted().toList();
    return new FlagsPage.Strip(String.join(" ", topics), open(Optional.empty()), ofOthers());
  }

  private Map<OrganizationId, Clinic> clinicsOf(List<Emergency> some) {
    return clinics.byIds(some.stream().map(Emergency::organization).distinct().toList());
  }

  /**
   * Who is on her line.
   *
   * @param asks whether several wait, and she speaks with none
   * @param caller with whom she speaks, or who is before her while several wait
   */
  private record Line(boolean asks, Optional<OpenCall> caller) {

    boolean says(Emergency one) {
      return (!asks || caller.isPresent()) && Speaking.isOf(one, caller);
    }
  }

  private Line line(Optional<OpenCall> before) {
    return callers.several() ? new Line(true, before) : new Line(false, speaking.now());
  }

  private FlagsPage.Open open(Emergency one, Clinic clinic, Line line, String by) {
    return new FlagsPage.Open(
        gate.closes(one) ? "" : "/emergencies/" + clinic.slug() + "/" + one.id(),
        clinic.name(),
        flags.get(one.flag()).title(),
        Moments.relative(one.openedAt(), clock.instant()),
        by,
        line.says(one),
        line.asks() ? callers.whose(one, clinic) : "",
        callers.mayBeOf(one));
  }

  /** A sign that is chosen now is about the caller who is before her. */
  private Optional<FlagsPage.At> at(OpenCall before) {
    return mayOpen().stream()
        .filter(each -> each.id().equals(before.organization()))
        .findFirst()
        .flatMap(each -> Optional.ofNullable(clinics.byIds(List.of(each.id())).get(each.id())))
        .map(clinic ->
            new FlagsPage.At(
                clinic.slug(), callers.words(before, clinic), before.call().toString()));
  }

  private FlagsPage.At at(String slug) {
    var may = mayOpen();
    var call = speaking.now();
    return may.stream()
        .filter(each -> each.slug().equals(slug))
        .findFirst()
        .or(() ->
            may.stream()
                .filter(each -> call.filter(c -> c.organization().equals(each.id())).isPresent())
                .findFirst())
        .or(() -> Optional.of(may).filter(all -> all.size() == 1).map(List::getFirst))
        .map(clinic -> new FlagsPage.At(clinic.slug(), clinic.name(), ""))
        .orElse(FlagsPage.At.UNKNOWN);
  }

  private List<Organization> mayOpen() {
    return clinics.inScope().stream()
        .map(Clinic::organization)
        .filter(each -> Scopes.current().may(each.id(), "red_flags", Verb.CREATE))
        .toList();
  }
}
