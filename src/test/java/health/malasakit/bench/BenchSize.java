package health.malasakit.bench;

/** How large a world is, and how long is measured. */
record BenchSize(
    String home, int clinics, int patientsEach, int daysBehind, int rounds, int secondsARound) {

  static final int PRACTITIONERS_EACH = 10;
  static final int SLOTS_A_DAY = 24;

  static final BenchSize QUICK = new BenchSize("quick", 5, 2_000, 5, 1, 2);

  /** A million patients over 50 clinics, 500 practitioners, 600 thousand visits. */
  static final BenchSize FULL = new BenchSize("full", 50, 20_000, 50, 5, 4);

  int visits() {
    return clinics * PRACTITIONERS_EACH * SLOTS_A_DAY * daysBehind;
  }
}
