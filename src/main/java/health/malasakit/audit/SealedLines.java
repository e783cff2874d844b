package health.malasakit.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The sealed lines of an organization in the order of their positions, wherever they lie: in files
 * of the archive first, then in the database, a portion at a time.
 */
final class SealedLines implements AutoCloseable {

  private final List<Source> sources = new ArrayList<>();
  private long passed;

  /**
   * All of them.
   *
   * @param files of the archive, open
   * @param portion what the database has after a position, as many as it gives at once
   */
  SealedLines(List<BufferedReader> files, LongFunction<List<SealStore.Sealed>> portion) {
    files.forEach(file -> sources.add(new File(file)));
    sources.add(new Database(portion));
  }

  /** Where lines come from, in order. */
  private sealed interface Source {

    /** The first that was not taken yet; empty at the end. */
    Optional<SealStore.Sealed> peek();

    void take();

    default long position() {
      return peek().map(SealStore.Sealed::position).orElse(Long.MAX_VALUE);
    }
  }

  private static final class File implements Source {

    private final BufferedReader lines;
    private Optional<SealStore.Sealed> next;

    File(BufferedReader lines) {
      this.lines = lines;
      this.next = read();
    }

    @Override
    public Optional<SealStore.Sealed> peek() {
      return next;
    }

    @Override
    public void take() {
      next = read();
    }

    private Optional<SealStore.Sealed> read() {
      try {
        return Optional.ofNullable(lines.readLine()).map(ArchivedLine::parsed);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Database implements Source {

    private final LongFunction<List<SealStore.Sealed>> portion;
    private final Deque<SealStore.Sealed> waiting = new ArrayDeque<>();
    private long last;
    private boolean over;

    Database(LongFunction<List<SealStore.Sealed>> portion) {
      this.portion = portion;
    }

    @Override
    public Optional<SealStore.Sealed> peek() {
      if (waiting.isEmpty() && !over) {
        waiting.addAll(portion.apply(last));
        over = waiting.isEmpty();
        last = over ? last : waiting.getLast().position();
      }
      return Optional.ofNullable(waiting.peek());
    }

    @Override
    public void take() {
      waiting.poll();
    }
  }

  /**
   * The next one; empty at the end. Of two with one position the file's is taken: the youngest seal
   * stays in the database when its line has gone.
   */
  Optional<SealStore.Sealed> next() {
    var from = sources.stream().min(Comparator.comparingLong(Source::position)).orElseThrow();
    var found = from.peek();
    from.take();
    var again = found.isPresent() && passed > 0 && found.get().position() == passed;
    passed = found.map(SealStore.Sealed::position).orElse(passed);
    return again ? next() : found;
  }

  @Override
  public void close() {
    for (var source : sources) {
      if (source instanceof File file) {
        try {
          file.lines.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
