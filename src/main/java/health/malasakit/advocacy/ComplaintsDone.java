package health.malasakit.advocacy;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.DoneHere;
import health.malasakit.kernel.Scopes;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A complaint is drawn on no call: whoever recorded it finds "something else" where nothing else
 * was done, and nobody else finds anything.
 */
@Component
class ComplaintsDone implements DoneHere {

  private static final String ELSE = "other";

  private final ComplaintReceiptStore receipts;

  ComplaintsDone(ComplaintReceiptStore receipts) {
    this.receipts = receipts;
  }

  @Override
  public List<Did> in(Call call) {
    return Scopes.current().account().stream()
        .flatMap(me -> receipts.in(call.organization(), call.id().value(), me).stream())
        .map(one -> new Did(Optional.empty(), ELSE, "done", one.at()))
        .toList();
  }

  @Override
  public boolean unlessElse() {
    return true;
  }
}
