package health.malasakit.desk.web;

import health.malasakit.ui.When;
import java.util.List;

/**
 * What home shows.
 *
 * @param daypart morning, afternoon or evening, by her own clock
 * @param now her own date and hour
 * @param reviews what the privacy officer has to review, by clinic
 * @param restricted what others promised about restricted records, for who may open those
 * @param mayPromise whether she may make promises anywhere
 */
public record HomePage(
    String daypart,
    String now,
    List<NoticeLine> notices,
    List<ToTell> toTell,
    ToldMessages messages,
    List<PromisePage.Line> promises,
    List<PromisePage.Line> restricted,
    boolean mayPromise,
    List<ReviewLine> reviews,
    List<ClinicLine> clinics,
    List<DraftLine> drafts,
    Numbers numbers) {

  /** A notice of one of her clinics; whose it is: a site or a practitioner, empty for all. */
  public record NoticeLine(
      String id, String clinic, String whose, String words, When until, boolean mustRead) {}

  /** Messages for her that nobody read, and answers of which she has yet to tell the caller. */
  public record ToldMessages(int unread, int toTell) {}

  /** A clinic that is to be told what was corrected here, of so many patients. */
  public record ToTell(String clinic, String href, int patients) {}

  /**
   * Restricted records opened with a reason in a clinic, to review.
   *
   * @param due when the first of them is due, at the clinic
   */
  public record ReviewLine(String clinic, String href, int waiting, int overdue, String due) {}

  /**
   * A clinic today.
   *
   * @param hours code of the sentence: open, closed, opens, unknown
   * @param there the hour there now
   * @param opens when it opens next, empty when unknown
   * @param href its day; empty when nothing can be booked there, or she may not see it
   */
  public record ClinicLine(
      String name, String hours, String there, String opens, String href, int visits) {

    /** The same clinic with its day. */
    ClinicLine on(String day, int count) {
      return new ClinicLine(name, hours, there, opens, day, count);
    }
  }

  /** A form that she began; the kind is a key of words. */
  public record DraftLine(String kind, String path, String key, When at, String age) {}

  /** Three numbers without blame. */
  public record Numbers(int kept, int open, int waiting) {}
}
