package health.malasakit.demo;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Site;
import health.malasakit.directory.VisitType;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/** A practitioner of the made-up world, with the kinds of visit that she gives. */
record Doctor(
    PractitionerId id, String family, Site site, Set<DayOfWeek> days, List<VisitType> types) {}
