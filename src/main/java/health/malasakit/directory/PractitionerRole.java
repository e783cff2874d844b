package health.malasakit.directory;

/** A practitioner works at a site. */
public record PractitionerRole(PractitionerId practitioner, SiteId site, String specialty) {}
