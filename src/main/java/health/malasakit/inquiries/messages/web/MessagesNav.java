package health.malasakit.inquiries.messages.web;

import health.malasakit.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What messages add to the rail. */
@Configuration(proxyBeanMethods = false)
class MessagesNav {

  @Bean
  NavEntry messagesEntry() {
    return new NavEntry("messages.nav", "/messages", "message", 55, "messages", "read", "g m");
  }
}
