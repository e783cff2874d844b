package health.malasakit.audit;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves parts of the audit out of the database when their retention there is over: each to a file
 * for each organization, then, in one transaction, the database forgets the lines and remembers the
 * file. Whoever stops it in the middle finds everything still in the database; the next try writes
 * the files again.
 */
@Component
public class Archiving {

  /**
   * 45 CFR 164.316(b)(2)(i): six years. Checked 2026-11-25. The file is to be kept longer still.
   */
  public static final Period KEPT = Period.ofYears(6);

  /** What PostgreSQL says when a lock was waited for too long. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** Six years with two leap days, so that a period in days is measured by the longest. */
  private static final LocalDate LONGEST = LocalDate.of(2024, 1, 1);

  private final ArchiveFiles files;
  private final DataSource owner;
  private final Clock clock;

  Archiving(ArchiveFiles files, @Qualifier("ownerConnections") DataSource owner, Clock clock) {
    this.files = files;
    this.owner = owner;
    this.clock = clock;
  }

  /**
   * What went to files.
   *
   * @param part the half year by its first month
   * @param directory below the home
   */
  public record Moved(String part, long lines, int organizations, String directory) {}

  /** Whether lines would leave the database earlier than {@link #KEPT}. */
  public static boolean isShorterThanTheRule(Period kept) {
    return LONGEST.plus(kept).isBefore(LONGEST.plus(KEPT));
  }

  /**
   * Archives every part whose last day is longer ago than this.
   *
   * @param each hears of every part as soon as it has moved, also when a later one is refused
   * @throws Refused conflict {@code audit.unsealed} when a part has a line without a seal, {@code
   *     audit.not-whole} when it is not as it was sealed, {@code audit.archiving} when another run
   *     does the same, {@code audit.read-for-long} when somebody reads for long
   */
  public void archive(Period kept, Consumer<Moved> each) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    try (var connection = owner.getConnection()) {
      var source = new SingleConnectionDataSource(connection, true);
      var database = new Owned(JdbcClient.create(source));
      if (!database.parts().beginAlone()) {
        throw Refused.conflict("audit.archiving");
      }
      try {
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        for (var part : database.rest().endedBy(today.minus(kept))) {
          alone(transactions, part, () -> database.rest().becomes(part));
        }
        for (var part : database.parts().all()) {
          if (!part.end().plus(kept).isAfter(today)) {
            each.accept(alone(transactions, part, () -> archived(database, part)));
          }
        }
      } finally {
        database.parts().endAlone();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is asked as the owner, in one transaction with the cut. */
  private record Owned(Parts parts, RestOfLines rest, AuditStore lines) {
    Owned(JdbcClient client) {
      this(new Parts(client), new RestOfLines(client), new AuditStore(client));
    }
  }

  private static <T> T alone(TransactionTemplate transactions, Parts.Part part, Supplier<T> work) {
    try {
      return Objects.requireNonNull(transactions.execute(status -> work.get()));
    } catch (DataAccessException e) {
      if (e.getMostSpecificCause() instanceof SQLException cause
          && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
        throw Refused.conflict("audit.read-for-long", part.name());
      }
      throw e;
    }
  }

  /** All files first: what changes the database is over soon, so that sealing goes on. */
  private Moved archived(Owned database, Parts.Part part) {
    var parts = database.parts();
    parts.lock(part);
    if (parts.hasUnsealed(part)) {
      throw Refused.conflict("audit.unsealed", part.name());
    }
    var all =
        parts.organizations(part).stream()
            .map(organization -> written(parts, part, organization))
            .toList();
    for (var archived : all) {
      parts.note(archived, clock.instant());
      parts.forget(part, archived.organization());
      writeDown(database.lines(), archived);
    }
    parts.drop(part);
    var lines = all.stream().mapToLong(archived -> archived.extent().lines()).sum();
    var directory = ArchiveFiles.DIRECTORY + "/" + part.name();
    return new Moved(part.name(), lines, all.size(), directory);
  }

  private void writeDown(AuditStore store, Archived archived) {
    var organization = archived.organization();
    var detail = "half year %s, lines %d".formatted(archived.part(), archived.extent().lines());
    store.add(
        Ids.next(),
        Act.on(organization, "archived", "audit_log", organization.value()).with(detail),
        Scope.job(organization, "audit-archive"),
        clock.instant());
  }

  private Archived written(Parts parts, Parts.Part part, OrganizationId organization) {
    var where = new Archived(organization, part.name(), new Archived.Extent(1, 1, 1), "");
    var continuity = new Continuity(parts, organization);
    Consumer<Verdict.Finding> stays =
        finding -> {
          throw Refused.conflict("audit.not-whole", part.name(), organization, finding.sentence());
        };
    var content =
        files.write(
            where,
            to ->
                parts.each(
                    part,
                    organization,
                    sealed -> {
                      continuity.wrong(sealed).ifPresent(stays);
                      to.accept(sealed);
                    }));
    continuity.wrongAtTheEnd().ifPresent(stays);
    var hash = files.confirmed(where, content);
    return new Archived(organization, part.name(), continuity.extent(content.lines()), hash);
  }
}
