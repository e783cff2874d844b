package health.malasakit.desk.web;

import health.malasakit.access.Colleagues;
import health.malasakit.desk.ClinicAt;
import health.malasakit.inquiries.mixups.MixUpLines;
import health.malasakit.inquiries.mixups.Side;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Sentences;
import health.malasakit.ui.When;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was moved from a patient's page to the right one, or to hers from a wrong one. */
@Component
class MixUpHistory {

  private final MixUpLines lines;
  private final Colleagues colleagues;

  MixUpHistory(MixUpLines lines, Colleagues colleagues) {
    this.lines = lines;
    this.colleagues = colleagues;
  }

  /** Where it went wrong nothing is said of what it was. */
  List<PatientPage.Happening> of(ClinicAt clinic, PatientId patient) {
    var sides = lines.of(clinic.id(), patient);
    var names = colleagues.names(sides.stream().map(Side::by).distinct().toList());
    return sides.stream().map(side -> moved(side, clinic, names)).toList();
  }

  private static PatientPage.Happening moved(
      Side side, ClinicAt clinic, Map<AccountId, String> names) {
    return new PatientPage.Happening(
        "mixup",
        "twins",
        names.getOrDefault(side.by(), ""),
        "mixup." + (side.right() ? "to." : "from.") + side.what().code(),
        side.undone() ? Sentences.of("mixups.line.undone") : "",
        When.of(side.at(), clinic.zone()),
        "");
  }
}
