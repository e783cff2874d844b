package health.malasakit.scheduling;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.live.Live;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Tells open day views that something changed on a date. */
@Component
public class DayNews {

  private final Live live;

  DayNews(Live live) {
    this.live = live;
  }

  /** Something of this visit changed. */
  public void changed(Visit visit) {
    visit
        .place()
        .practitioner()
        .ifPresent(one -> changed(visit.organization(), visit.site(), one, visit.time()));
  }

  void changed(Hold hold) {
    changed(hold.organization(), hold.where().site(), hold.where().practitioner(), hold.time());
  }

  private void changed(
      OrganizationId organization, SiteId site, PractitionerId practitioner, VisitTime time) {
    var day = topic(organization, site, time.date());
    live.changed(day);
    live.changed(day + "/" + practitioner);
  }

  /** What a whole day listens to; a column adds its practitioner. */
  static String topic(OrganizationId organization, SiteId site, LocalDate date) {
    return "day/" + organization + "/" + site + "/" + date;
  }
}
