package health.malasakit.inquiries.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import java.util.List;
import java.util.UUID;

/** Which visits the last text to a number named. */
public interface LastNamed {

  /**
   * A visit that was told.
   *
   * @param version at which it was booked, moved or cancelled last when it was told
   */
  record Named(UUID visit, int version) {}

  /** Those of the last text about visits; none when there was none. */
  List<Named> of(OrganizationId organization, Phone number);
}
