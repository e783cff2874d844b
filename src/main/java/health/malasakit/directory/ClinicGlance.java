package health.malasakit.directory;

import health.malasakit.kernel.OrganizationId;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * The little that every page needs to know about a clinic.
 *
 * @param zone of its profile, else of its first site; empty when neither has one
 * @param off what people in the asking country may not do with its pages
 */
public record ClinicGlance(
    OrganizationId organization, Optional<ZoneId> zone, Set<Clinic.Export> off) {}
