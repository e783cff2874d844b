package health.malasakit.patients;

import java.util.UUID;

/**
 * Where a file came from.
 *
 * @param system its name, written beside each fact, for example {@code fhir}
 * @param importId the import, kept beside each row it touched
 */
public record ImportSource(String system, UUID importId) {}
