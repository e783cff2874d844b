package health.malasakit.inquiries.redflags.web;

import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.redflags.Confirmation;
import health.malasakit.inquiries.redflags.Confirmations;
import health.malasakit.inquiries.redflags.RedFlag;
import health.malasakit.inquiries.redflags.web.ScriptsPage.Mark;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of each script whether a clinician of a clinic has confirmed it. */
@Component
class Marks {

  private final Confirmations confirmations;
  private final Clinics clinics;

  Marks(Confirmations confirmations, Clinics clinics) {
    this.confirmations = confirmations;
    this.clinics = clinics;
  }

  /** Of one script. */
  @Transactional(readOnly = true)
  Mark of(Clinic clinic, RedFlag flag) {
    return of(clinic, List.of(flag)).getFirst();
  }

  /** Of these scripts, in their order. */
  @Transactional(readOnly = true)
  List<Mark> of(Clinic clinic, List<RedFlag> flags) {
    var all = confirmations.of(clinic.id());
    return flags.stream().map(flag -> mark(clinic, flag, all)).toList();
  }

  private Mark mark(Clinic clinic, RedFlag flag, List<Confirmation> all) {
    var own = all.stream().filter(each -> each.flag().equals(flag.code())).toList();
    var standing = own.stream().filter(each -> each.stands(flag)).findFirst();
    return standing
        .map(each -> mark("confirmed", clinic, each))
        .or(() -> own.stream().findFirst().map(each -> mark("outdated", clinic, each)))
        .orElse(new Mark("none", "", ""));
  }

  private Mark mark(String state, Clinic clinic, Confirmation one) {
    var zone =
        clinic
            .zone()
            .or(() -> Optional.ofNullable(clinics.zones().get(clinic.id())))
            .orElse(Scopes.current().zone());
    return new Mark(state, one.name(), Moments.dated(LocalDate.ofInstant(one.at(), zone)));
  }
}
