package health.malasakit.scheduling;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A patient's visit. Its methods decide, and return what it becomes; they write nothing.
 *
 * @param confidential told to the patient alone, on a channel of her own
 * @param version rises with every change
 */
public record Visit(
    VisitId id,
    OrganizationId organization,
    PatientId patient,
    Place place,
    VisitTime time,
    VisitStatus status,
    Origin origin,
    boolean confidential,
    int version) {

  /** One that is not confidential. */
  public Visit(
      VisitId id,
      OrganizationId organization,
      PatientId patient,
      Place place,
      VisitTime time,
      VisitStatus status,
      Origin origin,
      int version) {
    this(id, organization, patient, place, time, status, origin, false, version);
  }

  /**
   * Where, with whom and what; an imported visit may not say.
   *
   * @param title what an imported visit was, in the words of its file; empty when its type says it
   */
  public record Place(
      SiteId site,
      Optional<PractitionerId> practitioner,
      Optional<VisitTypeId> type,
      String title) {}

  /** Booked with us, or history from a file, which nobody changes here. */
  public enum Origin {
    HERE,
    IMPORTED
  }

  public SiteId site() {
    return place.site();
  }

  /** The patient is here. Only on the date of the visit at the clinic. */
  Visit arrive(Instant now) {
    return switch (status) {
      case VisitStatus.Booked booked -> {
        if (!today(now).equals(time.date())) {
          throw Refused.conflict("visit.other_day", Moments.dated(time.date()));
        }
        yield with(new VisitStatus.Arrived(now));
      }
      case VisitStatus.Arrived arrived -> throw already("arrived");
      case VisitStatus.Done done -> throw already("done");
      case VisitStatus.Missed missed -> throw takeBackFirst("missed");
      case VisitStatus.Cancelled cancelled -> throw takeBackFirst("cancelled");
    };
  }

  /** It took place. Not before its date at the clinic. */
  Visit finish(Instant now) {
    return switch (status) {
      case VisitStatus.Booked booked -> with(new VisitStatus.Done(Optional.empty(), begun(now)));
      case VisitStatus.Arrived arrived ->
          with(new VisitStatus.Done(Optional.of(arrived.at()), begun(now)));
      case VisitStatus.Done done -> throw already("done");
      case VisitStatus.Missed missed -> throw takeBackFirst("missed");
      case VisitStatus.Cancelled cancelled -> throw takeBackFirst("cancelled");
    };
  }

  /** The patient did not come. Not before it would have begun. */
  Visit miss(Instant now) {
    return switch (status) {
      case VisitStatus.Booked booked -> {
        if (now.isBefore(time.from())) {
          throw notYet();
        }
        yield with(new VisitStatus.Missed(now));
      }
      case VisitStatus.Arrived arrived -> throw takeBackFirst("arrived");
      case VisitStatus.Done done -> throw takeBackFirst("done");
      case VisitStatus.Missed missed -> throw already("missed");
      case VisitStatus.Cancelled cancelled -> throw takeBackFirst("cancelled");
    };
  }

  /** It will not take place. A visit that is over was missed or done, not cancelled. */
  Visit cancel(CancelledBy by, String reason, Instant now) {
    return switch (status) {
      case VisitStatus.Booked booked -> {
        if (!now.isBefore(time.end())) {
          throw Refused.conflict("visit.over");
        }
        yield with(new VisitStatus.Cancelled(now, by, reason));
      }
      case VisitStatus.Arrived arrived -> with(new VisitStatus.Cancelled(now, by, reason));
      case VisitStatus.Done done -> throw takeBackFirst("done");
      case VisitStatus.Missed missed -> throw takeBackFirst("missed");
      case VisitStatus.Cancelled cancelled -> throw already("cancelled");
    };
  }

  /** The last mark was a mistake. */
  Visit takeBack() {
    return switch (status) {
      case VisitStatus.Booked booked -> throw Refused.conflict("visit.nothing_to_take_back");
      case VisitStatus.Arrived arrived -> with(new VisitStatus.Booked());
      case VisitStatus.Done done ->
          with(
              done.arrived()
                  .<VisitStatus>map(VisitStatus.Arrived::new)
                  .orElseGet(VisitStatus.Booked::new));
      case VisitStatus.Missed missed -> with(new VisitStatus.Booked());
      case VisitStatus.Cancelled cancelled -> with(new VisitStatus.Booked());
    };
  }

  /** It takes place at another time, or with somebody else. */
  Visit moveTo(Place to, VisitTime then) {
    return switch (status) {
      case VisitStatus.Booked booked ->
          new Visit(id, organization, patient, to, then, status, origin, confidential, version + 1);
      case VisitStatus.Arrived arrived -> throw takeBackFirst("arrived");
      case VisitStatus.Done done -> throw Refused.conflict("visit.over/done");
      case VisitStatus.Missed missed -> throw bookAnother("missed");
      case VisitStatus.Cancelled cancelled -> throw bookAnother("cancelled");
    };
  }

  /**
   * It is another person's than was thought.
   *
   * @param kept whether it is told to her alone
   */
  Visit giveTo(PatientId right, boolean kept) {
    return new Visit(id, organization, right, place, time, status, origin, kept, version + 1);
  }

  /** From now on it is told to the patient alone, whatever became of it. */
  Visit keepConfidential() {
    return confidential(true, "confidential");
  }

  /** From now on whoever speaks for her may hear of it. */
  Visit makeOpen() {
    return confidential(false, "open");
  }

  private Visit confidential(boolean next, String word) {
    if (confidential == next) {
      throw already(word);
    }
    return new Visit(id, organization, patient, place, time, status, origin, next, version + 1);
  }

  /** Who changes an older version would undo what a colleague did meanwhile. */
  Visit requireVersion(int seen) {
    if (origin == Origin.IMPORTED) {
      throw Refused.conflict("visit.imported");
    }
    if (seen != version) {
      throw Visits.changedMeanwhile();
    }
    return this;
  }

  /** Prints no fact about a person. */
  @Override
  public String toString() {
    return "Visit[" + id + "]";
  }

  private Instant begun(Instant now) {
    if (today(now).isBefore(time.date())) {
      throw notYet();
    }
    return now;
  }

  private LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, time.zone());
  }

  private Visit with(VisitStatus next) {
    return new Visit(
        id, organization, patient, place, time, next, origin, confidential, version + 1);
  }

  private static Refused notYet() {
    return Refused.conflict("visit.not_yet");
  }

  private static Refused already(String word) {
    return Refused.conflict("visit.already", word);
  }

  private static Refused takeBackFirst(String word) {
    return Refused.conflict("visit.take_back_first", word);
  }

  private static Refused bookAnother(String word) {
    return Refused.conflict("visit.book_another", word);
  }
}
