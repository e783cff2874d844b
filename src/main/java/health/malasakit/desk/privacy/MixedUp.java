package health.malasakit.desk.privacy;

import health.malasakit.ui.When;
import java.util.List;

/**
 * Something that was moved to the right person after things had been said or sent.
 *
 * @param what code of the thing
 * @param told codes of what had been said or sent
 * @param wrong name of the wrong person; empty when she may not be seen from here
 * @param wrongId for the way to her access list
 * @param typed her finding, when it was not taken
 */
public record MixedUp(
    String id,
    String what,
    List<String> told,
    String wrong,
    String wrongId,
    String right,
    String rightId,
    String by,
    When at,
    boolean undone,
    ReviewPage.Typed typed) {

  MixedUp with(ReviewPage.Typed next) {
    return new MixedUp(id, what, told, wrong, wrongId, right, rightId, by, at, undone, next);
  }

  @Override
  public String toString() {
    return "MixedUp[" + id + "]";
  }
}
