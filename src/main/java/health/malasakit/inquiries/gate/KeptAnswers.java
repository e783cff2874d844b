package health.malasakit.inquiries.gate;

import health.malasakit.access.SealedWords;
import health.malasakit.audit.Clinics;
import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Recurring;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of the last asking in a call, kept for who asked: a page of its own shows it, so that
 * who reads that page again asks nothing again, and the address says nothing of it.
 */
@Component
public class KeptAnswers {

  private static final Duration KEPT = Duration.ofHours(1);

  private final KeptAnswerStore store;
  private final SealedWords words;
  private final Clinics clinics;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  KeptAnswers(
      KeptAnswerStore store,
      SealedWords words,
      Clinics clinics,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.words = words;
    this.clinics = clinics;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What the page shows.
   *
   * @param answer code: no_match, several, too_many; empty when something has to be asked again
   * @param typed by the names of the fields; one thing more only where nothing was tried yet
   * @param errors what has to be asked again, by the names of the fields
   */
  public record Kept(String answer, Map<String, String> typed, Map<String, String> errors) {

    /** What a caller says is printed nowhere. */
    @Override
    public String toString() {
      return "Kept[" + answer + "]";
    }
  }

  /** Keeps it in place of the one before; gives its id. */
  @Transactional
  public UUID keep(OrganizationId organization, CallId call, Kept kept) {
    var id = Ids.next();
    store.keep(
        new KeptAnswerStore.Row(
            organization,
            call,
            me(),
            id,
            words.seal(json.writeValueAsString(kept), place(id)),
            clock.instant()));
    return id;
  }

  /**
   * The one that she asked last, if it is this one.
   *
   * @param id as the address names it
   */
  @Transactional(readOnly = true)
  public Optional<Kept> find(OrganizationId organization, CallId call, String id) {
    return store
        .find(organization, call, me())
        .filter(row -> row.id().toString().equals(id))
        .filter(row -> row.at().plus(KEPT).isAfter(clock.instant()))
        .map(row -> json.readValue(words.open(row.sealed(), place(row.id())), Kept.class));
  }

  /** It matched: what did not is forgotten. */
  @Transactional
  public void forget(OrganizationId organization, CallId call) {
    store.forget(organization, call, me());
  }

  /** Forgets what is older than an hour, of everybody, in every clinic. */
  public void forgetOld() {
    var before = clock.instant().minus(KEPT);
    for (var clinic : clinics.allIds()) {
      Scopes.run(
          Scope.job(clinic, "kept-answers"),
          () -> transactions.executeWithoutResult(status -> store.forget(clinic, before)));
    }
  }

  /** Run by one node; nothing is shown after its hour, whenever it is forgotten. */
  @Configuration(proxyBeanMethods = false)
  static class Job {

    @Bean
    Recurring keptAnswersForgotten(KeptAnswers answers) {
      return new Recurring("inquiries.kept-answers", Duration.ofMinutes(15), answers::forgetOld);
    }
  }

  private static String place(UUID id) {
    return "answer/" + id;
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
  }
}
