package health.malasakit.scheduling.load;

import health.malasakit.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the tables say of bookings, asked as their owner. */
public final class Booked {

  private static final String VISITS =
      "select id from scheduling.visit where organization_id = '%s'";

  private static final String STANDING =
      """
      select id || ' ' || status || ' ' || practitioner_id || ' ' || to_char(local_start, 'YYYY-MM-DD"T"HH24:MI')
        from scheduling.visit where organization_id = '%s'
      """;

  /** Each a sentence and a question whose rows are what is wrong. */
  private static final Map<String, String> WRONG =
      Map.of(
          "%s hours are taken by two visits",
          """
          select practitioner_id, starts_at from scheduling.visit
           where organization_id = '%s' and status = 'booked' group by 1, 2 having count(*) > 1
          """,
          "%s visits do not hold their practitioner's and their patient's time",
          """
          select v.id from scheduling.visit v where v.organization_id = '%s' and v.status = 'booked'
             and (select array_agg(o.kind order by o.kind) from scheduling.occupancy o
                   where o.organization_id = v.organization_id and o.holder_id = v.id and o.state = 'booked'
                     and o.starts_at = v.starts_at) is distinct from array['patient', 'practitioner']
          """,
          "%s times are taken by no visit",
          """
          select o.holder_id from scheduling.occupancy o where o.organization_id = '%s' and o.state = 'booked'
             and not exists (select from scheduling.visit v
                       where v.organization_id = o.organization_id and v.id = o.holder_id)
          """,
          "%s visits that are cancelled take a time",
          """
          select v.id from scheduling.visit v where v.organization_id = '%s' and v.status = 'cancelled'
             and exists (select from scheduling.occupancy o
                       where o.organization_id = v.organization_id and o.holder_id = v.id)
          """,
          "%s times are held by no hold",
          """
          select o.holder_id from scheduling.occupancy o where o.organization_id = '%s' and o.state = 'held'
             and not exists (select from scheduling.hold h
                       where h.organization_id = o.organization_id and h.id = o.holder_id)
          """,
          "%s holds hold nothing",
          """
          select h.id from scheduling.hold h where h.organization_id = '%s'
             and not exists (select from scheduling.occupancy o
                       where h.organization_id = o.organization_id and h.id = o.holder_id)
          """,
          "%s visits have not one line of history for their booking",
          """
          select v.id from scheduling.visit v where v.organization_id = '%s'
             and (select count(*) from scheduling.visit_change c where c.organization_id = v.organization_id
                     and c.visit_id = v.id and c.act = 'booked') <> 1
          """,
          "%s visits have not one line of the audit for their booking",
          """
          select v.id from scheduling.visit v where v.organization_id = '%s'
             and (select count(*) from audit.line l where l.organization_id = v.organization_id
                     and l.subject = 'visit' and l.subject_id = v.id and l.act = 'booked') <> 1
          """,
          "%s lines of the audit tell of visits that are not there",
          """
          select l.id from audit.line l where l.organization_id = '%s' and l.subject = 'visit' and l.act = 'booked'
             and not exists (select from scheduling.visit v
                       where v.organization_id = l.organization_id and v.id = l.subject_id)
          """);

  private Booked() {}

  /** Every visit of the clinic. */
  public static Set<UUID> visits(DatabaseAddress address, Bookings bookings) {
    return new HashSet<>(
        rows(address, VISITS.formatted(bookings.organization())).stream()
            .map(UUID::fromString)
            .toList());
  }

  /** Sentences of what is not as it must be; none when nothing that was acknowledged is lost. */
  public static List<String> wrong(DatabaseAddress address, Bookings bookings) {
    var wrong = new ArrayList<String>();
    var there = Set.copyOf(rows(address, STANDING.formatted(bookings.organization())));
    bookings
        .acknowledged()
        .forEach((id, slot) -> {
          var status = bookings.cancelled().contains(id) ? "cancelled" : "booked";
          var stands =
              String.join(
                  " ", id.toString(), status, slot.doctor().toString(), slot.start().toString());
          if (!there.contains(stands)) {
            wrong.add(id + " does not stand as it was acknowledged");
          }
        });
    wrong.addAll(inTables(address, bookings));
    return wrong;
  }

  /** The same of what holds at any moment, while they book, move and cancel. */
  public static List<String> wrongMeanwhile(DatabaseAddress address, Bookings bookings) {
    var acknowledged = Set.copyOf(bookings.acknowledged().keySet());
    var wrong = new ArrayList<>(inTables(address, bookings));
    var there = visits(address, bookings);
    acknowledged.stream()
        .filter(id -> !there.contains(id))
        .forEach(id -> wrong.add(id + " was acknowledged and is not there"));
    return wrong;
  }

  private static List<String> inTables(DatabaseAddress address, Bookings bookings) {
    var wrong = new ArrayList<String>();
    WRONG.forEach((sentence, question) -> {
      int found = rows(address, question.formatted(bookings.organization())).size();
      if (found > 0) {
        wrong.add(sentence.formatted(found));
      }
    });
    return wrong;
  }

  /** How many events wait for their reactions, of all clinics. */
  public static int waiting(DatabaseAddress address) {
    return rows(address, "select id from kernel.event_publication").size();
  }

  private static List<String> rows(DatabaseAddress address, String question) {
    var owner = address.owner();
    try (Connection connection =
            DriverManager.getConnection(address.url(), owner.name(), owner.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
