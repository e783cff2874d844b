package health.malasakit.desk.reminders;

import health.malasakit.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What reminders add to the rail. */
@Configuration(proxyBeanMethods = false)
class RemindersNav {

  @Bean
  NavEntry remindersEntry() {
    return new NavEntry("reminders.nav", "/reminders", "clock", 57, "reminders", "read", "g r");
  }
}
