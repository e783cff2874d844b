package health.malasakit.bench;

/** How large a world is, and how long is measured. */
record BenchSize(
    String home,
    int clinics,
    int patientsEach,
    int daysBehind,
    int rounds,
    int secondsARound,
    int halfLoadSeconds,
    int triesOfARacer) {

  static final int PRACTITIONERS_EACH = 10;
  static final int SLOTS_A_DAY = 24;

  static final BenchSize QUICK = new BenchSize("small-world", 5, 2_000, 5, 1, 1, 0, 5);

  /** A million patients over 50 clinics, 500 practitioners, 600 thousand visits. */
  static final BenchSize FULL = new BenchSize("full-world", 50, 20_000, 50, 5, 4, 10, 10);

  /**
   * So many family names and as many given names; each pair stands for a few people of a clinic.
   */
  int names() {
    return Math.min(1_000, patientsEach / 5);
  }

  int visits() {
    return clinics * PRACTITIONERS_EACH * SLOTS_A_DAY * daysBehind;
  }
}
