package health.malasakit.desk.web;

import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import health.malasakit.ui.When;
import java.util.List;

/**
 * One promise with everything that can be done about it.
 *
 * @param clinic slug of its clinic
 * @param owners colleagues of that clinic
 * @param history every change, newest first
 * @param doing the act whose form is shown again with its errors; empty at first
 */
public record PromisePage(
    String clinic,
    PromisePage.Line promise,
    List<Choice> owners,
    List<Step> history,
    PromiseForm form,
    String doing,
    Errors errors) {

  /**
   * A promise as lists show it.
   *
   * @param at address of its page, and the beginning of the addresses of its acts
   * @param closed whether it is about a record that is restricted or closed by a call, and opens
   *     with a reason alone
   * @param opens whether she may open it with one
   * @param words what was promised; not told when closed
   * @param about the patient's name; empty when about none, or none to be seen
   * @param aboutHref her page
   * @param age how far away its date is
   * @param state open, waits, late, soon, kept or withdrawn
   * @param mine whether the person at the screen owns it
   */
  public record Line(
      String at,
      boolean closed,
      boolean opens,
      String words,
      String about,
      String aboutHref,
      String clinic,
      String to,
      When due,
      String age,
      String state,
      String owner,
      boolean mine) {

    /** Whether it can still be acted on. */
    public boolean open() {
      return !state.equals("kept") && !state.equals("withdrawn");
    }

    /** The look of its line. */
    public String look() {
      return state.equals("late") ? " keep-late" : state.equals("soon") ? " keep-soon" : "";
    }

    @Override
    public String toString() {
      return "Line[" + at + "]";
    }
  }

  /** A change: what, by whom, when, why. */
  public record Step(String change, String by, String at, String reason) {}

  @Override
  public String toString() {
    return "PromisePage[]";
  }
}
