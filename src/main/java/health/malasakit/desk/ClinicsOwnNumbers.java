package health.malasakit.desk;

import health.malasakit.directory.Clinics;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.patients.search.SharedNumbers;
import java.util.List;
import org.springframework.stereotype.Component;

/** A clinic's own phone number, written into a patient's record, points to nobody. */
@Component
class ClinicsOwnNumbers implements SharedNumbers {

  private final Clinics clinics;

  ClinicsOwnNumbers(Clinics clinics) {
    this.clinics = clinics;
  }

  @Override
  public boolean pointsToNobody(OrganizationId clinic, String lastTen) {
    return clinics.byIds(List.of(clinic)).values().stream()
        .flatMap(each -> each.numbers().stream())
        .anyMatch(number -> number.phone().digits().endsWith(lastTen));
  }
}
