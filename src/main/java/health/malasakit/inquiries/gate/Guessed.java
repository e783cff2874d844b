package health.malasakit.inquiries.gate;

import health.malasakit.kernel.PatientId;
import java.util.Optional;

/**
 * Something that an answer is counted against when it does not match.
 *
 * @param mark stands for it and tells nothing of it
 * @param patient whose further facts it is; empty for anything else
 */
record Guessed(Closing.About about, String mark, Optional<PatientId> patient) {}
