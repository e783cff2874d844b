package health.malasakit.patients.web;

import health.malasakit.messaging.ConsentLine;
import health.malasakit.patients.Deceased;
import health.malasakit.patients.OwnChannels;
import health.malasakit.patients.Patient;
import health.malasakit.patients.SafeContact;
import health.malasakit.patients.speaking.CourtOrder;
import health.malasakit.patients.speaking.Speaker;
import health.malasakit.patients.speaking.Speaking;
import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import health.malasakit.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who speaks for a patient, how she may be reached, and the news of a death.
 *
 * @param said what the patient allows, the latest day first
 * @param open the form that was sent and must be asked again, or empty
 * @param meanwhile what somebody else changed since she opened the page, when it stands against
 *     what was sent
 */
public record CarePage(
    Patient patient,
    String href,
    List<Speaker> speakers,
    List<CourtOrder> orders,
    List<OwnChannels.Channel> own,
    List<Said> said,
    PersonForm form,
    Errors errors,
    String open,
    Optional<List<EditPage.Change>> meanwhile) {

  private static final int NEWEST = 10;

  /** A line of what the patient allows; the day it was said and when it was written down. */
  public record Said(ConsentLine line, String on, String at) {}

  /** What stands on the page at once. */
  public List<Said> saidNewest() {
    return said.stream().limit(NEWEST).toList();
  }

  /** What is folded away. */
  public List<Said> saidBefore() {
    return said.stream().skip(NEWEST).toList();
  }

  /** The version that a form carries: what was seen, until somebody else's change was shown. */
  public String version(String name) {
    boolean again = open.equals(name) && meanwhile.isEmpty() && !form.of("version").isEmpty();
    return again ? form.of("version") : String.valueOf(patient.version());
  }

  /** What stands now where both wanted a change; empty where it is in sight anyway. */
  public String standsNow(Words words) {
    return switch (open) {
      case "safe" -> safe() ? standsSafe() : words.of("patients.safe.off");
      case "own" -> own.isEmpty() ? words.of("patients.own.none") : ownLines();
      case "death" -> died() ? death(words) : words.of("patients.death.no");
      default -> "";
    };
  }

  private String standsSafe() {
    return Stream.of(safeLines(), (safeFrom() + " " + safeTo()).strip(), safeWords())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** What can be chosen of one kind of word: {@code channel}, {@code purpose}, {@code answer}. */
  public List<Choice> choices(Words words, String kind, String... codes) {
    return Stream.of(codes)
        .map(code -> Choice.of(code, words.of("patients." + kind + "." + code)))
        .toList();
  }

  /** What was chosen in the form about consent. */
  public Set<String> chosen(String field) {
    return Set.of(form.of(field));
  }

  public String name() {
    return patient.facts().mainName().shown();
  }

  public boolean died() {
    return patient.deceased().saidSo();
  }

  /** {@code said by her daughter Rosa}, or that the clinic says so. */
  public String death(Words words) {
    return switch (patient.deceased()) {
      case Deceased.No no -> "";
      case Deceased.Reported reported -> words.of("patients.death.reported", reported.saidBy());
      case Deceased.Known known -> words.of("patients.death.known");
    };
  }

  public boolean safe() {
    return patient.safeContact().isPresent();
  }

  /** The only numbers and addresses, one a line. */
  public String safeLines() {
    return patient
        .safeContact()
        .map(safe -> Stream.concat(safe.phones().stream(), safe.emails().stream()))
        .orElseGet(Stream::empty)
        .collect(Collectors.joining("\n"));
  }

  /** The numbers and addresses of the patient alone, one a line. */
  public String ownLines() {
    return own.stream().map(OwnChannels.Channel::written).collect(Collectors.joining("\n"));
  }

  /** Those of them that somebody else has too. */
  public List<String> shared() {
    return own.stream()
        .filter(channel -> !channel.alone())
        .map(OwnChannels.Channel::written)
        .toList();
  }

  public String safeWords() {
    return patient.safeContact().map(SafeContact::words).orElse("");
  }

  public String safeFrom() {
    return hours().map(hours -> hours.from().toString()).orElse("");
  }

  public String safeTo() {
    return hours().map(hours -> hours.to().toString()).orElse("");
  }

  private Optional<SafeContact.Hours> hours() {
    return patient.safeContact().flatMap(SafeContact::hours);
  }

  /** What somebody may do today, in words. */
  public String may(Words words, Speaker speaker) {
    return speaker.may().isEmpty()
        ? words.of("patients.may.nothing")
        : speaker.may().stream()
            .sorted()
            .map(act -> words.of("patients.may." + act.code()))
            .collect(Collectors.joining(", "));
  }

  /** Why less, or until when. */
  public String why(Words words, Speaker speaker) {
    String until = speaker.until().map(BirthDates::shown).orElse("");
    return speaker.why() == Speaker.Why.AS_RECORDED && until.isEmpty()
        ? ""
        : words.of("patients.why." + speaker.why().name(), until);
  }

  public String order(Words words, CourtOrder order) {
    return words.of(
        "patients.order",
        BirthDates.shown(order.from()),
        order.to().map(BirthDates::shown).orElse(words.of("patients.order.open")));
  }

  /** What can be allowed, to tick. */
  public List<Choice> acts(Words words) {
    return Stream.of(Speaking.values())
        .map(act -> Choice.of(act.code(), words.of("patients.may." + act.code())))
        .toList();
  }

  public Set<String> ticked() {
    return Set.copyOf(form.all("may"));
  }

  public List<Choice> whom(Words words) {
    var whom = new ArrayList<Choice>();
    whom.add(Choice.of("", words.of("patients.order.everyone")));
    speakers.forEach(one ->
        whom.add(Choice.of(one.representative().id().toString(), one.representative().name())));
    return whom;
  }

  /** Whether somebody still has a right that a person could end. */
  public boolean canEnd(Speaker speaker) {
    return !speaker.representative().ended();
  }
}
