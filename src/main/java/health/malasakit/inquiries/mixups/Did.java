package health.malasakit.inquiries.mixups;

import java.time.Instant;

/**
 * What was done in a call for a patient.
 *
 * @param movable false for a visit of hers that was only changed: it stays hers, and is put back
 */
public record Did(Thing thing, boolean movable, Instant at) {}
