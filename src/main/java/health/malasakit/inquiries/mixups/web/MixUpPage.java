package health.malasakit.inquiries.mixups.web;

import health.malasakit.ui.Choice;
import java.time.ZoneId;
import java.util.List;

/**
 * The form in which something is moved to the right person.
 *
 * @param what the thing in words: a call or a visit, and when
 * @param whose name of the wrong person
 * @param found who may be the right one; empty while nobody was looked for, or nobody fits
 * @param came what came out of it and may go with it
 * @param asked whether somebody was looked for
 */
public record MixUpPage(
    String clinic,
    ZoneId zone,
    String what,
    String whose,
    String back,
    int version,
    List<Choice> found,
    boolean asked,
    List<Choice> came,
    MixUpForm form) {

  @Override
  public String toString() {
    return "MixUpPage";
  }
}
