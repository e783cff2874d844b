package health.malasakit.scheduling.counts;

import health.malasakit.kernel.OrganizationId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many visits a clinic has today, for the pages that show several clinics at once. */
@Component
public class DayCounts {

  private final DayCountStore store;
  private final Clock clock;

  DayCounts(DayCountStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Visits booked here that take place today and were not cancelled, in one statement; clinics with
   * none are missing.
   *
   * @param zones the zone in which each clinic's day begins
   */
  @Transactional(readOnly = true)
  public Map<OrganizationId, Integer> today(Map<OrganizationId, ZoneId> zones) {
    var now = clock.instant();
    var days =
        zones.entrySet().stream()
            .map(each -> {
              var date = LocalDate.ofInstant(now, each.getValue());
              var from = date.atStartOfDay(each.getValue()).toOffsetDateTime();
              var to = date.plusDays(1).atStartOfDay(each.getValue()).toOffsetDateTime();
              return new DayCountStore.Day(each.getKey(), from, to);
            })
            .toList();
    return days.isEmpty() ? Map.of() : store.count(days);
  }
}
