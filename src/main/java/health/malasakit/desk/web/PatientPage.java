package health.malasakit.desk.web;

import health.malasakit.ui.When;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A patient on one page. What the person's role does not need is absent, not greyed.
 *
 * @param base address of this page
 * @param patientZone her own, when it is known
 * @param life {@code no}, {@code reported} or {@code known}; anything but the first stops booking
 * @param kinds the kinds of history that this role sees
 * @param only the kind of history that is shown alone, empty for all
 */
public record PatientPage(
    String clinicSlug,
    String clinicName,
    String base,
    String id,
    ZoneId zone,
    Optional<ZoneId> patientZone,
    Band band,
    String life,
    List<Stop> journey,
    List<SpeakerLine> speakers,
    Optional<Visits> visits,
    Optional<Cover> cover,
    Optional<List<PromisePage.Line>> promises,
    List<Reach> reach,
    List<Happening> history,
    List<String> kinds,
    String only,
    Can can) {

  /** The one band above: who she is, and what to mind. */
  public record Band(
      String name,
      String preferred,
      String age,
      String pronouns,
      List<Fact> facts,
      List<Flag> flags,
      List<Differs> differs,
      List<OnFile> onFile) {
    @Override
    public String toString() {
      return "Band[]";
    }
  }

  /** A fact with its age; the label is a key of words. */
  public record Fact(String label, String value, Said said) {
    @Override
    public String toString() {
      return "Fact[" + label + "]";
    }
  }

  /** Any fact of her, its name in words already. */
  public record OnFile(String field, String value, Said said) {
    @Override
    public String toString() {
      return "OnFile[]";
    }
  }

  /** Where a fact is from and how old it is: key of words and its age; empty when unknown. */
  public record Said(String source, String age) {
    static final Said UNKNOWN = new Said("", "");
  }

  /** What was corrected here and what a file of the clinic still says; since when, which file. */
  public record Differs(String field, String ours, String theirs, String since, String source) {
    @Override
    public String toString() {
      return "Differs[]";
    }
  }

  /** Something to mind: key of words, its one argument, kind and icon of the tag. */
  public record Flag(String words, String about, String kind, String icon) {
    @Override
    public String toString() {
      return "Flag[" + words + "]";
    }
  }

  /** A step of the journey line; empty what means nothing there yet. */
  public record Stop(String word, String kind, String what, Optional<When> when, String href) {
    @Override
    public String toString() {
      return "Stop[" + word + "]";
    }
  }

  /** Who may speak for her, and for what. */
  public record SpeakerLine(
      String id,
      String name,
      String relationship,
      List<String> may,
      String why,
      String until,
      String phone) {
    /** Whether this person may hear facts at all. */
    public boolean hears() {
      return may.contains("ask");
    }

    @Override
    public String toString() {
      return "SpeakerLine[]";
    }
  }

  /** Coming visits the next first; past ones the latest first, then those called off ahead. */
  public record Visits(List<VisitLine> coming, List<VisitLine> past) {

    private static final int NEWEST = 20;

    /** Those of which nobody hears but the patient. */
    public long confidential() {
      return Stream.concat(coming.stream(), past.stream()).filter(VisitLine::confidential).count();
    }

    /** Past visits that stand open on the page. */
    public List<VisitLine> newest() {
      return past.stream().limit(NEWEST).toList();
    }

    /** Past visits that are folded away. */
    public List<VisitLine> older() {
      return past.stream().skip(NEWEST).toList();
    }
  }

  /** A visit; state and meets, which is empty for one in person, are keys of words. */
  public record VisitLine(
      String href,
      String what,
      String where,
      When when,
      String age,
      String state,
      boolean confidential,
      String meets,
      List<String> notices) {

    /** The same visit with what is to be known beside it. */
    VisitLine beside(List<String> words) {
      return new VisitLine(href, what, where, when, age, state, confidential, meets, words);
    }

    @Override
    public String toString() {
      return "VisitLine[" + href + "]";
    }
  }

  /** Coverage on file, and what the caller said when she was registered. */
  public record Cover(List<CoverLine> lines, String said) {
    @Override
    public String toString() {
      return "Cover[" + lines.size() + "]";
    }
  }

  /** A coverage with who read it and when. */
  public record CoverLine(
      String id,
      String payer,
      String plan,
      String programme,
      String state,
      String memberId,
      String subscriber,
      int place,
      String from,
      String until,
      String basis,
      String readBy,
      String readAt,
      String age) {
    /** From when until when, as far as anybody said: a key of words, or empty. */
    public String dates() {
      if (from.isEmpty()) {
        return until.isEmpty() ? "" : "coverage.dates.until";
      }
      return until.isEmpty() ? "coverage.dates.since" : "coverage.dates.both";
    }

    @Override
    public String toString() {
      return "CoverLine[" + id + "]";
    }
  }

  /** What she said about being reached this way for this purpose; codes and a date. */
  public record Reach(
      String channel, String address, String purpose, String answer, String basis, String at) {
    @Override
    public String toString() {
      return "Reach[" + channel + "]";
    }
  }

  /** A line of the history: its kind, who, what (key of words), detail, when, where it stands. */
  public record Happening(
      String kind, String icon, String who, String what, String detail, When when, String href) {
    /** Whether nobody hears of it but the patient. */
    public boolean confidential() {
      return icon.equals(KEPT);
    }

    @Override
    public String toString() {
      return "Happening[" + kind + "]";
    }
  }

  /** What this person may do here. */
  public record Can(
      boolean book, boolean edit, boolean promise, boolean cover, boolean correctCover) {}

  /** Icon of what is confidential. */
  static final String KEPT = "eye-off";

  /** The kinds of history that can be shown alone. */
  public static final List<String> KINDS =
      List.of("visit", "call", "promise", "coverage", "change", "consent");

  /** Visits of which nobody hears but the patient; none for a role that sees no visits. */
  public long confidential() {
    return visits.map(Visits::confidential).orElse(0L);
  }

  /** Whether anybody said that she died. */
  public boolean died() {
    return !life.equals("no");
  }

  @Override
  public String toString() {
    return "PatientPage[" + id + "]";
  }
}
