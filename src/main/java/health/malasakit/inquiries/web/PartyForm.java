package health.malasakit.inquiries.web;

import static health.malasakit.inquiries.web.CallerForm.text;

import health.malasakit.directory.TransferTargetId;
import health.malasakit.inquiries.gate.Introduction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which organization rings, as it is typed.
 *
 * @param payer one of the clinic's payers; empty for another, whose name is typed
 */
public record PartyForm(
    @Nullable String sort,
    @Nullable String onFile,
    @Nullable String payer,
    @Nullable String organization,
    @Nullable String person,
    @Nullable String job,
    @Nullable String number,
    @Nullable String proof,
    @Nullable String published,
    @Nullable String reference) {

  static final PartyForm EMPTY = new PartyForm("", "", "", "", "", "", "", "", "", "");

  Introduction said() {
    var target = text(onFile);
    return new Introduction(
        text(sort),
        target.isEmpty() ? Optional.empty() : Optional.of(TransferTargetId.of(target)),
        text(payer).isEmpty() ? text(organization) : text(payer),
        text(person),
        text(job),
        text(number),
        text(proof),
        text(published),
        text(reference));
  }

  /** Whose page shows it: office or payer. */
  String who() {
    return text(sort).equals("payer") ? "payer" : "office";
  }

  @Override
  public String toString() {
    return "PartyForm";
  }
}
