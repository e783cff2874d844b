package health.malasakit.kernel;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who asks, from where, for which organizations, with which rights, for which task. Every
 * transaction carries it; the database refuses whatever lies outside.
 *
 * @param actor a person's account, or a job
 * @param country ISO 3166 alpha-2 of the country she works from now; {@value #NOWHERE} for a job
 * @param zone her time zone, for showing times beside the clinic's
 * @param rights the organizations in scope and what she may do in each
 * @param task what she is doing: the route's pattern, a call or an item; ids only
 */
public record Scope(
    Actor actor, String country, ZoneId zone, Map<OrganizationId, Set<Right>> rights, String task) {

  /** The country of a job, from which nobody looks. */
  public static final String NOWHERE = "ZZ";

  private static final Pattern ROUTE = Pattern.compile("[A-Z]+ /.*");

  public Scope {
    rights = Map.copyOf(rights);
  }

  /** Who acts: a person or a job. */
  public sealed interface Actor {

    /** A person with an account. */
    record Person(AccountId account) implements Actor {}

    /** Work that no person does, by its name. */
    record Job(String name) implements Actor {}
  }

  /** A job that works for one organization. */
  public static Scope job(OrganizationId organization, String name) {
    return new Scope(
        new Actor.Job(name), NOWHERE, ZoneOffset.UTC, Map.of(organization, Set.of()), name);
  }

  /** The organizations in scope. */
  public Set<OrganizationId> organizations() {
    return rights.keySet();
  }

  /** Whether this right is held in this organization. */
  public boolean may(OrganizationId organization, String object, Verb verb) {
    return rights.getOrDefault(organization, Set.of()).contains(new Right(object, verb));
  }

  /** Whether this right is held in any organization in scope. */
  public boolean may(String object, Verb verb) {
    return rights.keySet().stream().anyMatch(organization -> may(organization, object, verb));
  }

  /** The account that asks; empty for a job. */
  public Optional<AccountId> account() {
    return switch (actor) {
      case Actor.Person person -> Optional.of(person.account());
      case Actor.Job job -> Optional.empty();
    };
  }

  /** The name under which acts are written down: {@code person}, or the job's name. */
  public String actorName() {
    return switch (actor) {
      case Actor.Person person -> "person";
      case Actor.Job job -> job.name();
    };
  }

  /**
   * What she is at, across routes: a call or an item. Pages that she walks through without one are
   * one piece of work.
   */
  public String work() {
    return ROUTE.matcher(task).matches() ? "pages" : task;
  }

  /** The same scope for another task. */
  public Scope forTask(String next) {
    return new Scope(actor, country, zone, rights, next);
  }

  /** The same person and task, for fewer organizations. */
  public Scope within(Set<OrganizationId> fewer) {
    var kept = new java.util.HashMap<>(rights);
    kept.keySet().retainAll(fewer);
    return new Scope(actor, country, zone, kept, task);
  }
}
