package health.malasakit.patients.web;

import health.malasakit.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PatientsWiring {

  @Bean
  NavEntry patientsEntry() {
    return new NavEntry("patients.nav", "/patients", "people", 50, "patients", "read", "g p");
  }
}
