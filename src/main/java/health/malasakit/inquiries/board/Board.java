package health.malasakit.inquiries.board;

import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.Silence;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the calls go today at the clinics where she leads. */
@Component
public class Board {

  private final BoardStore store;
  private final Silence silence;
  private final Clinics clinics;
  private final Clock clock;

  Board(BoardStore store, Silence silence, Clinics clinics, Clock clock) {
    this.store = store;
    this.silence = silence;
    this.clinics = clinics;
    this.clock = clock;
  }

  /**
   * A clinic's calls in one language.
   *
   * @param language BCP 47; empty when it was not asked
   */
  public record Line(OrganizationId organization, String language, Figures figures) {}

  /** Where she leads. */
  public static Set<OrganizationId> led() {
    var scope = Scopes.current();
    return scope.organizations().stream()
        .filter(one -> scope.may(one, "calls", Verb.APPROVE))
        .collect(Collectors.toSet());
  }

  private record Key(OrganizationId organization, String language) {}

  /** A line for each clinic and language of which there is anything. */
  @Transactional(readOnly = true)
  public List<Line> lines() {
    var led = led();
    var lines = new HashMap<Key, Figures>();
    Stream.concat(store.today(begins(led)).stream(), store.open(led, silence.since()).stream())
        .forEach(told ->
            lines.merge(
                new Key(told.organization(), told.language()), told.figures(), Figures::plus));
    return lines.entrySet().stream()
        .map(one -> new Line(one.getKey().organization(), one.getKey().language(), one.getValue()))
        .toList();
  }

  /** When the day began at each clinic, by its own clock. */
  private Map<OrganizationId, Instant> begins(Set<OrganizationId> where) {
    var zones = clinics.zones();
    var now = clock.instant();
    return where.stream().collect(Collectors.toMap(one -> one, one -> midnight(zones, one, now)));
  }

  private static Instant midnight(
      Map<OrganizationId, ZoneId> zones, OrganizationId clinic, Instant now) {
    var zone = zones.getOrDefault(clinic, Scopes.current().zone());
    return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }
}
