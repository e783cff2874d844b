package health.malasakit.advocacy.web;

import health.malasakit.advocacy.Complaint;
import health.malasakit.ui.Choice;
import health.malasakit.ui.When;
import java.time.ZoneId;
import java.util.List;

/**
 * One complaint and what was done about it.
 *
 * @param about about whom or what it is, in words
 * @param patient whose care it is about
 * @param hidden names of those from whom it is hidden
 * @param why why it is an item, or why it is only logged: key of the sentence
 * @param doing name of the form that was refused; empty for none
 * @param typed what that form held
 */
public record ComplaintPage(
    At at,
    Complaint complaint,
    String about,
    Patient patient,
    String recordedBy,
    When recordedAt,
    String owner,
    boolean mine,
    List<String> hidden,
    String why,
    List<Done> done,
    Choices choices,
    String doing,
    StepForm typed) {

  /** Where it is. */
  public record At(String href, String clinic, ZoneId zone) {}

  /**
   * Whose care it is about.
   *
   * @param state code: none, closed, named
   * @param name empty unless she may be named
   */
  public record Patient(String state, String name, String href) {
    @Override
    public String toString() {
      return "Patient";
    }
  }

  /** One thing that was done; the detail is in words. */
  public record Done(String what, String detail, String words, String by, When at) {
    @Override
    public String toString() {
      return what;
    }
  }

  /** What can be picked in its forms. */
  public record Choices(
      List<Choice> outcomes, List<Choice> kinds, List<Choice> colleagues, List<Choice> patients) {}

  /** What stands in a form: as typed when it was refused, else empty. */
  public String typed(String form, String field) {
    return doing.equals(form) ? typed.of(field) : "";
  }

  @Override
  public String toString() {
    return "ComplaintPage[" + complaint.id() + "]";
  }
}
