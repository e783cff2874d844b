package health.malasakit.scheduling.web;

/** There is no site whose day could be shown. */
public record NoSitePage() {}
