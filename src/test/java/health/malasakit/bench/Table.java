package health.malasakit.bench;

import java.util.Locale;

/** The results, as a table or one JSON object a line. */
final class Table {

  private final boolean json;
  private final boolean slowest;
  private final StringBuilder policies = new StringBuilder();
  private String recall = "";

  Table(boolean json, boolean slowest) {
    this.json = json;
    this.slowest = slowest;
    if (!json) {
      System.out.printf(
          "%-36s %9s %9s %6s %8s %8s%n",
          "workload", "ours/s", "limit/s", "ratio", "p50 ms", "p99 ms");
    }
  }

  void recall(double share) {
    recall = String.format(Locale.ROOT, ",\"recall\":%.3f", share);
  }

  void row(String name, Measured ours, Measured limit, Measured unguarded) {
    row(name, ours, limit, name.startsWith("search") ? recall : "");
    policies.append(
        String.format(
            Locale.ROOT,
            "%-36s %9.1f %9.1f  %+.0f %%%n",
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
          "%-36s %9.1f %9.1f %6.3f %8.1f %8.1f%s%n",
          name,
          ours.perSecond(),
          limit.perSecond(),
          ours.perSecond() / limit.perSecond(),
          ours.millisAt(50),
          ours.millisAt(99),
          more.replace('"', ' ').replace(',', ' '));
    }
    System.out.flush();
    if (slowest) {
      Slowest.tell(name);
    }
  }

  /** At half of the rate that was reached before: how long it takes when the machine has air. */
  void half(String name, Measured half, Measured limit) {
    row(name + "_half_load", half, limit, name.startsWith("search") ? recall : "");
  }

  /** What the policies cost: the same statements as a role for whom they hide nothing. */
  void end() {
    var out = json ? System.err : System.out;
    out.printf(
        "%nrecorded statements a second: %s, %s%n%s", "under policies", "as owner", policies);
  }
}
