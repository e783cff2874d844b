package health.malasakit.inquiries.texts;

import health.malasakit.access.Organizations;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Recurring;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import health.malasakit.messaging.texts.Texts;
import health.malasakit.messaging.texts.TextsAgain;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was kept is ruled, once. Who kept it may end before: then the carrier's next bringing of the
 * same text does it, or a minute does.
 */
@Component
class TextsUnruled {

  private static final Logger LOG = LoggerFactory.getLogger(TextsUnruled.class);
  private static final Duration LEFT_AFTER = Duration.ofMinutes(1);

  private final UnruledStore store;
  private final Ruling ruling;
  private final Texts texts;
  private final TextsAgain again;
  private final Live live;
  private final Organizations clinics;
  private final TransactionTemplate transactions;
  private final Clock clock;

  TextsUnruled(
      UnruledStore store,
      Ruling ruling,
      Texts texts,
      TextsAgain again,
      Live live,
      Organizations clinics,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.ruling = ruling;
    this.texts = texts;
    this.again = again;
    this.live = live;
    this.clinics = clinics;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Its answer has gone out then; of one that is ruled nothing happens. */
  void rule(OrganizationId clinic, TextInId text) {
    Objects.requireNonNull(transactions.execute(status -> ruled(clinic, text)))
        .ifPresent(this::handOver);
  }

  private void handOver(Replies.Prepared reply) {
    if (reply.again()) {
      again.handOver(new TextsAgain.Answer(reply.begun(), reply.body(), reply.reach()));
    } else {
      texts.handOver(reply.begun(), reply.body());
    }
  }

  private Optional<Replies.Prepared> ruled(OrganizationId clinic, TextInId text) {
    live.changed(TextsIn.topic(clinic));
    return ruling.rule(clinic, text);
  }

  /** What the carrier brings once more, when nobody ruled it. */
  void again(OrganizationId clinic, String carrierId) {
    Objects.requireNonNull(transactions.execute(status -> store.brought(clinic, carrierId)))
        .ifPresent(text -> rule(clinic, text));
  }

  /** In every clinic where there is any, one after the other. */
  void ruleAll() {
    clinics
        .with(Organizations.Work.TEXTS_UNRULED, clock.instant().minus(LEFT_AFTER))
        .forEach(this::ruleLeft);
  }

  /** Says how many. */
  int ruleLeft(OrganizationId clinic) {
    return Scopes.call(
        Scope.job(clinic, "texts-unruled"),
        () -> {
          var before = clock.instant().minus(LEFT_AFTER);
          List<TextInId> left =
              Objects.requireNonNull(transactions.execute(status -> store.left(clinic, before)));
          left.forEach(text -> ruleOne(clinic, text));
          return left.size();
        });
  }

  /** One that breaks holds no other up. */
  private void ruleOne(OrganizationId clinic, TextInId text) {
    try {
      rule(clinic, text);
    } catch (RuntimeException broken) {
      LOG.error("The text {} is not ruled", text, broken);
    }
  }

  /** When it is done. */
  @Configuration(proxyBeanMethods = false)
  static class Job {

    @Bean
    Recurring textsLeftUnruled(TextsUnruled unruled) {
      return new Recurring("inquiries.texts-unruled", Duration.ofMinutes(1), unruled::ruleAll);
    }
  }
}
