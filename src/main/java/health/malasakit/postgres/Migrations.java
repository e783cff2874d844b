package health.malasakit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The migrations that this program brings, outside a start of the application. */
public final class Migrations {

  private static final String FILES = "classpath*:db/migration/*/V*.sql";

  private Migrations() {}

  /** What stands in a migration for the names of an installation. */
  static Map<String, String> placeholders(DatabaseAddress address) {
    return Map.of(
        "owner", address.owner().name(),
        "application", address.application().name(),
        "backup", address.backupRole());
  }

  /** Their versions, oldest first. */
  public static NavigableSet<String> known() {
    try {
      return Stream.of(new PathMatchingResourcePatternResolver().getResources(FILES))
          .map(file -> String.valueOf(file.getFilename()).replaceFirst("V(\\d+)__.*", "$1"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Migrates as a start of the application does; up to one version, or all. */
  public static void upTo(DatabaseAddress address, Optional<String> version) {
    var configured =
        Flyway.configure()
            .dataSource(address.url(), address.owner().name(), address.owner().password())
            .locations("classpath:db/migration")
            .schemas("kernel_history")
            .createSchemas(true)
            .placeholders(placeholders(address));
    version.ifPresent(configured::target);
    configured.load().migrate();
  }
}
