package health.malasakit.inquiries.interpreters.web;

import health.malasakit.ui.Choice;
import java.util.List;

/**
 * Getting an interpreter on the line.
 *
 * @param call address of the call
 * @param vendors of the clinic's transfer list
 */
public record InterpreterPage(
    String call,
    String clinic,
    List<Vendor> vendors,
    List<Choice> languages,
    InterpreterForm typed) {

  /**
   * Who sends interpreters.
   *
   * @param account what they ask for first; empty when nothing
   * @param reachable whether they answer now
   */
  public record Vendor(String name, String number, String account, boolean reachable) {}
}
