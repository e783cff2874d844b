package health.malasakit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A lock on a file that ends with the process, whatever ends it. The operating system keeps such
 * locks per process and drops them when <em>any</em> channel of that process on the file is closed,
 * so this process opens a locked file once and counts its own holders.
 */
final class FileGuard implements AutoCloseable {

  private static final Map<Path, FileGuard> HELD = new HashMap<>();

  private final Path file;
  private final FileChannel channel;
  private final boolean shared;
  private int holders = 1;

  private FileGuard(Path file, FileChannel channel, boolean shared) {
    this.file = file;
    this.channel = channel;
    this.shared = shared;
  }

  /** The lock for one holder alone, or empty when anybody holds the file. */
  static Optional<FileGuard> exclusive(Path file) {
    return take(file, false);
  }

  /** The lock beside other shared holders, or empty when somebody holds the file alone. */
  static Optional<FileGuard> shared(Path file) {
    return take(file, true);
  }

  private static Optional<FileGuard> take(Path file, boolean shared) {
    synchronized (HELD) {
      FileGuard held = HELD.get(file);
      if (held == null) {
        Optional<FileGuard> taken = lock(file, shared);
        taken.ifPresent(guard -> HELD.put(file, guard));
        return taken;
      }
      if (!shared || !held.shared) {
        return Optional.empty();
      }
      held.holders++;
      return Optional.of(held);
    }
  }

  private static Optional<FileGuard> lock(Path file, boolean shared) {
    try {
      Home.ownersOnly(file);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new FileGuard(file, channel, shared));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives up one hold; the lock goes with the last. */
  @Override
  public void close() {
    synchronized (HELD) {
      holders--;
      if (holders > 0) {
        return;
      }
      HELD.remove(file);
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
