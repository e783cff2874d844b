package health.malasakit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Homes of worlds that are made anew for each run. */
final class BenchHomes {

  private BenchHomes() {}

  /** What is left there of an earlier run goes. */
  static Path fresh(Path home) throws IOException {
    if (Files.exists(home)) {
      try (var all = Files.walk(home)) {
        for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return home;
  }
}
