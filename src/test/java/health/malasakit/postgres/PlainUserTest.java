package health.malasakit.postgres;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * As root the server runs in a user namespace; everybody else runs it plainly. Where the tests run
 * as root, this one goes the plain way as the user nobody.
 */
@EmbeddedOnly
@Tag("slow")
class PlainUserTest {

  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  /** The server's own classes, and what says its sentences. */
  private static final List<Path> NEEDED =
      List.of(
          Path.of("health", "malasakit", "postgres"),
          Path.of("health", "malasakit", "kernel"),
          Path.of("messages"));

  @TempDir Path directory;

  @BeforeEach
  void only_root_can_become_somebody_else() {
    assumeTrue(new UnixSystem().getUid() == 0, "not root: the other tests went the plain way");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "there is no setpriv here");
  }

  @Test
  void a_user_without_powers_starts_and_stops_the_server() throws Exception {
    open(directory);
    String classPath = copied(directory.resolve("classes"));
    Path parent = open(Files.createDirectory(directory.resolve("nobody")));

    try (OtherProcess other = OtherProcess.start(AS_NOBODY, classPath, parent.resolve("home"))) {
      assertThat(other.says()).startsWith("owner");
      long pid = Postmaster.of(Home.at(parent.resolve("home"))).orElseThrow().pid();
      assertThat(ProcessHandle.of(pid).orElseThrow().info().user()).hasValue("nobody");
      other.ends();
    }
    assertThat(Postmaster.of(Home.at(parent.resolve("home")))).isEmpty();
  }

  /** The class path may lie where only root can read. */
  private static String copied(Path to) throws IOException {
    open(Files.createDirectory(to));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path from = Path.of(entry);
      Path target = to.resolve(String.valueOf(to.toFile().list().length));
      if (Files.isDirectory(from)) {
        copyPackages(from, target);
      } else if (from.toString().contains("postgres")
          || from.toString().contains("/commons-")
          || from.getFileName().toString().startsWith("spring-co")
          || from.getFileName().toString().startsWith("xz-")) {
        Files.copy(from, to.resolve(from.getFileName()));
      }
    }
    try (Stream<Path> entries = Files.list(to)) {
      return entries.map(Path::toString).collect(joining(File.pathSeparator));
    }
  }

  private static void copyPackages(Path from, Path to) throws IOException {
    for (var inside : NEEDED) {
      if (Files.isDirectory(from.resolve(inside))) {
        Files.createDirectories(to.resolve(inside));
        try (Stream<Path> files = Files.list(from.resolve(inside))) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            Files.copy(file, to.resolve(inside).resolve(file.getFileName()));
          }
        }
      }
    }
  }

  private static Path open(Path directory) throws IOException {
    return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
  }
}
