package health.malasakit.scheduling.video;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a form or a machine says of a visit by video.
 *
 * @param state where she will be, two letters or in full; empty when it was not asked
 * @param join where it is joined; empty when nothing was sent, and an empty text for none
 */
public record VideoSaid(Optional<String> state, Optional<String> join) {

  /** Nobody said anything. */
  public static final VideoSaid NOTHING = new VideoSaid(Optional.empty(), Optional.empty());

  /** As a form has it. */
  public static VideoSaid of(@Nullable String state, @Nullable String join) {
    return new VideoSaid(
        Optional.ofNullable(state).map(String::strip).filter(text -> !text.isEmpty()),
        Optional.ofNullable(join).map(String::strip));
  }

  @Override
  public String toString() {
    return "VideoSaid";
  }
}
