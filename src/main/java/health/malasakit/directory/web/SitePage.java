package health.malasakit.directory.web;

import java.util.List;

/** One site: what is written about it, and its zone with the way to confirm it. */
public record SitePage(FormPage details, FormPage zone, List<ListPage.Mark> marks) {}
