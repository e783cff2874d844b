package health.malasakit.scheduling.web;

import health.malasakit.ui.Choice;
import java.util.List;

/**
 * What is asked of a visit by video.
 *
 * @param state two letters of where she will be; empty until she said it
 * @param states to choose from, that of her address first
 * @param join where it is joined; empty when nobody has it yet
 * @param room whether that is the practitioner's standing room
 */
public record VideoForm(String state, List<Choice> states, String join, boolean room) {

  @Override
  public String toString() {
    return "VideoForm";
  }
}
