package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Basis;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ConsentBasis;
import health.malasakit.messaging.ConsentLine;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.Purpose;
import health.malasakit.messaging.mail.EmailAddress;
import health.malasakit.messaging.mail.MailStops;
import health.malasakit.messaging.texts.NumberStand;
import health.malasakit.messaging.texts.NumberStops;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * On what ground numbers and e-mails may be written to about visits, and why not; asked of many at
 * once.
 */
@Component
class Grounds {

  /** Where a day begins last: of a clinic of which nobody knows where it is. */
  private static final ZoneId LAST_TO_BEGIN = ZoneOffset.ofHours(-12);

  private final Consents consents;
  private final NumberStops numbers;
  private final MailStops mails;
  private final Senders senders;

  Grounds(Consents consents, NumberStops numbers, MailStops mails, Senders senders) {
    this.consents = consents;
    this.numbers = numbers;
    this.mails = mails;
    this.senders = senders;
  }

  /** A ground, or the code of why there is none. */
  sealed interface Ground {
    record On(Basis basis) implements Ground {}

    record None(String why) implements Ground {}
  }

  /**
   * What is known of these at this moment.
   *
   * @param attested when the clinic spoke for its files; of what came into a file later it said
   *     nothing
   */
  Asked ask(OrganizationId organization, Collection<Recipient> all, Optional<Instant> attested) {
    Map<Consents.Reached, ConsentLine> said = new HashMap<>();
    for (var channel : List.of(Channel.TEXT, Channel.EMAIL)) {
      said.putAll(consents.latest(organization, of(channel, all), channel, Purpose.CARE));
    }
    var stands = numbers.stands(organization, addresses(Channel.TEXT, all).map(Phone::of).toList());
    return new Asked(
        said,
        stands,
        zone(organization, stands.values()),
        mails.closed(
            organization,
            addresses(Channel.EMAIL, all).flatMap(one -> EmailAddress.of(one).stream()).toList()),
        attested);
  }

  /** Asked only where a day has to be told from another. */
  private ZoneId zone(OrganizationId organization, Collection<NumberStand> stands) {
    return stands.stream().anyMatch(one -> one.closedBefore().isPresent())
        ? senders.zone(organization).orElse(LAST_TO_BEGIN)
        : LAST_TO_BEGIN;
  }

  private static List<Consents.Reached> of(Channel channel, Collection<Recipient> all) {
    return all.stream()
        .flatMap(her ->
            her.reaches().stream()
                .filter(one -> one.channel() == channel)
                .map(one -> new Consents.Reached(her.patient(), one.address())))
        .distinct()
        .toList();
  }

  private static Stream<String> addresses(Channel channel, Collection<Recipient> all) {
    return of(channel, all).stream().map(Consents.Reached::address).distinct();
  }

  /**
   * What was said of numbers and e-mails.
   *
   * @param said by their patients
   * @param stands by digits
   * @param zone of the clinic
   * @param closed by e-mail in lower case
   */
  record Asked(
      Map<Consents.Reached, ConsentLine> said,
      Map<String, NumberStand> stands,
      ZoneId zone,
      Map<String, MailStops.Line> closed,
      Optional<Instant> attested) {

    /** What she said counts; where she said nothing, what the clinic attested of its files. */
    Ground of(PatientId patient, Recipient.Reach reach) {
      var hers = Optional.ofNullable(said.get(new Consents.Reached(patient, reach.address())));
      if (hers.isEmpty()) {
        return attested.filter(at -> givenBy(at, reach)).isPresent()
            ? unlessClosed(reach, Basis.ATTESTED, hers)
            : new Ground.None("no_basis");
      }
      if (hers.get().answer() != ConsentAnswer.GIVEN) {
        return new Ground.None(hers.get().basis() == ConsentBasis.REPLY ? "stopped" : "said_no");
      }
      return unlessClosed(reach, Basis.CONSENT, hers);
    }

    private static boolean givenBy(Instant then, Recipient.Reach reach) {
      return reach.given().filter(since -> !since.isAfter(then)).isPresent();
    }

    private Ground unlessClosed(Recipient.Reach reach, Basis basis, Optional<ConsentLine> yes) {
      if (reach.channel() == Channel.EMAIL) {
        var line = Optional.ofNullable(closed.get(reach.place().folded()));
        return line.filter(one -> one.isClosedTo(yes)).isPresent()
            ? new Ground.None("unsubscribed")
            : new Ground.On(basis);
      }
      var stand = stands.getOrDefault(Phone.of(reach.address()).digits(), NumberStand.OPEN);
      if (stand.isOpenTo(yes, zone)) {
        return new Ground.On(basis);
      }
      return new Ground.None(stand.closed() ? "stopped" : "opened_for_another");
    }

    @Override
    public String toString() {
      return "Asked";
    }
  }
}
