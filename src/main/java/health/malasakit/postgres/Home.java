package health.malasakit.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The directory that holds everything an installation keeps on this machine. */
public final class Home {

  /** The variable that names the home. */
  public static final String VARIABLE = "MALASAKIT_HOME";

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final int SECRET_BYTES = 32;

  /** The folder of its passwords and keys. */
  static final String SECRETS = "secrets";

  private final Path directory;

  private Home(Path directory) {
    this.directory = directory;
  }

  /** The home that {@value #VARIABLE} names, or {@code var} in the working directory. */
  public static Home of(Map<String, String> environment) {
    return at(named(environment));
  }

  /** Where that is; nothing is made. */
  static Path named(Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    return Path.of(named.isBlank() ? "var" : named).toAbsolutePath();
  }

  /** The home in this directory, made (readable by its owner only) when it is not there. */
  public static Home at(Path directory) {
    try {
      Files.createDirectories(directory, OWNER_ONLY_DIRECTORY);
      return new Home(directory.toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The directory itself, absolute, without symbolic links. */
  public Path directory() {
    return directory;
  }

  /** A directory inside the home, made when it is not there. */
  public Path directory(String name) {
    try {
      return Files.createDirectories(directory.resolve(name), OWNER_ONLY_DIRECTORY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A random word of 43 characters, made once and the same ever after, in a file that only its
   * owner can read. Two processes that ask at once get the same word.
   */
  public String secret(String name) {
    Path file = directory(SECRETS).resolve(name);
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException absent) {
      return newSecret(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A hard link appears complete or not at all, and refuses when another process was first. */
  private static String newSecret(Path file) {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    String word = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    try {
      Path draft = Files.createTempFile(file.getParent(), ".new", "", OWNER_ONLY_FILE);
      try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        out.write(ByteBuffer.wrap((word + "\n").getBytes(UTF_8)));
        out.force(true);
        Files.createLink(file, draft);
      } catch (FileAlreadyExistsException another) {
        return Files.readString(file).strip();
      } finally {
        Files.delete(draft);
      }
      return word;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The one lock on this home, or empty when another holder (see {@link #holder()}) has it. It is
   * held by the process that answers for the embedded server.
   */
  Optional<FileGuard> lock() {
    Optional<FileGuard> guard = FileGuard.exclusive(directory.resolve("lock"));
    guard.ifPresent(held -> write("holder", ProcessHandle.current().pid() + "\n"));
    return guard;
  }

  /** The process that took the lock last, if it lives. */
  public OptionalLong holder() {
    String pid = read("holder");
    if (pid.isEmpty() || ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(pid));
  }

  /** A short note of our own in the home; empty when there is none. */
  public String read(String name) {
    try {
      return Files.readString(directory.resolve(name)).strip();
    } catch (NoSuchFileException absent) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves a note in the home, as one step. */
  public void write(String name, String text) {
    replace(directory.resolve(name), text);
  }

  /** A file in the home that only its owner can read, made empty when it is not there. */
  public Path file(String name) {
    try {
      return ownersOnly(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files of earlier versions were readable by others of a home that was opened to them. */
  static Path ownersOnly(Path file) throws IOException {
    try {
      return Files.createFile(file, OWNER_ONLY_FILE);
    } catch (FileAlreadyExistsException there) {
      return Files.setPosixFilePermissions(file, OWNER_ONLY_FILE.value());
    }
  }

  /** Replaces a file as one step: a reader sees the old text or the new, never a part. */
  static void replace(Path file, String text) {
    try {
      Path draft = Files.createTempFile(file.getParent(), ".new", "", OWNER_ONLY_FILE);
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return directory.toString();
  }
}
