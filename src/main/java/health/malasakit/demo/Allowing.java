package health.malasakit.demo;

import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ConsentBasis;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.NewConsent;
import health.malasakit.messaging.Purpose;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What patients said when they were asked how they may be reached. */
@Component
class Allowing {

  /** One in so many of those who stand for nothing in particular. */
  private static final int ONE_IN = 3;

  private final Consents consents;
  private final Clock clock;

  Allowing(Consents consents, Clock clock) {
    this.consents = consents;
    this.clock = clock;
  }

  void ask(MadeClinic clinic, Map<String, PatientId> records, List<PatientId> crowd) {
    for (var line : Lines.of("consents", clinic.slug())) {
      var said = said(line, LocalDate.ofInstant(clock.instant(), clinic.zone()));
      if (line.get(1).equals("*")) {
        for (int number = 0; number < crowd.size(); number += ONE_IN) {
          consents.record(clinic.id(), crowd.get(number), said);
        }
      } else {
        consents.record(clinic.id(), Objects.requireNonNull(records.get(line.get(1))), said);
      }
    }
  }

  private static NewConsent said(List<String> line, LocalDate on) {
    return new NewConsent(
        Channel.valueOf(upper(line.get(2))),
        "",
        Purpose.valueOf(upper(line.get(3))),
        ConsentAnswer.valueOf(upper(line.get(4))),
        ConsentBasis.valueOf(upper(line.get(5))),
        line.get(7),
        line.get(6),
        on);
  }

  private static String upper(String cell) {
    return cell.toUpperCase(Locale.ROOT);
  }
}
