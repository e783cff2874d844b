package health.malasakit.inquiries.mixups;

import health.malasakit.inquiries.Call;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a module to the right keeps of a call and draws on no page of a patient. Whoever may see it
 * moves it; nobody else learns what it is.
 */
public interface KeptApart {

  /**
   * One of them.
   *
   * @param words key of what was done, with the hour
   */
  record Kept(UUID id, String words, Instant at) {}

  /** Those that were taken down about her in a call, and that the running person may see. */
  List<Kept> seen(Call call, PatientId patient);

  /** Whether the running person took down in a call what she may not see. */
  boolean unseen(Call call);

  /** One that she may see is about this person. */
  void giveTo(Call call, UUID id, PatientId right);
}
