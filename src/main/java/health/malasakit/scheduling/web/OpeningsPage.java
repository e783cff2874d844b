package health.malasakit.scheduling.web;

import health.malasakit.ui.Choice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the page of openings shows.
 *
 * @param at the clinic of the patient; empty while nobody is chosen and several clinics are asked
 * @param patient id of the patient to book for; empty while nobody is chosen
 * @param choose where a chosen time is sent, with the question in its address
 * @param trouble why the last choice did not work; empty when it did
 */
public record OpeningsPage(
    Optional<Whereabouts> at,
    String title,
    String under,
    String patient,
    String moves,
    String choose,
    String trouble,
    Filters filters,
    List<Group> groups,
    List<Way> ways) {

  /** What can be asked, and what is. */
  public record Filters(
      List<Choice> types,
      String type,
      List<Choice> sites,
      String site,
      List<Choice> practitioners,
      String practitioner,
      List<Choice> languages,
      String language,
      List<Choice> days,
      Set<String> chosenDays,
      List<Choice> parts,
      Set<String> chosenParts,
      List<Choice> rows,
      String row,
      String from,
      String echo,
      String error) {}

  /** Times under one heading: with her usual practitioner, or with anyone. */
  public record Group(String id, String heading, List<Say> times) {}

  /**
   * A time to say aloud, and what is sent when it is chosen.
   *
   * @param meets {@code phone} or {@code video}; empty for a visit in person
   * @param busy that the practitioner is busy at another clinic then; else empty
   * @param unfit why its kind of visit is not for this patient; empty when it is
   */
  public record Say(
      int key,
      String words,
      String times,
      String who,
      String site,
      String practitioner,
      String type,
      String start,
      String fold,
      String meets,
      String busy,
      String unfit) {}

  /** Another way to look: later, elsewhere, with anyone, soonest today. */
  public record Way(String label, String keys, String href) {}

  /** Nothing was found at all. */
  public boolean none() {
    return groups.stream().allMatch(group -> group.times().isEmpty());
  }
}
