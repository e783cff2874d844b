package health.malasakit.access;

import java.util.Map;
import java.util.TreeMap;

/** Rows of the file of rights that no page asks for yet, each with the reason. */
public final class NotAsked {

  /** The object of the row, and why. */
  public static final Map<String, String> ROWS =
      new TreeMap<>(
          Map.of(
              "every_complaint", "widens the list of complaints, which is asked for by another row",
              "sensitive_notes", "there are no notes yet",
              "bulk_import", "files are taken in by the command, as the operator of the machine"));

  private NotAsked() {}
}
