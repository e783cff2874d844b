package health.malasakit.access.web;

import health.malasakit.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What access adds to the rail. */
@Configuration(proxyBeanMethods = false)
class AccessNav {

  @Bean
  NavEntry peopleEntry() {
    return new NavEntry("access.people", "/people", "people", 80, "user_admin", "read", "g e");
  }
}
