package health.malasakit.messaging.texts.web;

import health.malasakit.access.OpenToAll;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.texts.GatewayDoor;
import health.malasakit.messaging.texts.SignedForm;
import health.malasakit.messaging.texts.TextId;
import health.malasakit.messaging.texts.TextReceipt;
import health.malasakit.messaging.texts.TextReceipts;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the gateway tells whether a text arrived. Told twice, or late, it changes nothing more. */
@RestController
class ReceiptController {

  private final GatewayDoor door;
  private final TextReceipts receipts;

  ReceiptController(GatewayDoor door, TextReceipts receipts) {
    this.door = door;
    this.receipts = receipts;
  }

  @PostMapping(GatewayDoor.PATH + "/receipts/{organization}/{id}")
  @OpenToAll(why = "the gateway signs what it tells; nothing else is believed")
  @NotAudited(why = "shows nothing; the ledger keeps what was told, and when")
  ResponseEntity<Void> told(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable TextId id,
      HttpServletRequest request) {
    var came = SignedForm.of(request, door);
    if (came.form().isEmpty()) {
      return ResponseEntity.status(came.status()).build();
    }
    var form = came.form().get();
    var receipt =
        TextReceipt.of(form.text("MessageSid"), form.text("MessageStatus"), form.text("ErrorCode"));
    boolean known = receipt.isEmpty() || receipts.told(clinic, id, receipt.get());
    return ResponseEntity.status(known ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND).build();
  }
}
