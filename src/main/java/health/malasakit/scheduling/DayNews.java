package health.malasakit.scheduling;

import health.malasakit.directory.SiteId;
import health.malasakit.kernel.OrganizationId;
import org.springframework.stereotype.Component;

/** Tells open day views that something changed on a date. */
@Component
class DayNews {

  void changed(OrganizationId organization, SiteId site, VisitTime time) {}

  /** What a day view listens to. */
  static String topic(OrganizationId organization, SiteId site, java.time.LocalDate date) {
    return "day/" + organization + "/" + site + "/" + date;
  }
}
