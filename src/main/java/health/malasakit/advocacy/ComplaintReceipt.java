package health.malasakit.advocacy;

import health.malasakit.kernel.OrganizationId;
import java.time.Instant;

/**
 * That a complaint was recorded, for whoever recorded it.
 *
 * @param number to tell whoever complained
 * @param reached whether somebody worked there then who could see to it
 * @param logged whether it was solved at once, so that nobody has to see to it
 */
public record ComplaintReceipt(
    OrganizationId organization,
    ComplaintId id,
    String number,
    boolean logged,
    boolean reached,
    Instant at) {}
