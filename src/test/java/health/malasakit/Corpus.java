package health.malasakit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Real public data beside the project, for tests that measure against it. It is no part of the
 * project: a test that asks for a file which is not there is skipped and says so. The directory is
 * {@code ../shared/data}, or the system property {@code malasakit.corpus}.
 */
public final class Corpus {

  private static final Path DIRECTORY =
      Path.of(System.getProperty("malasakit.corpus", "../shared/data"));

  private Corpus() {}

  /** A file or folder of the corpus; skips the test when it is absent. */
  public static Path path(String name) {
    Path path = DIRECTORY.resolve(name);
    assumeTrue(Files.exists(path), "skipped, no corpus here: " + path.toAbsolutePath().normalize());
    return path;
  }

  /** The lines of a text file, unpacked when its name ends in {@code .gz}. */
  public static List<String> lines(String name) {
    Path path = path(name);
    try (InputStream file = Files.newInputStream(path);
        InputStream text = name.endsWith(".gz") ? new GZIPInputStream(file) : file) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
