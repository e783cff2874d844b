package health.malasakit.desk.web;

/** What home shows. */
public record HomePage() {}
