package health.malasakit.advocacy.web;

import health.malasakit.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What advocacy adds to the rail, and what floats while a complaint calls for somebody. */
@Configuration(proxyBeanMethods = false)
class AdvocacyNav {

  @Bean
  NavEntry complaintsEntry() {
    return new NavEntry("advocacy.nav", "/complaints", "speech", 70, "complaints", "create", "g k")
        .floating("/complaints/alarm");
  }
}
