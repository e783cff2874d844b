package health.malasakit.inquiries.messages;

import health.malasakit.access.Role;
import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.util.Optional;

/**
 * A message of a caller for the clinic, until the caller has the answer.
 *
 * @param to the role of the clinic whose it is
 * @param taken who took it, and when
 * @param read who of that role opened it first
 * @param version grows with each change but the first reading
 */
public record Message(
    OrganizationId organization,
    MessageId id,
    From from,
    Wanted wanted,
    Role to,
    Mark taken,
    Optional<Mark> read,
    Status status,
    int version) {

  /**
   * Whose words these are.
   *
   * @param call in which they were said; empty for none
   * @param patient whom they are about, as proven in the call
   * @param saidName of somebody not proven, as the caller said it; empty when about no patient
   */
  public record From(Optional<CallId> call, Optional<PatientId> patient, String saidName) {

    private static final int NAME_LENGTH_MAX = 120;

    public From {
      saidName = patient.isPresent() ? "" : saidName.strip();
      if (saidName.length() > NAME_LENGTH_MAX) {
        throw Refused.invalid("message.too_long", NAME_LENGTH_MAX).onField("saidName");
      }
    }

    @Override
    public String toString() {
      return "From[" + patient + "]";
    }
  }

  /** Who did it, and when. */
  public record Mark(AccountId by, Instant at) {}

  /** How it stands. */
  public sealed interface Status {

    /** It waits for the clinic. */
    record Open() implements Status {}

    /** The clinic said something; it waits for whoever tells the caller. */
    sealed interface Settled extends Status {
      Mark mark();

      String words();
    }

    record Answered(Mark mark, String words) implements Settled {
      @Override
      public String toString() {
        return "Answered[" + mark + "]";
      }
    }

    /** The clinic cannot answer; the words say why. */
    record HandedBack(Mark mark, String words) implements Settled {
      @Override
      public String toString() {
        return "HandedBack[" + mark + "]";
      }
    }

    /** The caller was told. */
    record Done(Mark mark, Settled before) implements Status {}
  }

  private static final int WORDS_LENGTH_MAX = 2000;

  /** Opened by somebody whose message it is; the first counts. */
  Message read(Mark by) {
    return status instanceof Status.Open && read.isEmpty()
        ? new Message(organization, id, from, wanted, to, taken, Optional.of(by), status, version)
        : this;
  }

  /** Answered, or the answer put right before the caller was told. */
  Message answer(Mark by, String words) {
    return switch (status) {
      case Status.Open open -> settled(new Status.Answered(by, said(words, "message.answer")));
      case Status.Answered earlier ->
          settled(new Status.Answered(by, said(words, "message.answer")));
      case Status.HandedBack back -> throw Refused.conflict("message.handed_back");
      case Status.Done done -> throw Refused.conflict("message.done");
    };
  }

  /** The clinic cannot answer it, for this reason. */
  Message handBack(Mark by, String reason) {
    return switch (status) {
      case Status.Open open -> settled(new Status.HandedBack(by, said(reason, "message.reason")));
      case Status.Answered answered -> throw Refused.conflict("message.answered");
      case Status.HandedBack back -> throw Refused.conflict("message.handed_back");
      case Status.Done done -> throw Refused.conflict("message.done");
    };
  }

  /** It is another role's now, and unread there. */
  Message passTo(Role next) {
    return switch (status) {
      case Status.Open open -> passed(next);
      case Status.HandedBack back -> passed(next);
      case Status.Answered answered -> throw Refused.conflict("message.answered");
      case Status.Done done -> throw Refused.conflict("message.done");
    };
  }

  /** The caller was told. */
  Message done(Mark by) {
    return switch (status) {
      case Status.Settled settled -> settled(new Status.Done(by, settled));
      case Status.Open open -> throw Refused.conflict("message.open");
      case Status.Done done -> this;
    };
  }

  /** The caller was not told after all. */
  Message reopened() {
    return status instanceof Status.Done(Mark mark, Status.Settled before) ? settled(before) : this;
  }

  /** Codes: unread, read, answered, handed_back, done. */
  public String state() {
    return switch (status) {
      case Status.Open open -> read.isPresent() ? "read" : "unread";
      case Status.Answered answered -> "answered";
      case Status.HandedBack back -> "handed_back";
      case Status.Done done -> "done";
    };
  }

  /** What the clinic said last; empty while it said nothing. */
  public Optional<Status.Settled> settled() {
    return switch (status) {
      case Status.Open open -> Optional.empty();
      case Status.Settled settled -> Optional.of(settled);
      case Status.Done(Mark mark, Status.Settled before) -> Optional.of(before);
    };
  }

  private static String said(String words, String code) {
    if (words.isBlank()) {
      throw Refused.invalid(code).onField("words");
    }
    if (words.strip().length() > WORDS_LENGTH_MAX) {
      throw Refused.invalid("message.too_long", WORDS_LENGTH_MAX).onField("words");
    }
    return words.strip();
  }

  /** It is about another person than was thought. */
  Message giveTo(PatientId right) {
    var hers = new From(from.call(), Optional.of(right), "");
    return new Message(organization, id, hers, wanted, to, taken, read, status, version + 1);
  }

  private Message settled(Status next) {
    return new Message(organization, id, from, wanted, to, taken, read, next, version + 1);
  }

  private Message passed(Role next) {
    return new Message(
        organization,
        id,
        from,
        wanted,
        next,
        taken,
        Optional.empty(),
        new Status.Open(),
        version + 1);
  }

  /** What was said is printed nowhere. */
  @Override
  public String toString() {
    return "Message[" + id + "]";
  }
}
