package health.malasakit.directory.web;

import java.util.List;
import java.util.Optional;

/**
 * A list of things of a clinic, with the way to add one.
 *
 * @param addHref where one is added; empty when the form stands below, or she may not
 * @param foot what stands under the list
 * @param form adds one right here
 * @param alarm said in red over the list; empty when all is well
 */
public record ListPage(
    HeadPage head,
    Words words,
    List<Line> lines,
    Foot foot,
    String addHref,
    Optional<FormPage> form,
    List<FormPage.Act> acts,
    String alarm) {

  /** A list with nothing to be said in red. */
  ListPage(
      HeadPage head,
      Words words,
      List<Line> lines,
      Foot foot,
      String addHref,
      Optional<FormPage> form,
      List<FormPage.Act> acts) {
    this(head, words, lines, foot, addHref, form, acts, "");
  }

  /** The words of one kind of list. */
  public record Words(String title, String under, String add, String empty, String emptyWhy) {}

  /** A word with a meaning: next, soon, harm, done, or none. */
  public record Mark(String word, String kind, String icon) {}

  /**
   * One thing.
   *
   * @param href where it is changed; empty when it is not
   * @param act what can be done with it right here
   */
  public record Line(
      String name,
      String href,
      List<String> facts,
      List<Mark> marks,
      Optional<FormPage.Act> act,
      String sent) {}
}
