package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
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

  /**
   * Archives every part whose last day is longer ago than this.
   *
   * @throws Refused conflict {@code audit.unsealed} when a part has a line without a seal
   */
  public List<Moved> archive(Period kept) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    try (var connection = owner.getConnection()) {
      var source = new SingleConnectionDataSource(connection, true);
      var parts = new Parts(JdbcClient.create(source));
      var transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
      var moved = new ArrayList<Moved>();
      for (var part : parts.all()) {
        if (!part.end().plus(kept).isAfter(today)) {
          moved.add(Objects.requireNonNull(transactions.execute(status -> archived(parts, part))));
        }
      }
      return moved;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Moved archived(Parts parts, Parts.Part part) {
    parts.lock(part);
    if (parts.hasUnsealed(part)) {
      throw Refused.conflict("audit.unsealed", part.name());
    }
    var organizations = parts.organizations(part);
    long lines = 0;
    for (var organization : organizations) {
      var archived = written(parts, part, organization);
      parts.note(archived, clock.instant());
      parts.forget(part, organization);
      lines += archived.extent().lines();
    }
    parts.drop(part);
    var directory = ArchiveFiles.DIRECTORY + "/" + part.name();
    return new Moved(part.name(), lines, organizations.size(), directory);
  }

  private Archived written(Parts parts, Parts.Part part, OrganizationId organization) {
    var first = new AtomicLong();
    var last = new AtomicLong();
    var lines = new AtomicLong();
    var where = new Archived(organization, part.name(), new Archived.Extent(1, 1, 1), "");
    var hash =
        files.write(
            where,
            to ->
                parts.each(
                    part,
                    organization,
                    line -> {
                      first.compareAndSet(0, line.position());
                      last.set(line.position());
                      lines.incrementAndGet();
                      to.accept(line);
                    }));
    var extent = new Archived.Extent(first.get(), last.get(), lines.get());
    return new Archived(organization, part.name(), extent, hash);
  }
}
