package health.malasakit.desk.web;

import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
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
    PromiseLine promise,
    List<Choice> owners,
    List<Step> history,
    PromiseForm form,
    String doing,
    Errors errors) {

  /** A change: what, by whom, when, why. */
  public record Step(String change, String by, String at, String reason) {}

  @Override
  public String toString() {
    return "PromisePage[]";
  }
}
