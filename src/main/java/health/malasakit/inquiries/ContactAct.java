package health.malasakit.inquiries;

import health.malasakit.kernel.PatientId;
import java.util.List;
import java.util.Optional;

/** What a module to the right offers on the page of a call. */
public interface ContactAct {

  /**
   * The way there, as a button.
   *
   * @param label key of its words
   * @param keys that press it
   */
  record Offer(String label, String icon, String href, String keys) {}

  /**
   * The offer in this call, to whoever runs; empty when it is none of hers.
   *
   * @param proven for whom the caller was proven, the latest first
   */
  Optional<Offer> offer(Call call, List<PatientId> proven);
}
