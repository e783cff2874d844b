package health.malasakit.inquiries.web;

import health.malasakit.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What inquiries adds to the rail, and what of it floats over every page. */
@Configuration(proxyBeanMethods = false)
class InquiriesNav {

  @Bean
  NavEntry callsEntry() {
    return new NavEntry("inquiries.nav", "/calls", "phone", 20, "calls", "update", "g t")
        .floating("/calls/strip");
  }
}
