package health.malasakit.inquiries.load;

import health.malasakit.Client;
import health.malasakit.inquiries.CallEvent.Kind;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the door said yes to, whichever node stood behind it: from then on the switch tells it no
 * more, so it has to be there in the end whatever died.
 */
public final class Acknowledged {

  private static final Set<Integer> YES = Set.of(200, 201, 202);

  private static final Map<Kind, String> COLUMNS =
      Map.of(
          Kind.ANSWERED, "answered_at",
          Kind.HELD, "held_at",
          Kind.RESUMED, "resumed_at",
          Kind.TRANSFERRED, "handed_at",
          Kind.ABANDONED, "abandoned_at",
          Kind.VOICEMAIL, "voicemail_at",
          Kind.ENDED, "ended_at");

  private final Map<String, Set<String>> named = new ConcurrentHashMap<>();
  private final Map<String, Map<Kind, Instant>> latest = new ConcurrentHashMap<>();
  private final AtomicInteger times = new AtomicInteger();

  /**
   * The door's answer.
   *
   * @return our id of the call; empty when it has not rung yet
   */
  String answered(Told told, Client.Answer answer) {
    var id = told.call().id();
    if (!YES.contains(answer.status())) {
      throw new IllegalStateException("The door answered " + answer.status() + " about " + id);
    }
    times.incrementAndGet();
    told.event()
        .ifPresent(event ->
            latest
                .computeIfAbsent(id, any -> new ConcurrentHashMap<>())
                .merge(event.kind(), event.at(), (a, b) -> a.isAfter(b) ? a : b));
    var call = new JsonMapper().readTree(answer.body()).get("call");
    if (call == null) {
      return "";
    }
    named.computeIfAbsent(id, any -> ConcurrentHashMap.newKeySet()).add(call.asString());
    return call.asString();
  }

  /** How many times it said yes. */
  public int times() {
    return times.get();
  }

  /** Sentences of what is not there though the door said yes; asked of the tables themselves. */
  public List<String> missing(DatabaseAddress address) {
    var owner = address.owner();
    var missing = new ArrayList<String>();
    var seen = new HashSet<String>();
    try (var connection =
            DriverManager.getConnection(address.url(), owner.name(), owner.password());
        var statement = connection.createStatement();
        var calls =
            statement.executeQuery("select * from inquiries.call where outside_id is not null")) {
      while (calls.next()) {
        var id = calls.getString("outside_id");
        if (named.containsKey(id)) {
          seen.add(id);
          missing(id, calls, missing);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    named.keySet().stream()
        .filter(id -> !seen.contains(id))
        .forEach(id -> missing.add(id + " was acknowledged and is not there"));
    latest.keySet().stream()
        .filter(id -> !named.containsKey(id))
        .forEach(id -> missing.add(id + " never rang"));
    return missing;
  }

  private void missing(String id, ResultSet call, List<String> missing) throws SQLException {
    var ours = Set.of(call.getString("call_id"));
    if (!ours.equals(named.get(id))) {
      missing.add(id + " is " + ours + " and the door said " + named.get(id));
    }
    for (var told : latest.getOrDefault(id, Map.of()).entrySet()) {
      var kept = call.getObject(COLUMNS.get(told.getKey()), OffsetDateTime.class);
      // What a person did later, or the second call that parks the first, may stand over it.
      if (kept == null || kept.toInstant().isBefore(told.getValue())) {
        missing.add(id + " lost " + told.getKey().code() + " of " + told.getValue());
      }
    }
  }
}
