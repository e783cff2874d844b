package health.malasakit.inquiries.redflags.web;

import health.malasakit.access.Organization;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallState;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.redflags.Emergencies;
import health.malasakit.inquiries.redflags.RedFlag;
import health.malasakit.inquiries.redflags.RedFlags;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the list of signs; the clinic is that of the call she is on, or the only one she has. */
@Component
class FlagPages {

  private final RedFlags flags;
  private final Emergencies emergencies;
  private final Clinics clinics;
  private final Calls calls;

  FlagPages(RedFlags flags, Emergencies emergencies, Clinics clinics, Calls calls) {
    this.flags = flags;
    this.emergencies = emergencies;
    this.clinics = clinics;
    this.calls = calls;
  }

  @Transactional(readOnly = true)
  FlagsPage list(String slug, String typed) {
    var groups = new LinkedHashMap<RedFlag.Action, List<RedFlag>>();
    flags
        .found(typed)
        .forEach(flag -> groups.computeIfAbsent(flag.action(), a -> new ArrayList<>()).add(flag));
    return new FlagsPage(
        typed,
        groups.entrySet().stream()
            .map(group -> new FlagsPage.Group(group.getKey().code(), group.getValue()))
            .toList(),
        at(slug),
        open());
  }

  @Transactional(readOnly = true)
  FlagPage one(String code) {
    return new FlagPage(
        flags.get(code),
        mayOpen().stream().map(each -> Choice.of(each.slug(), each.name())).toList());
  }

  /** Her emergencies that are open, newest first. */
  @Transactional(readOnly = true)
  List<FlagsPage.Open> open() {
    var mine = emergencies.mine();
    var names = clinics.byIds(mine.stream().map(one -> one.organization()).toList());
    return mine.stream()
        .flatMap(one ->
            Optional.ofNullable(names.get(one.organization())).stream()
                .map(clinic ->
                    new FlagsPage.Open(
                        "/emergencies/" + clinic.slug() + "/" + one.id(),
                        clinic.name(),
                        flags.get(one.flag()).category())))
        .toList();
  }

  /** The contact of a sign at a clinic: the call she is on there, with the caller's number. */
  @Transactional(readOnly = true)
  Emergencies.Contact contact(Clinic clinic) {
    var call = talking().filter(one -> one.organization().equals(clinic.id()));
    return new Emergencies.Contact(
        call.map(one -> one.id().value()),
        call.flatMap(one -> one.line().other()).map(Phone::shown).orElse(""));
  }

  private FlagsPage.At at(String slug) {
    var may = mayOpen();
    var call = talking();
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

  private Optional<Call> talking() {
    return calls.mine().stream().filter(call -> call.state() == CallState.TALKING).findFirst();
  }

  private List<Organization> mayOpen() {
    return clinics.inScope().stream()
        .map(Clinic::organization)
        .filter(each -> Scopes.current().may(each.id(), "red_flags", Verb.CREATE))
        .toList();
  }
}
