package health.malasakit.postgres;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Homes of their own for tests that crash servers. */
public final class Homes {

  private Homes() {}

  /** A new home with the programs in it, linked from the shared test home: unpacking is slow. */
  public static Home at(Path directory) throws IOException {
    Home home = Home.at(directory);
    Path unpacked = Binaries.in(Home.at(Path.of("target", "test-home"))).directory();
    Path programs = home.directory().resolve(unpacked.getFileName());
    try (Stream<Path> paths = Files.walk(unpacked)) {
      for (Path path : paths.toList()) {
        link(path, programs.resolve(unpacked.relativize(path)));
      }
    }
    return home;
  }

  private static void link(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      Files.createDirectory(to);
      return;
    }
    try {
      Files.createLink(to, from);
    } catch (FileSystemException onAnotherDisk) {
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }
}
