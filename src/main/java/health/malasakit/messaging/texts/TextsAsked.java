package health.malasakit.messaging.texts;

import health.malasakit.access.Organizations;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Recurring;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A text in doubt is never sent again by itself: the gateway is asked whether it has it. Each time
 * stands in its history.
 */
@Component
class TextsAsked {

  private final TextInDoubtStore store;
  private final TextStore texts;
  private final SettlingStore settling;
  private final GatewayLook look;
  private final Organizations clinics;
  private final TransactionTemplate transactions;
  private final Clock clock;

  TextsAsked(
      TextInDoubtStore store,
      TextStore texts,
      SettlingStore settling,
      GatewayLook look,
      Organizations clinics,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.texts = texts;
    this.settling = settling;
    this.look = look;
    this.clinics = clinics;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** In every clinic where there is any, one after the other; says of how many. */
  int askAll() {
    return clinics.with(Organizations.Work.TEXTS_IN_DOUBT, clock.instant()).stream()
        .mapToInt(this::ask)
        .sum();
  }

  int ask(OrganizationId clinic) {
    return Scopes.call(
        Scope.job(clinic, "texts-asked"),
        () -> {
          List<TextInDoubt> due =
              Objects.requireNonNull(
                  transactions.execute(status -> store.due(clinic, clock.instant())));
          due.forEach(one -> settle(clinic, one, look.between(one.from(), one.to())));
          return due.size();
        });
  }

  /** No connection to the database was held while the gateway answered. */
  private void settle(OrganizationId clinic, TextInDoubt one, Optional<GatewayLook.Seen> seen) {
    transactions.executeWithoutResult(status -> {
      var known = settling.alone(clinic, one.id());
      known
          .filter(text -> text.text().state() == TextState.IN_DOUBT)
          .ifPresent(text -> written(clinic, one, text.text(), seen));
    });
  }

  private void written(
      OrganizationId clinic, TextInDoubt one, SentText text, Optional<GatewayLook.Seen> seen) {
    var now = clock.instant();
    switch (one.compare(seen, claimed(clinic, one, seen), now)) {
      case TextInDoubt.Says.Has(TextReceipt receipt) ->
          receipt
              .after(text, now)
              .ifPresent(next -> settling.settle(clinic, next, receipt.carrierId()));
      case TextInDoubt.Says.Never() ->
          settling.settle(
              clinic,
              new SentText(one.id(), TextState.FAILED, TextReceipt.NOT_AT_GATEWAY, now),
              "");
      case TextInDoubt.Says.Unknown(String why) -> {
        if (store.later(clinic, one.id(), one.next(now))) {
          texts.step(clinic, new SentText(one.id(), TextState.IN_DOUBT, why, now));
        }
      }
    }
  }

  private Set<String> claimed(
      OrganizationId clinic, TextInDoubt one, Optional<GatewayLook.Seen> seen) {
    var names =
        seen.stream()
            .flatMap(list -> list.texts().stream())
            .map(has -> has.receipt().carrierId())
            .collect(Collectors.toSet());
    return names.isEmpty() ? Set.of() : store.claimed(clinic, one.to(), names);
  }

  /** When it is done. */
  @Configuration(proxyBeanMethods = false)
  static class Job {

    @Bean
    Recurring textsAskedOfTheGateway(TextsAsked asked) {
      return new Recurring("messaging.texts-asked", Duration.ofSeconds(30), asked::askAll);
    }
  }
}
