package health.malasakit.patients.web;

import health.malasakit.patients.person.PatientLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.util.MultiValueMap;

/** The two fields about languages: the one to speak with her, and the one to write to her. */
final class LanguageFields {

  static final String SPOKEN = "language";
  static final String WRITTEN = "writes";

  private LanguageFields() {}

  /** The written one stays empty where it is the spoken one. */
  static void fill(MultiValueMap<String, String> fields, List<PatientLanguage> known) {
    var spoken = first(known, PatientLanguage::preferred);
    boolean both = known.stream().anyMatch(one -> one.preferred() && one.written());
    fields.set(SPOKEN, spoken);
    fields.set(WRITTEN, both ? "" : first(known, PatientLanguage::written));
  }

  /** What was chosen, put over what is known; a page without a field says nothing about it. */
  static List<PatientLanguage> over(PersonForm form, List<PatientLanguage> known) {
    String spoken = form.of(SPOKEN);
    String written = form.fields().containsKey(WRITTEN) ? form.of(WRITTEN) : writtenBefore(known);
    if (spoken.isEmpty() && written.isEmpty()) {
      return known;
    }
    boolean both = written.isEmpty() || written.equals(spoken);
    boolean asBefore = (both ? "" : written).equals(writtenBefore(known));
    var languages = new ArrayList<PatientLanguage>();
    if (!spoken.isEmpty()) {
      languages.add(new PatientLanguage(spoken, true, both, true));
    }
    if (!both) {
      boolean speaksIt = known.stream().anyMatch(one -> one.tag().equals(written) && one.spoken());
      languages.add(new PatientLanguage(written, speaksIt, true, false));
    }
    known.stream()
        .filter(one -> !one.tag().equals(spoken) && !one.tag().equals(written))
        .filter(one -> spoken.isEmpty() || !one.preferred())
        .map(one -> asBefore ? one : new PatientLanguage(one.tag(), one.spoken(), false, false))
        .filter(one -> one.spoken() || one.written())
        .forEach(languages::add);
    return languages;
  }

  private static String writtenBefore(List<PatientLanguage> known) {
    boolean both = known.stream().anyMatch(one -> one.preferred() && one.written());
    return both ? "" : first(known, PatientLanguage::written);
  }

  private static String first(List<PatientLanguage> known, Predicate<PatientLanguage> which) {
    return known.stream().filter(which).map(PatientLanguage::tag).findFirst().orElse("");
  }
}
