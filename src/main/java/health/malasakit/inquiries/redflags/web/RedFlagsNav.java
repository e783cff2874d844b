package health.malasakit.inquiries.redflags.web;

import health.malasakit.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One key away on every page, and the way back to an open emergency over each. */
@Configuration(proxyBeanMethods = false)
class RedFlagsNav {

  @Bean
  NavEntry redFlagsEntry() {
    return new NavEntry("redflags.nav", "/red-flags", "flag", 15, "red_flags", "read", "F9")
        .floating("/red-flags/strip");
  }
}
