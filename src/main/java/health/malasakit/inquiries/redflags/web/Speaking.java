package health.malasakit.inquiries.redflags.web;

import health.malasakit.inquiries.OpenCall;
import health.malasakit.inquiries.OpenCallStore;
import health.malasakit.inquiries.redflags.Emergency;
import health.malasakit.kernel.Scopes;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose caller is on the line, at whatever clinic: help goes to that caller and to no other. */
@Component
class Speaking {

  private final OpenCallStore calls;

  Speaking(OpenCallStore calls) {
    this.calls = calls;
  }

  /** Hers who are on the line, the one she speaks with or those who wait. */
  List<OpenCall> onTheLine() {
    return Scopes.current().account().map(me -> calls.of(List.of(me))).orElse(List.of()).stream()
        .filter(one -> one.state().live())
        .toList();
  }

  /**
   * Whom a sign is about without asking: with whom she speaks, else the only one who waits. Empty
   * while nobody is on the line, and while several wait.
   */
  Optional<OpenCall> now() {
    var all = onTheLine();
    return OpenCall.spoken(all)
        .or(() -> Optional.of(all).filter(one -> one.size() == 1).map(List::getFirst));
  }

  /** Whether it was said by that caller, or by nobody in particular. */
  static boolean isOf(Emergency one, Optional<OpenCall> now) {
    return now.map(call -> one.call().filter(call.call().value()::equals).isPresent()).orElse(true);
  }
}
