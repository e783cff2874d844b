package health.malasakit.postgres;

import com.sun.security.auth.module.UnixSystem;
import health.malasakit.kernel.Sentences;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked in the home. */
record Binaries(Path directory, String version) {

  private static final Pattern VERSION_IN_JAR_NAME = Pattern.compile("-(\\d+\\.\\d+\\.\\d+)\\.jar");
  private static final int OWNER_EXECUTES = 0100;

  /** The programs for this machine; the first call on a home unpacks them. */
  static Binaries in(Home home) {
    URL archive = archive();
    Matcher version = VERSION_IN_JAR_NAME.matcher(archive.toString());
    if (!version.find()) {
      throw new IllegalStateException("no version in " + archive);
    }
    Path directory = home.directory().resolve("postgres-" + version.group(1));
    if (!Files.isDirectory(directory)) {
      System.err.println("Unpacking PostgreSQL " + version.group(1) + " (only once) ...");
      unpack(archive, directory);
    }
    return new Binaries(directory, version.group(1));
  }

  private static URL archive() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "");
    String name =
        (system.startsWith("mac") ? "darwin" : system)
            + (machine.equals("aarch64") ? "-arm_64" : "-x86_64");
    URL archive = Binaries.class.getResource("/postgres-" + name + ".txz");
    if (archive == null) {
      throw new DatabaseRefused(Sentences.of("postgres.none_for", name, Databases.URL_VARIABLE));
    }
    return archive;
  }

  /** Into a directory of another name first, so a half-unpacked one is never taken for whole. */
  private static void unpack(URL archive, Path directory) {
    Path draft = directory.resolveSibling(directory.getFileName() + ".new");
    try {
      delete(draft);
      try (InputStream in = new BufferedInputStream(archive.openStream());
          TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
          unpack(entry, tar, draft);
        }
      }
      Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path root)
      throws IOException {
    Path target = entry.resolveIn(root);
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target);
    if ((entry.getMode() & OWNER_EXECUTES) != 0 && !target.toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + target);
    }
  }

  /** Deletes a directory with all it holds; no error when it is not there. */
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(directory)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The major version, which decides whether a data directory can be read. */
  String major() {
    return version.substring(0, version.indexOf('.'));
  }

  /**
   * Runs one of the programs to its end and returns whether it succeeded. What it says goes to the
   * given file. PostgreSQL refuses to run as root, so root runs it in a user namespace, where it
   * has no name and no powers.
   */
  boolean run(Path output, String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (new UnixSystem().getUid() == 0) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(directory.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    try {
      return builder.start().waitFor() == 0;
    } catch (IOException e) {
      throw new DatabaseRefused(Sentences.of("postgres.cannot_run", e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + program, e);
    }
  }
}
