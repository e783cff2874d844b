package health.malasakit.ui;

import java.util.List;

/**
 * Which part of a long list a page shows, and the ways to the parts beside it.
 *
 * @param begin how many stand before this part
 * @param all how many there are, or were read
 * @param cut whether there are more than were read
 * @param path address of the list with the name of the parameter, for example {@code
 *     /people/x?from=}
 */
public record Part(int begin, int all, boolean cut, String path) {

  /** So many lines stand on a page. */
  public static final int LINES = 50;

  /**
   * The part that an address asks for; one that asks for more than there is gets the last.
   *
   * @param most how many are read at most
   */
  public static Part of(String path, int asked, int all, int most) {
    int begin = Math.clamp(asked, 0, Math.max(0, all - 1)) / LINES * LINES;
    return new Part(begin, all, all >= most, path);
  }

  /** The lines of this part. */
  public <T> List<T> cut(List<T> whole) {
    return whole.stream().skip(begin).limit(LINES).toList();
  }

  /** Where the first line stands, from one. */
  public int first() {
    return begin + 1;
  }

  /** Where the last line stands. */
  public int last() {
    return Math.min(all, begin + LINES);
  }

  /** Whether there is any other part. */
  public boolean any() {
    return cut || begin > 0 || last() < all;
  }

  /** Address of the part before; empty when there is none. */
  public String earlier() {
    return begin == 0 ? "" : path + Math.max(0, begin - LINES);
  }

  /** Address of the part after; empty when there is none. */
  public String later() {
    return last() >= all ? "" : path + last();
  }
}
