package health.malasakit.interop.fhir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files that were named, and those in the folders that were named, each once, in order.
 *
 * @param missing what was named and is not there
 */
record FhirFiles(List<FhirFile> files, List<Refusal> missing) {

  static FhirFiles of(List<Path> named) {
    Map<Path, FhirFile> found = new LinkedHashMap<>();
    List<Refusal> missing = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        inFolder(path).forEach(file -> found.putIfAbsent(identity(file.path()), file));
      } else if (Files.isRegularFile(path)) {
        found.putIfAbsent(identity(path), new FhirFile(path, path.getFileName().toString()));
      } else {
        missing.add(new Refusal(path.toString(), 0, "$", Refusal.said("file.missing")));
      }
    }
    return new FhirFiles(List.copyOf(found.values()), missing);
  }

  private static List<FhirFile> inFolder(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(FhirFile::looksRight)
          .sorted()
          .map(path -> new FhirFile(path, folder.relativize(path).toString()))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path identity(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
