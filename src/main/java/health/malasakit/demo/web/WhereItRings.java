package health.malasakit.demo.web;

import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.Welcome;
import java.net.URI;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Says at the start where the telephone is. */
@Component
@ConditionalOnProperty("malasakit.made-up-world")
class WhereItRings implements Welcome {

  @Override
  public List<String> lines(URI address) {
    return List.of(
        Sentences.of("demo.telephone.where", address),
        Sentences.of("demo.phones.where", address),
        Sentences.of("demo.inbox.where", address));
  }
}
