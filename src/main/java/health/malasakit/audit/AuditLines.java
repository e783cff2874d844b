package health.malasakit.audit;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the audit of a clinic for its privacy officer, newest first, a page at a time. Every
 * question walks an index from where the last page ended, so a page costs the same however many
 * lines there are.
 */
@Component
public class AuditLines {

  /** Lines on a page. */
  public static final int PAGE = 50;

  /** Lines of a patient's list that is to be printed as a whole. */
  public static final int WHOLE = 5_000;

  private static final int LOOKS = 300;

  private final AuditLineStore store;
  private final List<Concern> concerns;

  AuditLines(AuditLineStore store, List<Concern> concerns) {
    this.store = store;
    this.concerns = concerns.stream().sorted(Comparator.comparingInt(Concern::order)).toList();
  }

  /** Lines in order, and where the next page begins; empty when there is none. */
  public record Lines(List<Line> lines, Optional<UUID> next) {

    static Lines of(List<Line> found) {
      return of(found, PAGE);
    }

    static Lines of(List<Line> found, int most) {
      return new Lines(
          found, found.size() < most ? Optional.empty() : Optional.of(found.getLast().id()));
    }
  }

  /**
   * Looks that are of concern.
   *
   * @param by the lines of each concern, in the order of the page
   * @param next where older looks begin; empty when all of the time asked for were read
   * @param read how many looks were read
   */
  public record Review(List<OfConcern> by, Optional<UUID> next, int read) {}

  /** The lines of one concern. */
  public record OfConcern(String code, List<Line> lines) {}

  /** Where a page of a time begins: after everything of that time. */
  public static UUID endOf(Instant moment) {
    return AuditLineStore.firstIdOf(moment);
  }

  /** What was done with a patient, her place in result sets included, so many lines at once. */
  @Transactional(readOnly = true)
  public Lines ofPatient(OrganizationId organization, PatientId patient, UUID before, int most) {
    require(organization);
    var alone = store.ofPatient(organization, patient, before, most);
    var listed = store.listing(organization, patient, before, most);
    var newestFirst =
        Stream.concat(alone.stream(), listed.stream())
            .distinct()
            .sorted(Comparator.comparing((Line line) -> line.id().toString()).reversed())
            .limit(most)
            .toList();
    return Lines.of(newestFirst, most);
  }

  /** All that a person did in a clinic. */
  @Transactional(readOnly = true)
  public Lines ofPerson(OrganizationId organization, AccountId person, UUID before) {
    require(organization);
    return Lines.of(store.ofPerson(organization, person, before, PAGE));
  }

  /** All that was done in a clinic from one moment to a place before another. */
  @Transactional(readOnly = true)
  public Lines between(OrganizationId organization, Instant from, UUID before) {
    require(organization);
    return Lines.of(store.between(organization, from, before, PAGE));
  }

  /** The latest records opened since a moment, and which of them are of concern. */
  @Transactional(readOnly = true)
  public Review review(OrganizationId organization, Instant since, UUID before) {
    require(organization);
    var opened = store.opened(organization, since, before, LOOKS);
    var looks = opened.stream().flatMap(AuditLines::look).toList();
    var by =
        concerns.stream()
            .map(concern -> new OfConcern(concern.code(), of(concern, organization, opened, looks)))
            .toList();
    var next = opened.size() < LOOKS ? Optional.<UUID>empty() : Optional.of(opened.getLast().id());
    return new Review(by, next, opened.size());
  }

  /**
   * How often a record was opened within the ten minutes of its line; only lines that stand for
   * more than one opening are in it.
   */
  @Transactional(readOnly = true)
  public Map<UUID, Integer> times(OrganizationId organization, Collection<Line> lines) {
    require(organization);
    return store.reopened(
        organization,
        lines.stream().filter(line -> line.act().equals("opened")).map(Line::id).toList());
  }

  private static List<Line> of(
      Concern concern, OrganizationId organization, List<Line> opened, List<Look> looks) {
    var lines = concern.among(organization, looks);
    return opened.stream().filter(line -> lines.contains(line.id())).collect(Collectors.toList());
  }

  private static Stream<Look> look(Line line) {
    return line.account().isEmpty() || line.patient().isEmpty()
        ? Stream.empty()
        : Stream.of(new Look(line.id(), line.at(), line.account().get(), line.patient().get()));
  }

  private static void require(OrganizationId organization) {
    if (!Scopes.current().may(organization, "audit_log", Verb.READ)) {
      throw Refused.denied("no-right/reads");
    }
  }
}
