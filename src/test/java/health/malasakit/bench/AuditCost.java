package health.malasakit.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the audit costs eight clients in one clinic: the statements of bookings sent again as they
 * were, and without those that write or read the audit, in turns.
 */
record AuditCost(BenchSize size, BenchWorld world, Requests requests, Connections connections) {

  void measure(Table table, Clients clients) throws SQLException {
    var booking = new Booking(size, world, requests, connections);
    var patients = booking.patients(false);
    var with = booking.recorded(clients, false, patients);
    var without = with.stream().map(AuditCost::unwritten).toList();
    var whole = new ArrayList<Measured>();
    var bare = new ArrayList<Measured>();
    for (int round = 0; round < size.rounds(); round++) {
      whole.add(replayed(booking, with));
      bare.add(replayed(booking, without));
    }
    table.row("audit_booking", Measured.together(whole), Measured.together(bare), "");
  }

  private Measured replayed(Booking booking, List<Booking.Recorded> recorded) throws SQLException {
    var patients = booking.patients(false);
    var measured =
        Measured.of(
            size.secondsARound(),
            client -> booking.replay(client, recorded.get(client), requests.free(false), patients));
    Published.forget(connections.anOwner());
    return measured;
  }

  private static Booking.Recorded unwritten(Booking.Recorded one) {
    var steps = one.steps().stream().filter(step -> !ofTheAudit(step)).toList();
    if (steps.size() == one.steps().size()) {
      throw new IllegalStateException("A booking wrote nothing into the audit");
    }
    return new Booking.Recorded(one.time(), one.patient(), one.since(), steps);
  }

  private static boolean ofTheAudit(Recorder.Step step) {
    return step instanceof Recorder.Step.Ask ask && ask.sql().contains("audit.");
  }
}
