package health.malasakit.inquiries.copies;

import health.malasakit.directory.Clinic;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.WrapUp;
import health.malasakit.inquiries.WrapUps;
import health.malasakit.kernel.PatientId;
import java.util.Optional;

/**
 * A write-up of a call about one patient, who may be shown.
 *
 * @param about empty for a call about nobody
 * @param words in which the note is empty where it is about another
 * @param promised in words; empty for nothing
 * @param whole whether her record is open, and not only what she said herself may be repeated
 */
public record Sheet(
    Call call,
    Clinic clinic,
    WrapUps.Written written,
    Optional<PatientId> about,
    WrapUp words,
    String promised,
    boolean whole) {

  @Override
  public String toString() {
    return "Sheet[" + call + "]";
  }
}
