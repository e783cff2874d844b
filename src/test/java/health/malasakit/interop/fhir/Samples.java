package health.malasakit.interop.fhir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Made-up files of our own, and ways to spoil them. */
final class Samples {

  private static final Path FOLDER = Path.of("src/test/resources/samples/fhir");

  private Samples() {}

  static Path of(String name) {
    return FOLDER.resolve(name);
  }

  /** Everything that reading a file for all types comes upon. */
  static List<Found> read(Path path) {
    List<Found> found = new ArrayList<>();
    var wanted = new java.util.HashSet<String>();
    ResourceFields.PASSES.forEach(wanted::addAll);
    ResourceReader.read(new FhirFile(path, path.getFileName().toString()), wanted, found::add);
    return found;
  }

  static Path written(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] packed(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] first(byte[] bytes, int count) {
    return Arrays.copyOf(bytes, count);
  }
}
