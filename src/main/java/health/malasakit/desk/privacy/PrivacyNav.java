package health.malasakit.desk.privacy;

import health.malasakit.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The privacy officer's entry of the rail. */
@Configuration(proxyBeanMethods = false)
class PrivacyNav {

  @Bean
  NavEntry auditEntry() {
    return new NavEntry("audit.title", "/audit", "shield", 90, "audit_log", "read", "g a");
  }
}
