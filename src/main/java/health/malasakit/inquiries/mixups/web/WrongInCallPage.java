package health.malasakit.inquiries.mixups.web;

import health.malasakit.ui.Choice;
import java.time.ZoneId;
import java.util.List;

/**
 * What was done in a call for the wrong person. Nothing of her stands here: her record is closed.
 *
 * @param call address of the call
 * @param at when it was noticed
 * @param did what can go to the right person
 * @param apart what was done besides, of which no page of a patient shows anything
 * @param unseen whether she took down besides what she may not see
 * @param stays what was only changed and is put back where it is
 * @param right name of the person for whom the caller is proven now; empty for nobody yet
 * @param typed whether something is typed for the write-up
 * @param settled whether it was said already what becomes of it
 */
public record WrongInCallPage(
    String here,
    String call,
    String clinic,
    ZoneId zone,
    String at,
    List<Choice> did,
    List<Choice> apart,
    boolean unseen,
    List<String> stays,
    String right,
    boolean typed,
    boolean settled,
    MixUpForm form) {

  /** Whether nothing of it can go to the right person. */
  public boolean nothing() {
    return did.isEmpty() && apart.isEmpty();
  }

  @Override
  public String toString() {
    return "WrongInCallPage";
  }
}
