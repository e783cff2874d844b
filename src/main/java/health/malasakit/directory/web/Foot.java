package health.malasakit.directory.web;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.util.List;

/**
 * What stands under a list: which part of a long one it is, the ways to the other parts, and the
 * whole of it as a file.
 *
 * @param said which part, in words; empty when it is the whole list
 * @param earlier address of the part before; empty when there is none
 * @param later address of the part after; empty when there is none
 * @param csv address of the whole list as a file; empty when there is none
 */
public record Foot(String said, String earlier, String later, String csv) {

  /** So many lines stand on a page. */
  static final int LINES = 100;

  static final Foot NONE = new Foot("", "", "", "");

  /**
   * Under a part of a list.
   *
   * @param path address of the list
   * @param from how many stand before this part
   * @param all how many there are
   */
  static Foot of(Sayings sayings, String path, int from, int all) {
    int to = Math.min(all, from + LINES);
    boolean whole = from == 0 && to == all;
    return new Foot(
        whole ? "" : sayings.say("part", from + 1, to, all),
        from == 0 ? "" : path + "?from=" + Math.max(0, from - LINES),
        to == all ? "" : path + "?from=" + to,
        "");
  }

  /** The same with the file, for who may take lists of this clinic away. */
  Foot withCsv(OrganizationId clinic, String address) {
    return Scopes.current().may(clinic, "bulk_export", Verb.CREATE)
        ? new Foot(said, earlier, later, address)
        : this;
  }

  /** The lines of that part. */
  static <T> List<T> part(List<T> all, int from) {
    return all.stream().skip(from).limit(LINES).toList();
  }

  /** Where a part may begin: an address that says more than there is begins at the last part. */
  static int begin(int asked, int all) {
    return Math.clamp(asked, 0, Math.max(0, all - 1)) / LINES * LINES;
  }
}
