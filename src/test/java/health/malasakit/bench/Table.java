package health.malasakit.bench;

import java.util.Locale;

/** The results, as a table or one JSON object a line. */
final class Table {

  private final boolean json;
  private final StringBuilder policies = new StringBuilder();
  private String recall = "";
  private double lastRecall;

  Table(boolean json) {
    this.json = json;
    if (!json) {
      System.out.printf(
          "%-28s %9s %9s %6s %8s %8s%n",
          "workload", "ours/s", "limit/s", "ratio", "p50 ms", "p99 ms");
    }
  }

  void recall(double share) {
    lastRecall = share;
    recall = String.format(Locale.ROOT, ",\"recall\":%.3f", share);
  }

  void row(String name, Measured ours, Measured limit, Measured unguarded) {
    boolean typo = name.startsWith("search_typo");
    row(name, ours, limit, typo ? recall : "");
    if (typo && !json) {
      System.out.printf(Locale.ROOT, "%-28s %.3f%n", "  recall", lastRecall);
    }
    policies.append(
        String.format(
            Locale.ROOT,
            "%-28s %9.1f %9.1f  %+.0f %%%n",
            name,
            limit.perSecond(),
            unguarded.perSecond(),
            100 * (unguarded.perSecond() / limit.perSecond() - 1)));
  }

  void row(String name, Measured ours, Measured limit, String more) {
    if (json) {
      System.out.println(Measured.json(name, ours, limit, more));
    } else {
      System.out.printf(
          Locale.ROOT,
          "%-28s %9.1f %9.1f %6.3f %8.1f %8.1f%s%n",
          name,
          ours.perSecond(),
          limit.perSecond(),
          ours.perSecond() / limit.perSecond(),
          ours.millisAt(50),
          ours.millisAt(99),
          name.startsWith("contended") ? more.replace('"', ' ') : "");
    }
    System.out.flush();
  }

  void half(String name, Measured half) {
    row(name + "_half_load", half, half, "");
  }

  /** What the policies cost: the same statements as a role for whom they hide nothing. */
  void end() {
    var out = json ? System.err : System.out;
    out.printf(
        "%nrecorded statements a second: %s, %s%n%s", "under policies", "as owner", policies);
  }
}
