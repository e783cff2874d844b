package health.malasakit.advocacy.web;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.ui.Choice;
import java.time.ZoneId;
import java.util.List;

/**
 * The form of a complaint.
 *
 * @param at the clinic; empty name while she has yet to say which
 * @param clinics address and name of each clinic to choose from
 * @param patient name of whose care it may be about; empty while that is not known
 * @param back where she came from
 * @param about whom or what it can be about
 * @param draft key of what is being typed
 */
public record NewComplaintPage(
    At at,
    List<Choice> clinics,
    String patient,
    String back,
    ComplaintForm form,
    List<Choice> about,
    List<Choice> kinds,
    String draft) {

  /** The clinic. */
  public record At(OrganizationId id, String name, ZoneId zone) {}

  /** The same form, about whoever records it or about somebody else. */
  public String turned() {
    var place = "/complaints/new?clinic=" + ComplaintForm.text(form.clinic());
    return place
        + part("call", ComplaintForm.text(form.call()))
        + part("patient", ComplaintForm.text(form.patient()))
        + (form.aboutMe() ? "" : "&about=" + ComplaintForm.ME);
  }

  private static String part(String name, String value) {
    return value.isEmpty() ? "" : "&" + name + "=" + value;
  }

  @Override
  public String toString() {
    return "NewComplaintPage";
  }
}
