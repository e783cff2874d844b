package health.malasakit.desk.web;

import health.malasakit.ui.When;

/**
 * A promise as lists show it.
 *
 * @param at address of its page, and the beginning of the addresses of its acts
 * @param about the patient's name; empty when about none, or none to be seen
 * @param aboutHref her page
 * @param age how far away its date is
 * @param state open, waits, late, soon, kept or withdrawn
 * @param mine whether the person at the screen owns it
 */
public record PromiseLine(
    String at,
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
    return "PromiseLine[" + at + "]";
  }
}
