package health.malasakit.scheduling.video;

import health.malasakit.directory.video.JoinAddress;
import java.util.Optional;

/**
 * What was said of a visit by video.
 *
 * @param state two letters of where she will be
 * @param address where it is joined; empty while nobody has it yet
 */
public record Joining(String state, Optional<JoinAddress> address) {

  @Override
  public String toString() {
    return "Joining";
  }
}
