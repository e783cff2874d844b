package health.malasakit.messaging.ledger;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.InHalves;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.mail.WhyNoMail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was refused or did not arrive: a gateway that was away is tried again, later each time; any
 * other is told by another channel where she has one, and else waits for a person.
 */
@Component
class Following {

  private static final Logger LOG = LoggerFactory.getLogger(Following.class);

  private static final Set<String> AWAY = Set.of("unreachable", "http-429", "20429");

  /** No mail server is waited for so long. */
  static final Duration SENDING_MAX = Duration.ofMinutes(1);

  /** A carrier that says nothing for so long will say nothing. */
  private static final Duration RECEIPTS_WITHIN = Duration.ofDays(4);

  private static final int DOUBLINGS_MAX = 6;

  private final EntryReadStore lines;
  private final EntryStore store;
  private final EntryEndStore ends;
  private final OutgoingMailStore mails;
  private final Recipients recipients;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Following(
      EntryReadStore lines,
      EntryStore store,
      EntryEndStore ends,
      OutgoingMailStore mails,
      Recipients recipients,
      TransactionTemplate transactions,
      Clock clock) {
    this.lines = lines;
    this.store = store;
    this.ends = ends;
    this.mails = mails;
    this.recipients = recipients;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** E-mails whose sender ended before the server's answer was written down are in doubt. */
  void interrupted(OrganizationId clinic) {
    transactions.executeWithoutResult(status -> {
      var now = clock.instant();
      mails
          .left(clinic, now.minus(SENDING_MAX))
          .forEach(id -> mails.settle(clinic, id, OutgoingMailStore.Settled.INTERRUPTED, now));
    });
  }

  /** Of one clinic, 500 at a time. */
  void follow(OrganizationId clinic) {
    var now = clock.instant();
    InHalves.each(
        toFollow(clinic, now),
        some -> transactions.executeWithoutResult(status -> follow(clinic, some, now)),
        this::leave);
  }

  private List<Entry> toFollow(OrganizationId clinic, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(status -> {
          ends.arrived(clinic, now.minus(RECEIPTS_WITHIN));
          return lines.toFollow(clinic);
        }));
  }

  private void follow(OrganizationId clinic, List<Entry> some, Instant now) {
    var elsewhere = some.stream().filter(line -> !comesAgain(line, now)).map(Entry::patient);
    var who = recipients.of(clinic, elsewhere.distinct().toList());
    some.forEach(line -> follow(line, Optional.ofNullable(who.get(line.patient())), now));
  }

  /**
   * Nobody can say by what else she is reached: a person looks. What she has on file is not said.
   */
  private void leave(Entry line, RuntimeException broken) {
    LOG.error(
        "Incident {}: message {} goes by no other way: {}",
        Ids.next(),
        line.id(),
        broken.getClass().getName());
    transactions.executeWithoutResult(status -> ends.followed(line));
  }

  private static boolean comesAgain(Entry line, Instant now) {
    return line.settled().isEmpty()
        && line.state() == EntryState.REFUSED
        && away(line)
        && now.plus(pause(line.attempts())).isBefore(line.uselessAt());
  }

  /** What a person saw to is told by no other way. */
  private void follow(Entry line, Optional<Recipient> her, Instant now) {
    if (line.settled().isPresent()) {
      ends.followed(line);
      return;
    }
    if (comesAgain(line, now)) {
      var later = now.plus(pause(line.attempts()));
      store.back(line, new EntryStore.Change("held", line.reason(), later, now));
      return;
    }
    ends.followed(line);
    boolean late = !now.isBefore(line.uselessAt());
    her.flatMap(one -> other(line, one))
        .filter(channel -> !late)
        .ifPresent(channel -> store.add(line.notAsked().by(channel, now)));
  }

  /** Nothing left this machine, or the gateway said to come again. */
  private static boolean away(Entry line) {
    return line.channel() == Channel.EMAIL
        ? WhyNoMail.of(line.reason()) == WhyNoMail.LATER
        : AWAY.contains(line.reason());
  }

  /** One minute, two, four, up to about an hour. */
  private static Duration pause(int attempts) {
    return Duration.ofMinutes(1L << Math.min(Math.max(attempts - 1, 0), DOUBLINGS_MAX));
  }

  private static Optional<Channel> other(Entry line, Recipient her) {
    return List.of(Channel.TEXT, Channel.EMAIL).stream()
        .filter(channel -> channel != line.channel())
        .filter(channel -> her.reaches().stream().anyMatch(one -> one.channel() == channel))
        .findFirst();
  }
}
