package health.malasakit.advocacy.web;

import health.malasakit.advocacy.About;
import health.malasakit.advocacy.Kind;
import health.malasakit.advocacy.NewComplaint;
import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.SpokenDate;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person types who records a complaint. */
public record ComplaintForm(
    @Nullable String clinic,
    @Nullable String call,
    @Nullable String patient,
    @Nullable String whose,
    @Nullable String about,
    @Nullable String aboutWords,
    @Nullable String kind,
    @Nullable String words,
    @Nullable String way,
    @Nullable String receivedOn,
    @Nullable String solvedHow,
    @Nullable String name,
    @Nullable String contact) {

  /** Value of {@code about} for whoever records it. */
  public static final String ME = "me";

  private static final String WRITTEN = "written";

  static ComplaintForm blank(String clinic, String call, String patient, String about) {
    return new ComplaintForm(
        clinic, call, patient, patient, about, "", "", "", "spoken", "", "", "", "");
  }

  /** Whether it is about whoever records it: then nothing but the words is asked. */
  public boolean aboutMe() {
    return text(about).equals(ME);
  }

  public boolean isWritten() {
    return text(way).equals(WRITTEN);
  }

  Optional<CallId> callId() {
    return Optional.of(text(call)).filter(id -> !id.isEmpty()).map(CallId::of);
  }

  /** Whose care it is about, as far as she is to be named. */
  Optional<PatientId> patientId() {
    return Optional.of(text(patient)).filter(id -> !id.isEmpty()).map(PatientId::of);
  }

  /** Whether the patient is to be named with it. */
  boolean namesPatient() {
    return aboutMe() || !text(whose).isEmpty();
  }

  /**
   * What was told, about a patient who may be named.
   *
   * @param today the clinic's date
   */
  NewComplaint told(Optional<PatientId> who, LocalDate today) {
    var where = new NewComplaint.Where(callId().map(CallId::value), who);
    if (aboutMe()) {
      return new NewComplaint(
          Kind.NOT_ASKED,
          About.ME,
          text(words),
          NewComplaint.Way.SPOKEN,
          NewComplaint.Who.UNNAMED,
          where,
          "");
    }
    return new NewComplaint(
        Kind.of(text(kind)),
        whomOrWhat(),
        text(words),
        way(today),
        new NewComplaint.Who(text(name), text(contact)),
        where,
        text(solvedHow));
  }

  private NewComplaint.Way way(LocalDate today) {
    if (!isWritten()) {
      return NewComplaint.Way.SPOKEN;
    }
    if (text(receivedOn).isEmpty()) {
      return new NewComplaint.Way(true, Optional.of(today));
    }
    try {
      return new NewComplaint.Way(
          true, Optional.of(SpokenDate.parsePast(text(receivedOn), today).date()));
    } catch (Refused no) {
      throw no.onField("receivedOn");
    }
  }

  private About whomOrWhat() {
    var parts = text(about).split(":", 2);
    return switch (parts[0]) {
      case "clinic" -> About.CLINIC;
      case "payer" -> About.said(About.What.PAYER, text(aboutWords));
      case "else" -> About.said(About.What.ELSE, text(aboutWords));
      case "colleague" -> onFile(About.What.COLLEAGUE, parts);
      case "practitioner" -> onFile(About.What.PRACTITIONER, parts);
      case "site" -> onFile(About.What.SITE, parts);
      default -> throw Refused.invalid("complaint.about").onField("about");
    };
  }

  private static About onFile(About.What what, String[] parts) {
    if (parts.length < 2) {
      throw Refused.invalid("complaint.about").onField("about");
    }
    return About.of(what, Ids.parse(parts[1]));
  }

  /** What was typed; empty for nothing. */
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  @Override
  public String toString() {
    return "ComplaintForm";
  }
}
