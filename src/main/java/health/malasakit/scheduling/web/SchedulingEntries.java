package health.malasakit.scheduling.web;

import health.malasakit.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What scheduling adds to the rail. */
@Configuration(proxyBeanMethods = false)
class SchedulingEntries {

  @Bean
  NavEntry dayEntry() {
    return new NavEntry("scheduling.nav.day", "/days", "day", 40, "appointments", "read", "g d");
  }

  @Bean
  NavEntry openingsEntry() {
    return new NavEntry(
        "scheduling.nav.openings", "/openings", "calendar", 50, "appointments", "read", "g o");
  }

  @Bean
  NavEntry toMoveEntry() {
    return new NavEntry(
        "scheduling.to_move", "/to-move", "arrow", 60, "appointments", "update", "g v");
  }

  @Bean
  NavEntry schedulesEntry() {
    return new NavEntry(
        "scheduling.nav.schedule", "/schedules", "clock", 90, "schedule_templates", "read", "g s");
  }
}
