package health.malasakit.inquiries.redflags.web;

import health.malasakit.inquiries.OpenCall;
import health.malasakit.inquiries.OpenCallStore;
import health.malasakit.inquiries.redflags.Emergency;
import health.malasakit.kernel.Scopes;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** With whom she speaks now, at whatever clinic: help goes to that caller and to no other. */
@Component
class Speaking {

  private final OpenCallStore calls;

  Speaking(OpenCallStore calls) {
    this.calls = calls;
  }

  /** The call she is on; empty while nobody is on the line, or all wait. */
  Optional<OpenCall> now() {
    return Scopes.current().account().flatMap(me -> OpenCall.spoken(calls.of(List.of(me))));
  }

  /** Whether it was said on the call she is on, or she is on none. */
  static boolean isOf(Emergency one, Optional<OpenCall> now) {
    return now.map(call -> one.call().filter(call.call().value()::equals).isPresent()).orElse(true);
  }
}
