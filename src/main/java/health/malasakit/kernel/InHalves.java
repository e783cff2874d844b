package health.malasakit.kernel;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Work on many, one of whom may be such that it fails: on all at once, and where that fails in
 * halves, until the one is alone. So one stops nobody else.
 */
public final class InHalves {

  private InHalves() {}

  /**
   * Does it on each of them. When the database went away nobody of them is to blame, and that is
   * thrown.
   *
   * @param work on some of them, whole or not at all
   * @param left what becomes of one on which it fails alone
   */
  @SuppressWarnings("IllegalCatch") // whatever it is: it is looked for until one is alone
  public static <T> void each(
      List<T> all, Consumer<List<T>> work, BiConsumer<T, RuntimeException> left) {
    if (all.isEmpty()) {
      return;
    }
    try {
      work.accept(all);
    } catch (RuntimeException broken) {
      if (isAway(broken)) {
        throw broken;
      }
      if (all.size() == 1) {
        left.accept(all.getFirst(), broken);
        return;
      }
      int half = all.size() / 2;
      each(all.subList(0, half), work, left);
      each(all.subList(half, all.size()), work, left);
    }
  }

  private static boolean isAway(RuntimeException broken) {
    return broken instanceof DataAccessResourceFailureException
        || broken instanceof TransientDataAccessException
        || broken instanceof RecoverableDataAccessException
        || broken instanceof TransactionException;
  }
}
