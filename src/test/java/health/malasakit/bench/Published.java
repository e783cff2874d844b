package health.malasakit.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Events that were published by statements sent again; their ids are none of our making. */
final class Published {

  private static final Queue<UUID> IDS = new ConcurrentLinkedQueue<>();

  private Published() {}

  static boolean by(Recorder.Step.Ask ask, Object value) {
    return value instanceof UUID && ask.sql().startsWith("INSERT INTO kernel.EVENT_PUBLICATION");
  }

  static UUID anew() {
    var id = UUID.randomUUID();
    IDS.add(id);
    return id;
  }

  /** Nobody reacts to what was only sent again: not even a minute later, when all others did. */
  static void forget(Connection owner) throws SQLException {
    try (var statement =
        owner.prepareStatement("delete from kernel.event_publication where id = any (?)")) {
      var ids = IDS.toArray(UUID[]::new);
      IDS.clear();
      statement.setArray(1, owner.createArrayOf("uuid", ids));
      statement.executeUpdate();
    }
  }
}
