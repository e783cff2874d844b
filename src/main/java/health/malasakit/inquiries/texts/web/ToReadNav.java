package health.malasakit.inquiries.texts.web;

import health.malasakit.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What texts add to the rail, and what floats over every page when one tells of danger. */
@Configuration(proxyBeanMethods = false)
class ToReadNav {

  @Bean
  NavEntry toReadEntry() {
    return new NavEntry("incoming.nav", "/texts", "list", 56, "calls", "update", "g x")
        .floating("/texts/alarm");
  }
}
