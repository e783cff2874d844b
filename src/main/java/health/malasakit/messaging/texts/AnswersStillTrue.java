package health.malasakit.messaging.texts;

import health.malasakit.kernel.OrganizationId;

/** Says of an answer that waits whether it is still so; the module that reads texts knows. */
public interface AnswersStillTrue {

  /**
   * Whether nothing newer came from that number, and what the answer says of a visit is as it says
   * and may be told there now.
   */
  boolean isTrue(OrganizationId organization, TextId answer);
}
