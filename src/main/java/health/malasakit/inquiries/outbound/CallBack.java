package health.malasakit.inquiries.outbound;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody whom we call, and about what.
 *
 * @param plan who calls, until when
 * @param closed how it ended
 * @param version grows with each change
 */
public record CallBack(
    OrganizationId organization,
    CallBackId id,
    PatientId patient,
    Matter matter,
    Source source,
    Opened opened,
    Plan plan,
    Optional<Closed> closed,
    int version) {

  /**
   * Who calls, until when.
   *
   * @param owner empty when anybody of the clinic does
   * @param dueAt until when
   * @param nextAt when the next attempt is best
   * @param zone the patient's, as known or said; empty until then
   * @param wish the hours she asked for, on any day
   * @param asked the one moment that was asked for last
   */
  public record Plan(
      Optional<AccountId> owner,
      Instant dueAt,
      Instant nextAt,
      Optional<ZoneId> zone,
      Optional<Wish> wish,
      Optional<Asked> asked) {

    /** When she may be called, in a zone that is hers. */
    public Hours hours(ZoneId hers) {
      return new Hours(hers, wish, asked);
    }
  }

  /**
   * Where it comes from.
   *
   * @param id of the promise, call or message; empty for a patient's page
   */
  public record Source(Kind kind, Optional<UUID> id) {

    /** From her page, by hand. */
    public static final Source PATIENT = new Source(Kind.PATIENT, Optional.empty());

    public enum Kind {
      PATIENT,
      PROMISE,
      CALL,
      MESSAGE,
      OTHER;

      public String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  public record Opened(AccountId by, Instant at) {}

  public record Closed(How how, AccountId by, Instant at) {}

  /** How it ended. */
  public enum How {
    /** She was told. */
    SPOKEN,
    /** She called us, and was told. */
    RANG_BACK,
    /** Not reached: the clinic writes to her. */
    LETTER,
    /** Not reached, and nothing more is tried. */
    GIVEN_UP,
    /** It is settled without a call. */
    NOT_NEEDED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value of a code.
     *
     * @throws Refused invalid, code {@code call_back.how}
     */
    public static How of(String code) {
      for (var how : values()) {
        if (how.code().equals(code)) {
          return how;
        }
      }
      throw Refused.invalid("call_back.how");
    }
  }

  public boolean open() {
    return closed.isEmpty();
  }

  /** Her zone is known. */
  CallBack at(ZoneId hers) {
    return requireOpen()
        .with(
            new Plan(
                plan.owner(),
                plan.dueAt(),
                plan.nextAt(),
                Optional.of(hers),
                plan.wish(),
                plan.asked()));
  }

  /** She asked to be called in these hours. */
  CallBack wished(Wish hers) {
    return requireOpen()
        .with(
            new Plan(
                plan.owner(),
                plan.dueAt(),
                plan.nextAt(),
                plan.zone(),
                Optional.of(hers),
                plan.asked()));
  }

  /** She asked to be called at this moment. */
  CallBack later(Asked one) {
    return requireOpen()
        .with(
            new Plan(plan.owner(), one.at(), one.at(), plan.zone(), plan.wish(), Optional.of(one)));
  }

  /** The next attempt is best then. */
  CallBack bestAt(Instant at) {
    return with(new Plan(plan.owner(), plan.dueAt(), at, plan.zone(), plan.wish(), plan.asked()));
  }

  /** Another person calls; nobody in particular when empty. */
  CallBack passTo(Optional<AccountId> who) {
    return requireOpen()
        .with(new Plan(who, plan.dueAt(), plan.nextAt(), plan.zone(), plan.wish(), plan.asked()));
  }

  CallBack close(How how, AccountId by, Instant now) {
    requireOpen();
    return new CallBack(
        organization,
        id,
        patient,
        matter,
        source,
        opened,
        plan,
        Optional.of(new Closed(how, by, now)),
        version + 1);
  }

  /** Closed by mistake, or it is still to be said. */
  CallBack reopen() {
    if (open()) {
      throw Refused.conflict("call_back.open");
    }
    return new CallBack(
        organization, id, patient, matter, source, opened, plan, Optional.empty(), version + 1);
  }

  /** It is about another person, on her clock; the hours that were asked for were not hers. */
  CallBack giveTo(PatientId right, Optional<ZoneId> zone, Instant next) {
    var hers = new Plan(plan.owner(), plan.dueAt(), next, zone, Optional.empty(), Optional.empty());
    return new CallBack(organization, id, right, matter, source, opened, hers, closed, version + 1);
  }

  CallBack requireOpen() {
    if (!open()) {
      throw Refused.conflict("call_back.closed");
    }
    return this;
  }

  private CallBack with(Plan next) {
    return new CallBack(
        organization, id, patient, matter, source, opened, next, closed, version + 1);
  }

  @Override
  public String toString() {
    return "CallBack[" + id + "]";
  }
}
