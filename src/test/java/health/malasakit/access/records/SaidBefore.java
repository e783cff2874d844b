package health.malasakit.access.records;

import health.malasakit.audit.Audit;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationContext;

/** What staff said of themselves some time ago. */
public final class SaidBefore {

  private SaidBefore() {}

  /** The same profiles, as they were set then. */
  public static StaffProfiles by(Duration ago, ApplicationContext beans) {
    var then = beans.getBean(Clock.class).instant().minus(ago);
    return new StaffProfiles(
        beans.getBean(StaffProfileStore.class),
        beans.getBean(Audit.class),
        Clock.fixed(then, ZoneOffset.UTC));
  }
}
