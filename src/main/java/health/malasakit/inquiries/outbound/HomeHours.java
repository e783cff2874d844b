package health.malasakit.inquiries.outbound;

import health.malasakit.directory.Clinics;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which hour it is where a patient lives, when that is not the hour of her clinic. */
@Component
public class HomeHours {

  private final Patients patients;
  private final HomeZones homes;
  private final Clinics clinics;
  private final Clock clock;

  HomeHours(Patients patients, HomeZones homes, Clinics clinics, Clock clock) {
    this.patients = patients;
    this.homes = homes;
    this.clinics = clinics;
    this.clock = clock;
  }

  /**
   * The hour there now.
   *
   * @param said false while only her ZIP proposes the zone
   */
  public record Hour(health.malasakit.ui.Clock clock, boolean said) {

    @Override
    public String toString() {
      return "Hour";
    }
  }

  /** Empty where it is that of the clinic, or nobody knows where she lives. */
  @Transactional(readOnly = true)
  public Optional<Hour> beside(OrganizationId clinic, PatientId patient) {
    return patients
        .find(clinic, patient)
        .flatMap(her ->
            homes.likely(her).filter(zone -> differs(clinic, zone)).map(zone -> hour(her, zone)));
  }

  private boolean differs(OrganizationId clinic, ZoneId hers) {
    var now = clock.instant();
    return Optional.ofNullable(clinics.zones().get(clinic))
        .filter(zone -> zone.getRules().getOffset(now).equals(hers.getRules().getOffset(now)))
        .isEmpty();
  }

  private Hour hour(Patient her, ZoneId zone) {
    var whose = Sentences.of("outbound.hers.now");
    var there =
        health.malasakit.ui.Clock.of(whose, zone, clock.instant(), LocaleContextHolder.getLocale());
    return new Hour(there, her.facts().zone().isPresent());
  }
}
