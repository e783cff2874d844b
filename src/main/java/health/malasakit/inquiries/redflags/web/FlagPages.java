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
   */
  @Transactional(readOnly = true)
  FlagsPage list(String slug, String typed, String within) {
    var groups = new LinkedHashMap<RedFlag.Action, List<RedFlag>>();
    flags
        .found(typed)
        .forEach(flag -> groups.computeIfAbsent(flag.action(), a -> new ArrayList<>()).add(flag));
    return new FlagsPage(
        typed,
        groups.entrySet().stream()
            .map(group -> new FlagsPage.Group(group.getKey().code(), group.getValue()))
            .toList(),
        within.isEmpty() && callers.several() ? FlagsPage.At.UNKNOWN : at(slug),
        within.isEmpty() ? "" : goesOn(slug, within),
        open(),
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
   * To which the key leads back: that of the caller on the line; the newest while there is none.
   */
  @Transactional(readOnly = true)
  Optional<String> back() {
    return open().stream().filter(FlagsPage.Open::here).map(FlagsPage.Open::href).findFirst();
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

  /** Her emergencies that are open, that of the caller on the line first, then the newest. */
  @Transactional(readOnly = true)
  List<FlagsPage.Open> open() {
    var mine = emergencies.mine();
    var now = speaking.now();
    var names = clinicsOf(mine);
    return mine.stream()
        .flatMap(one ->
            Optional.ofNullable(names.get(one.organization())).stream()
                .map(clinic -> open(one, clinic, now, "")))
        .sorted(Comparator.comparing(one -> !one.here()))
        .toList();
  }

  /** What others have open where she leads: who began one may be gone, and books nothing then. */
  @Transactional(readOnly = true)
  List<FlagsPage.Open> ofOthers() {
    var all = emergencies.ofOthers();
    var names = clinicsOf(all);
    var openers = accounts.namesOf(all.stream().map(Emergency::openedBy).distinct().toList());
    var now = speaking.now();
    return all.stream()
        .flatMap(one ->
            Optional.ofNullable(names.get(one.organization())).stream()
                .map(clinic -> open(one, clinic, now, openers.getOrDefault(one.openedBy(), ""))))
        .toList();
  }

  /** What floats over every page. */
  @Transactional(readOnly = true)
  FlagsPage.Strip strip() {
    var topics = Scopes.current().organizations().stream().map(Emergency::topic).sorted().toList();
    return new FlagsPage.Strip(String.join(" ", topics), open(), ofOthers());
  }

  private Map<OrganizationId, Clinic> clinicsOf(List<Emergency> some) {
    return clinics.byIds(some.stream().map(Emergency::organization).distinct().toList());
  }

  private FlagsPage.Open open(Emergency one, Clinic clinic, Optional<OpenCall> now, String by) {
    return new FlagsPage.Open(
        gate.closes(one) ? "" : "/emergencies/" + clinic.slug() + "/" + one.id(),
        clinic.name(),
        flags.get(one.flag()).title(),
        Moments.relative(one.openedAt(), clock.instant()),
        by,
        Speaking.isOf(one, now),
        callers.mayBeOf(one));
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
        .map(clinic -> new FlagsPage.At(clinic.slug(), clinic.name()))
        .orElse(FlagsPage.At.UNKNOWN);
  }

  private List<Organization> mayOpen() {
    return clinics.inScope().stream()
        .map(Clinic::organization)
        .filter(each -> Scopes.current().may(each.id(), "red_flags", Verb.CREATE))
        .toList();
  }
}
