package health.malasakit.inquiries.web;

import health.malasakit.ui.Choice;
import java.util.List;

/**
 * Which organization rings.
 *
 * @param who code: office, payer
 * @param name as it was said last; empty while nobody said
 * @param person who speaks for it, with what she is there
 * @param proof code of how it was proven: none, on_file, called_back, reference; empty while nobody
 *     said
 * @param rung whether we rang: only then a number that is published proves it
 * @param onFile lines of the transfer list, or the clinic's payers; never a pick
 */
public record PartyPage(
    String who,
    String name,
    String person,
    String proof,
    boolean rung,
    List<Choice> onFile,
    PartyForm typed) {

  /** Whether it may ask about patients. */
  public boolean verified() {
    return !proof.isEmpty() && !proof.equals("none");
  }

  public boolean payer() {
    return who.equals("payer");
  }

  /** Codes of how it can be proven in this call; the last is not at all. */
  public List<String> proofs() {
    var itself = payer() ? "reference" : "on_file";
    return rung ? List.of("called_back", itself, "none") : List.of(itself, "none");
  }

  @Override
  public String toString() {
    return "PartyPage[" + who + "]";
  }
}
