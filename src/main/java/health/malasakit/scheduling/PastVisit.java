package health.malasakit.scheduling;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A visit that took place elsewhere or before us, as a file tells it.
 *
 * @param source its name in that file, unique in the clinic
 * @param title what it was, in the file's words
 * @param zone in which its wall time is shown: the site's as far as it is known
 */
public record PastVisit(
    OrganizationId organization,
    String source,
    PatientId patient,
    SiteId site,
    Optional<PractitionerId> practitioner,
    String title,
    Instant from,
    Instant to,
    ZoneId zone) {}
