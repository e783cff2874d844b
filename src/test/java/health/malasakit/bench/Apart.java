package health.malasakit.bench;

import java.nio.file.Path;
import java.util.Set;

/** What starts processes of its own, and has no table. */
final class Apart {

  private Apart() {}

  /** False when none of them is asked for. */
  static boolean run(Set<String> asked, Path base) throws Exception {
    var quick = asked.contains("--quick");
    if (asked.contains("--reminders") && asked.contains("--faults")) {
      ReminderKills.run(base, quick);
    } else if (asked.contains("--reminders")) {
      ReminderBench.run(base, quick);
    } else if (asked.contains("--faults") && asked.contains("--calls")) {
      CallsFaults.run(base, quick);
    } else if (asked.contains("--faults")) {
      BookingFaults.run(base, quick);
    } else if (asked.contains("--start")) {
      StartBench.starts(base, quick);
    } else if (asked.contains("--memory")) {
      StartBench.memory(base, quick);
    } else {
      return false;
    }
    return true;
  }
}
