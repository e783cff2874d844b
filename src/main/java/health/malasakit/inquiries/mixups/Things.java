package health.malasakit.inquiries.mixups;

import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.WrapUps;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.messages.MessageId;
import health.malasakit.inquiries.messages.Messages;
import health.malasakit.inquiries.messages.MessagesGiven;
import health.malasakit.inquiries.outbound.CallBack;
import health.malasakit.inquiries.outbound.CallBackId;
import health.malasakit.inquiries.outbound.CallBacks;
import health.malasakit.inquiries.outbound.CallBacksGiven;
import health.malasakit.inquiries.redflags.EmergenciesGiven;
import health.malasakit.inquiries.redflags.Emergency;
import health.malasakit.inquiries.redflags.EmergencyId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.Visits;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.PromiseId;
import health.malasakit.workqueue.Promises;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What can be written to the wrong person: the one place that knows how each is moved. */
@Component
class Things {

  private final Calls calls;
  private final WrapUps wrapUps;
  private final CallerChecks checks;
  private final Visits visits;
  private final Bookings bookings;
  private final Messages messages;
  private final MessagesGiven given;
  private final Others others;

  Things(
      Calls calls,
      WrapUps wrapUps,
      CallerChecks checks,
      Visits visits,
      Bookings bookings,
      Messages messages,
      MessagesGiven given,
      Others others) {
    this.calls = calls;
    this.wrapUps = wrapUps;
    this.checks = checks;
    this.visits = visits;
    this.bookings = bookings;
    this.messages = messages;
    this.given = given;
    this.others = others;
  }

  /** What is moved only with a call. */
  @Component
  record Others(
      Promises promises, CallBacks callBacks, CallBacksGiven given, EmergenciesGiven emergencies) {

    Emergency emergency(OrganizationId clinic, UUID id) {
      return emergencies.get(clinic, new EmergencyId(id));
    }

    Promise promise(OrganizationId clinic, UUID id) {
      return promises
          .find(clinic, new PromiseId(id))
          .orElseThrow(() -> Refused.notFound("promise.unknown"));
    }

    CallBack callBack(OrganizationId clinic, UUID id) {
      var asked = callBacks.get(new CallBackId(id));
      if (!asked.organization().equals(clinic)) {
        throw Refused.notFound("call_back.unknown");
      }
      return asked;
    }
  }

  /**
   * How a thing stands.
   *
   * @param patient whose it is now
   * @param version rises with whatever is done to it
   * @param proven whether a caller was proven for her in it
   */
  record Now(PatientId patient, int version, boolean proven) {}

  /**
   * How it stands now.
   *
   * @throws Refused conflict, code {@code mixup.nobody}, for a call about nobody or one that is not
   *     written up
   */
  Now now(OrganizationId clinic, Thing thing) {
    return switch (thing.what()) {
      case CALL -> call(clinic, new CallId(thing.id()));
      case VISIT -> {
        var visit = visits.get(new VisitId(thing.id()));
        if (!visit.organization().equals(clinic)) {
          throw Refused.notFound("visit.none");
        }
        yield new Now(visit.patient(), visit.version(), false);
      }
      case MESSAGE -> {
        var message = messages.get(clinic, new MessageId(thing.id()));
        var about = message.from().patient().orElseThrow(() -> Refused.conflict("mixup.nobody"));
        yield new Now(about, message.version(), false);
      }
      case PROMISE -> {
        var promise = others.promise(clinic, thing.id());
        yield new Now(
            promise.patient().orElseThrow(() -> Refused.conflict("mixup.nobody")),
            promise.version(),
            false);
      }
      case CALL_BACK -> {
        var asked = others.callBack(clinic, thing.id());
        yield new Now(asked.patient(), asked.version(), false);
      }
      case EMERGENCY -> {
        var one = others.emergency(clinic, thing.id());
        var about = one.patient().orElseThrow(() -> Refused.conflict("mixup.nobody"));
        yield new Now(about, others.emergencies().version(one), false);
      }
    };
  }

  /** How it stands now; a call is changed by nobody else until this transaction has ended. */
  Now alone(OrganizationId clinic, Thing thing) {
    if (thing.what() == Thing.What.CALL) {
      calls.alone(clinic, new CallId(thing.id()));
    }
    return now(clinic, thing);
  }

  private Now call(OrganizationId clinic, CallId id) {
    var call = calls.get(clinic, id);
    var written = wrapUps.about(call).orElseThrow(() -> Refused.conflict("mixup.nobody"));
    var proven =
        checks.of(call).before().stream().anyMatch(one -> one.patient().equals(written.patient()));
    return new Now(written.patient(), written.version(), proven);
  }

  /** When a call began, a visit begins, a promise is due, or the rest was taken. */
  Instant at(OrganizationId clinic, Thing thing) {
    return switch (thing.what()) {
      case CALL -> calls.get(clinic, new CallId(thing.id())).startedAt();
      case VISIT -> visits.get(new VisitId(thing.id())).time().from();
      case MESSAGE -> messages.get(clinic, new MessageId(thing.id())).taken().at();
      case PROMISE -> others.promise(clinic, thing.id()).dueAt();
      case CALL_BACK -> others.callBack(clinic, thing.id()).opened().at();
      case EMERGENCY -> others.emergency(clinic, thing.id()).openedAt();
    };
  }

  /** Gives it to another; says its version then. */
  int give(OrganizationId clinic, Thing thing, PatientId right, String despite) {
    return switch (thing.what()) {
      case CALL -> wrapUps.giveTo(calls.get(clinic, new CallId(thing.id())), right);
      case VISIT -> bookings.giveTo(new VisitId(thing.id()), right, despite).version();
      case MESSAGE -> given.giveTo(clinic, new MessageId(thing.id()), right).version();
      case PROMISE -> others.promises().giveTo(clinic, new PromiseId(thing.id()), right);
      case CALL_BACK -> others.given().giveTo(clinic, new CallBackId(thing.id()), right).version();
      case EMERGENCY -> others.emergencies().giveTo(clinic, new EmergencyId(thing.id()), right);
    };
  }

  /** Whoever had it before was right for it when it was hers, so nothing of that is asked again. */
  void giveBack(OrganizationId clinic, Thing thing, PatientId wrong) {
    give(clinic, thing, wrong, Sentences.of("mixups.back"));
  }
}
