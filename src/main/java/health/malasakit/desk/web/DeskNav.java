package health.malasakit.desk.web;

import health.malasakit.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the rail begins. */
@Configuration(proxyBeanMethods = false)
class DeskNav {

  @Bean
  NavEntry homeEntry() {
    return new NavEntry("desk.nav.home", "/", "home", 10).byKeys("g h");
  }
}
