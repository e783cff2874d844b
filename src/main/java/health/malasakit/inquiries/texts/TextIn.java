package health.malasakit.inquiries.texts;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.messaging.texts.TextId;
import health.malasakit.messaging.texts.TextState;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A text that came in.
 *
 * @param reading code of what it was taken for
 * @param danger code of the red flag whose words stand in it; empty for none
 * @param behind how many patients have its number
 * @param owner who sees to it
 * @param version grows with each change
 */
public record TextIn(
    OrganizationId organization,
    TextInId id,
    Came came,
    String reading,
    String danger,
    Why why,
    int behind,
    Replied replied,
    Optional<Mark> owner,
    Status status,
    int version) {

  private static final int NOTE_LENGTH_MAX = 1000;

  /** So long who settled it takes that back as if it had not been. */
  private static final Duration UNDO_WITHIN = Duration.ofSeconds(15);

  /**
   * As the carrier brought it.
   *
   * @param carrierId as the carrier names it
   * @param from the number as told, which may be a short one
   * @param media how many pictures came with it; they are kept nowhere
   */
  public record Came(String carrierId, String from, String to, String body, int media, Instant at) {

    /** The number, when it is one that can be called. */
    public Optional<Phone> phone() {
      try {
        return Optional.of(Phone.of(from)).filter(Phone::valid);
      } catch (Refused none) {
        return Optional.empty();
      }
    }

    /** What it says is printed nowhere. */
    @Override
    public String toString() {
      return "Came";
    }
  }

  /** Why a person is needed. */
  public enum Why {
    /** None is. */
    NONE,
    DANGER,
    /** Nobody but a person can read it. */
    WORDS,
    /** CANCEL closed the number; perhaps a visit was meant. */
    CANCEL_MEANT,
    /** It is about a visit. */
    VISIT,
    /** The law or the gateway lets no answer go. */
    NO_REPLY,
    /** What a person answered was not taken. */
    ANSWER_REFUSED,
    /** What a person answered did not arrive. */
    ANSWER_FAILED,
    /** Whether what a person answered went out nobody knows. */
    ANSWER_IN_DOUBT;

    public String code() {
      return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is what a person answered. */
    public boolean ofAnswer() {
      return this == ANSWER_REFUSED || this == ANSWER_FAILED || this == ANSWER_IN_DOUBT;
    }

    private static Why unheard(TextState answer) {
      return switch (answer) {
        case REFUSED -> ANSWER_REFUSED;
        case FAILED -> ANSWER_FAILED;
        case IN_DOUBT, SENDING, HANDED_OVER, DELIVERED -> ANSWER_IN_DOUBT;
      };
    }

    static Why of(String code) {
      return code.isEmpty() ? NONE : valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * What was answered by itself.
   *
   * @param code of the answer; empty for none
   */
  public record Replied(String code, Optional<TextId> text) {
    static final Replied NOTHING = new Replied("", Optional.empty());
  }

  /** Who, and when. */
  public record Mark(AccountId by, Instant at) {}

  /** What became of it by a person. */
  public enum Became {
    DONE,
    MESSAGE,
    ANSWERED,
    CALL_BACK;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Became of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** How it stands. */
  public sealed interface Status {

    /** It waits for a person. */
    record Open() implements Status {}

    /** Rules settled it. */
    record ByItself(Instant at) implements Status {}

    /** A person settled it. */
    record Done(Became became, Mark mark, String note) implements Status {
      @Override
      public String toString() {
        return "Done[" + became + "]";
      }
    }
  }

  /** It is hers now, whosever it was. */
  TextIn take(Mark by) {
    requireOpen();
    return with(Optional.of(by), status);
  }

  /** It is nobody's again. */
  TextIn giveBack() {
    requireOpen();
    return with(Optional.empty(), status);
  }

  /** A person settled it, and says how. */
  TextIn settle(Became became, Mark by, String note) {
    requireOpen();
    if (note.strip().isEmpty() && became == Became.DONE) {
      throw Refused.invalid("incoming.note").onField("note");
    }
    if (note.strip().length() > NOTE_LENGTH_MAX) {
      throw Refused.invalid("incoming.long", NOTE_LENGTH_MAX).onField("note");
    }
    return with(owner, new Status.Done(became, by, note.strip()));
  }

  /** It waits for a person again: as before for who settled it just now, else for who opens it. */
  TextIn reopen(Mark by) {
    return switch (status) {
      case Status.Open open -> throw Refused.conflict("incoming.open");
      case Status.ByItself itself -> throw Refused.conflict("incoming.itself");
      case Status.Done done -> with(undoneBy(by) ? owner : Optional.of(by), new Status.Open());
    };
  }

  /** A person's answer was the end of it. */
  boolean isAnswered() {
    return status instanceof Status.Done(Became became, Mark _, String _)
        && became == Became.ANSWERED;
  }

  /** That answer stands otherwise: it waits for a person again, and is whose it was. */
  TextIn unheard(TextState answer) {
    return with(why == Why.DANGER ? why : Why.unheard(answer), new Status.Open());
  }

  /**
   * That answer reached her after all.
   *
   * @param before why a person was needed before; none where that is not known
   */
  TextIn heard(Status stands, Why before) {
    return with(why.ofAnswer() ? known(before) : why, stands);
  }

  private static Why known(Why before) {
    return before == Why.NONE ? Why.WORDS : before;
  }

  /** Whether she only takes back what she did a moment ago. */
  boolean undoneBy(Mark by) {
    return status instanceof Status.Done(Became _, Mark mark, String _)
        && mark.by().equals(by.by())
        && !mark.at().plus(UNDO_WITHIN).isBefore(by.at());
  }

  private void requireOpen() {
    switch (status) {
      case Status.Open open -> {}
      case Status.ByItself itself -> throw Refused.conflict("incoming.done");
      case Status.Done done -> throw Refused.conflict("incoming.done");
    }
  }

  private TextIn with(Optional<Mark> next, Status stands) {
    return new TextIn(
        organization, id, came, reading, danger, why, behind, replied, next, stands, version + 1);
  }

  private TextIn with(Why next, Status stands) {
    return new TextIn(
        organization, id, came, reading, danger, next, behind, replied, owner, stands, version + 1);
  }

  /** Whether it calls for somebody at once. */
  public boolean alarms() {
    return status instanceof Status.Open && why == Why.DANGER;
  }

  @Override
  public String toString() {
    return "TextIn[" + id + "]";
  }
}
