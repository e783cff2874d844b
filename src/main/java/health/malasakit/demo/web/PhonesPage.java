package health.malasakit.demo.web;

import health.malasakit.ui.Choice;
import java.util.List;

/**
 * The phones of the made-up people.
 *
 * @param topics for which the page listens
 * @param phones all of them, to choose one
 * @param moods how the carrier can answer
 * @param shown those with a text, and those for which the carrier does not answer as usual
 */
record PhonesPage(String topics, List<Choice> phones, List<Choice> moods, List<Shown> shown) {

  /** One phone. */
  record Shown(String whose, String mood, List<Text> texts) {}

  /** A text on it. */
  record Text(String clinic, String at, String body) {

    @Override
    public String toString() {
      return "Text";
    }
  }
}
