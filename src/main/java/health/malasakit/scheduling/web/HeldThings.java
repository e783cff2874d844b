package health.malasakit.scheduling.web;

import health.malasakit.directory.Practitioner;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypes;
import health.malasakit.scheduling.Hold;
import org.springframework.stereotype.Component;

/** Knows what a hold is for and says it: the kind of visit, with whom, and where. */
@Component
class HeldThings {

  private final Sites sites;
  private final Practitioners practitioners;
  private final VisitTypes types;
  private final SchedulingWords sayings;

  HeldThings(Sites sites, Practitioners practitioners, VisitTypes types, SchedulingWords sayings) {
    this.sites = sites;
    this.practitioners = practitioners;
    this.types = types;
    this.sayings = sayings;
  }

  Held of(Hold hold) {
    var where = hold.where();
    return new Held(
        sites.get(where.site()), practitioners.get(where.practitioner()), types.get(where.type()));
  }

  String what(Held held) {
    return sayings.say(
        "visit.what.with",
        held.type().name(),
        String.valueOf(held.type().details().minutes()),
        held.practitioner().name());
  }

  String where(Held held) {
    var site = held.site();
    var address = site.address().shown();
    return address.isEmpty() ? site.name() : sayings.say("visit.place", site.name(), address);
  }

  /** What the directory says of a hold. */
  record Held(Site site, Practitioner practitioner, VisitType type) {}
}
