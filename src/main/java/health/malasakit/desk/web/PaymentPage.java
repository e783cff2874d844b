package health.malasakit.desk.web;

import java.util.List;

/**
 * What a payer on the line may hear of a patient, and nothing else.
 *
 * @param now date and time at the clinic
 */
public record PaymentPage(
    String clinicSlug, String patient, String born, String now, List<PatientPage.CoverLine> cover) {

  @Override
  public String toString() {
    return "PaymentPage[]";
  }
}
