package health.malasakit.demo.web;

import health.malasakit.ui.Choice;
import java.util.List;

/**
 * The phones of the made-up people.
 *
 * @param topics for which the page listens
 * @param phones all of them, to choose one
 * @param moods how the carrier can answer
 * @param clinics to which a phone can write
 * @param shown those with a text, and those for which the carrier does not answer as usual
 */
record PhonesPage(
    String topics,
    List<Choice> phones,
    List<Choice> moods,
    List<Choice> clinics,
    List<Shown> shown) {

  /** One phone, with its conversation. */
  record Shown(String number, String whose, String mood, List<Text> texts) {

    @Override
    public String toString() {
      return "Shown";
    }
  }

  /**
   * A text on it.
   *
   * @param came whether the phone wrote it
   * @param status as the carrier has it
   */
  record Text(String clinic, String at, String body, boolean came, String status) {

    @Override
    public String toString() {
      return "Text";
    }
  }
}
