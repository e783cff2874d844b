package health.malasakit.patients.web;

import health.malasakit.patients.person.PatientLanguage;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;

/**
 * The two fields about languages.
 *
 * @param spoken the one to speak with her
 * @param written the one to write to her; empty where it is the spoken one
 */
record LanguageFields(String spoken, String written) {

  static final String SPOKEN = "language";
  static final String WRITTEN = "writes";
  private static final String SEEN = "-seen";

  LanguageFields {
    written = written.equals(spoken) ? "" : written;
  }

  /** As the fields stand for what is known. */
  static LanguageFields of(List<PatientLanguage> known) {
    return new LanguageFields(
        known.stream()
            .filter(PatientLanguage::preferred)
            .map(PatientLanguage::tag)
            .findFirst()
            .orElse(""),
        PatientLanguage.ofLetters(known).map(PatientLanguage::tag).orElse(""));
  }

  /** Fills the fields, and beside them what is saved, by which is told what a person touched. */
  static void fill(
      MultiValueMap<String, String> fields,
      List<PatientLanguage> shown,
      List<PatientLanguage> saved) {
    fields.set(SPOKEN, of(shown).spoken());
    fields.set(WRITTEN, of(shown).written());
    fields.set(SPOKEN + SEEN, of(saved).spoken());
    fields.set(WRITTEN + SEEN, of(saved).written());
  }

  /** What was chosen, put over what is known; a field that nobody touched says nothing about it. */
  static List<PatientLanguage> over(PersonForm form, List<PatientLanguage> known) {
    LanguageFields now = of(known);
    var chosen =
        new LanguageFields(
            touched(form, SPOKEN, now.spoken()), touched(form, WRITTEN, now.written()));
    return chosen.equals(now) ? known : chosen.over(now, known);
  }

  private static String touched(PersonForm form, String field, String now) {
    String seen = form.fields().containsKey(field + SEEN) ? form.of(field + SEEN) : now;
    boolean said = form.fields().containsKey(field) && !form.of(field).equals(seen);
    return said ? form.of(field) : now;
  }

  /** The two of the form first; of the others only the letters go over to what was chosen. */
  private List<PatientLanguage> over(LanguageFields before, List<PatientLanguage> known) {
    var languages = new ArrayList<PatientLanguage>();
    if (!spoken.isEmpty()) {
      languages.add(new PatientLanguage(spoken, true, written.isEmpty(), true));
    }
    if (!written.isEmpty()) {
      boolean speaksIt = known.stream().anyMatch(one -> one.tag().equals(written) && one.spoken());
      languages.add(new PatientLanguage(written, speaksIt, true, false));
    }
    boolean sameSpoken = spoken.equals(before.spoken());
    boolean sameWritten = written.equals(before.written());
    known.stream()
        .filter(one -> !one.tag().equals(spoken) && !one.tag().equals(written))
        .filter(one -> sameSpoken || !one.tag().equals(before.spoken()))
        .map(one ->
            new PatientLanguage(
                one.tag(),
                one.spoken(),
                sameWritten && one.written(),
                sameSpoken && one.preferred()))
        .filter(one -> one.spoken() || one.written())
        .forEach(languages::add);
    return languages;
  }
}
