package health.malasakit.bench;

import health.malasakit.Node;
import health.malasakit.directory.PractitionerId;
import health.malasakit.scheduling.Practice;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;

/** A clinic whose 25 practitioners have no free time for two weeks, and few after it. */
record FullBooks(Practice practice, String path) {

  private static final int PRACTITIONERS = 25;
  private static final String KIND = "Check-up";

  /** Every quarter of an hour of two weeks, and of the next two all but one in seven. */
  private static final String FILL =
      """
      insert into scheduling.occupancy (organization_id, kind, resource_id, starts_at, ends_at, state, holder_id, beside)
      select '%s', 'practitioner', '%s', at, at + interval '15 minutes', 'booked', gen_random_uuid(), gen_random_uuid()
        from generate_series(date_trunc('day', now()), date_trunc('day', now()) + interval '28 days',
                             interval '15 minutes') with ordinality as slot (at, n)
       where at < now() + interval '14 days' or n %% 7 <> 0
      """;

  static FullBooks made(Node node, Connection owner) throws SQLException {
    var practice = Practice.in(node::bean, "America/New_York");
    var type = practice.type(KIND, 15);
    var doctors = new ArrayList<PractitionerId>();
    for (int n = 0; n < PRACTITIONERS; n++) {
      var doctor = practice.practitioner("Reyes " + n);
      doctors.add(doctor);
      for (var day : DayOfWeek.values()) {
        practice.session(doctor, day, LocalTime.of(9, 0), LocalTime.of(17, 0), type);
      }
    }
    for (var doctor : doctors) {
      Sql.run(owner, FILL, practice.organization(), doctor);
    }
    Sql.run(owner, "analyze scheduling.occupancy");
    return new FullBooks(
        practice, "/openings?type=" + KIND + "&patient=" + practice.patient("Ana", "Santos"));
  }
}
