package health.malasakit.ui;

import java.time.ZoneId;

/** A clinic whose work the person does now; the zone is that of its first site. */
public record ClinicInScope(String slug, String name, ZoneId zone) {}
