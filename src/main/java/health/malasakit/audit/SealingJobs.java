package health.malasakit.audit;

import health.malasakit.kernel.Recurring;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When lines are sealed and heads of chains are anchored. */
@Configuration(proxyBeanMethods = false)
class SealingJobs {

  @Bean
  Recurring auditSealing(Sealing sealing) {
    return new Recurring("audit.sealing", Duration.ofSeconds(2), sealing::sealAll);
  }

  @Bean
  Recurring auditAnchors(Anchors anchors) {
    return new Recurring("audit.anchors", Duration.ofHours(1), anchors::anchorAll);
  }
}
