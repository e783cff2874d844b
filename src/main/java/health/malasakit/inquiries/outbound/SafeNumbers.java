package health.malasakit.inquiries.outbound;

import health.malasakit.inquiries.outbound.SafeNumber.Leaving;
import health.malasakit.inquiries.outbound.SafeNumber.Standing;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.Permission;
import health.malasakit.messaging.Purpose;
import health.malasakit.messaging.Use;
import health.malasakit.patients.CallNumbers;
import health.malasakit.patients.OwnChannels;
import health.malasakit.patients.Patient;
import health.malasakit.patients.SafeContacts;
import health.malasakit.patients.reach.NumberStanding;
import health.malasakit.patients.reach.NumberWords;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * At which numbers a patient may be called, in her order, and what may be left there. A message
 * with no more than names and a number is allowed where nobody said otherwise (45 CFR 164.510(b),
 * HHS guidance on answering machines; from general knowledge, verify).
 */
@Component
class SafeNumbers {

  private final CallNumbers numbers;
  private final SafeContacts safe;
  private final OwnChannels own;
  private final Consents consents;
  private final NumberWords words;

  SafeNumbers(
      CallNumbers numbers,
      SafeContacts safe,
      OwnChannels own,
      Consents consents,
      NumberWords words) {
    this.numbers = numbers;
    this.safe = safe;
    this.own = own;
    this.consents = consents;
    this.words = words;
  }

  /** All that are shown of her, whether or not they may ring at that moment. */
  @Transactional(readOnly = true)
  public List<SafeNumber> of(CallBack about, Patient patient, Instant at) {
    var all = numbers.all(about.organization(), about.patient());
    var stopped = words.stopped(about.organization(), about.patient(), all);
    return all.stream()
        .map(phone -> {
          var why = stopped.stream().filter(one -> one.isOf(phone)).findFirst();
          return new SafeNumber(
              phone, standing(about, phone, at, why), why, leaving(about, patient, phone));
        })
        .toList();
  }

  /** Those about which none of her numbers may ring at that moment; two questions per clinic. */
  @Transactional(readOnly = true)
  public Set<CallBackId> none(Collection<CallBack> about, Instant at) {
    return about.stream().collect(Collectors.groupingBy(CallBack::organization)).entrySet().stream()
        .flatMap(one -> none(one.getKey(), one.getValue(), at))
        .collect(Collectors.toSet());
  }

  private Stream<CallBackId> none(OrganizationId clinic, List<CallBack> about, Instant at) {
    var patients = about.stream().map(CallBack::patient).distinct().toList();
    var ringing = numbers.ringing(clinic, patients, at);
    var reached = ringing.stream().map(SafeNumbers::reached).distinct().toList();
    var refused = consents.refused(clinic, reached, Channel.CALL, Purpose.CARE);
    var safe = ringing.stream().filter(one -> !refused.contains(reached(one))).toList();
    return about.stream()
        .filter(one -> safe.stream().noneMatch(number -> may(one, number)))
        .map(CallBack::id);
  }

  private static Consents.Reached reached(CallNumbers.Ringing one) {
    return new Consents.Reached(one.patient(), one.phone().written());
  }

  /** What is confidential is told where she alone answers. */
  private static boolean may(CallBack about, CallNumbers.Ringing number) {
    return number.patient().equals(about.patient())
        && (number.alone() || !about.matter().confidential());
  }

  private Standing standing(
      CallBack about, Phone phone, Instant at, Optional<NumberStanding> stopped) {
    if (!phone.valid()) {
      return Standing.NO_NUMBER;
    }
    if (stopped.isPresent()) {
      return Standing.STOPPED;
    }
    if (consent(about, Channel.CALL, phone) instanceof Permission.Not) {
      return Standing.DO_NOT_CALL;
    }
    if (!safe.mayContact(about.organization(), about.patient(), phone.written(), at)) {
      return Standing.NOT_NOW;
    }
    var alone =
        !about.matter().confidential()
            || own.mayContactAlone(about.organization(), about.patient(), phone.written(), at);
    return alone ? Standing.SAFE : Standing.NOT_HERS;
  }

  private Leaving leaving(CallBack about, Patient patient, Phone phone) {
    var only = patient.safeContact();
    return switch (consent(about, Channel.VOICEMAIL, phone)) {
      case Permission.Not no -> Leaving.NOT;
      case Permission.Given yes ->
          only.filter(one -> !one.words().isBlank()).isPresent() ? Leaving.HERS : Leaving.USUAL;
      case Permission.NeverAsked none ->
          only.isPresent() || about.matter().confidential() ? Leaving.NOT : Leaving.USUAL;
    };
  }

  private Permission consent(CallBack about, Channel channel, Phone phone) {
    return consents.may(
        about.organization(), about.patient(), new Use(channel, phone.written(), Purpose.CARE));
  }
}
