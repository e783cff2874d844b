package health.malasakit.scheduling.load;

import health.malasakit.Node;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.Practice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A clinic with ten practitioners who see patients at any time.
 *
 * @param sessions of each group of people, one for each of them
 * @param group how many groups came so far
 * @param next opening that nobody asked for
 */
record BookedClinic(
    Practice practice,
    VisitTypeId type,
    List<PractitionerId> doctors,
    List<PatientId> patients,
    List<List<String>> sessions,
    AtomicInteger group,
    AtomicInteger next) {

  static final int PEOPLE = 8;
  static final int DOCTORS = 10;
  static final int PATIENTS = 40;
  static final int MINUTES = 15;
  private static final int GROUPS = 4;

  static BookedClinic made(Node node, String zone) {
    var practice = Practice.in(node::bean, zone);
    var type = practice.type("Flu shot", MINUTES);
    var doctors = new ArrayList<PractitionerId>();
    for (int n = 0; n < DOCTORS; n++) {
      doctors.add(practice.practitioner("Reyes " + n));
      practice.seesPatientsAlways(doctors.getLast(), type);
    }
    var patients = new ArrayList<PatientId>();
    for (int n = 0; n < PATIENTS; n++) {
      patients.add(practice.patientIn(zone, "Ana", "Santos " + n));
    }
    return new BookedClinic(
        practice,
        type,
        doctors,
        patients,
        sessions(node, practice),
        new AtomicInteger(),
        new AtomicInteger());
  }

  /** The same on another server. */
  BookedClinic on(Node node) {
    var there = new Practice(node::bean, practice.clinic(), practice.specialist(), practice.site());
    return new BookedClinic(there, type, doctors, patients, sessions(node, there), group, next);
  }

  /**
   * The same people at several desks: two that begin one session at once would be in each other's
   * way.
   */
  private static List<List<String>> sessions(Node node, Practice practice) {
    var world = node.bean(health.malasakit.World.class);
    var people = new ArrayList<SignedIn>();
    for (int n = 0; n < PEOPLE; n++) {
      people.add(practice.colleague(Role.SCHEDULER));
    }
    var sessions = new ArrayList<List<String>>();
    for (int group = 0; group < GROUPS; group++) {
      sessions.add(people.stream().map(world::cookieOf).toList());
    }
    return sessions;
  }
}
