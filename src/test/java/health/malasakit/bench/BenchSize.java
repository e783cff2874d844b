package health.malasakit.bench;

/**
 * How large a world is, and how long is measured.
 *
 * @param rounds how often ours and the limit take turns
 * @param halfLoadSeconds how long half of full load is kept up; 0 leaves it out
 * @param searchedFor of how many people the search is asked whether it finds them
 */
record BenchSize(
    String home,
    int clinics,
    int patientsEach,
    int daysBehind,
    int rounds,
    int secondsARound,
    int halfLoadSeconds,
    int triesOfARacer,
    int searchedFor) {

  static final int PRACTITIONERS_EACH = 10;
  static final int SLOTS_A_DAY = 24;

  static final BenchSize QUICK = new BenchSize("small-world", 5, 2_000, 5, 1, 1, 0, 4, 40);

  /** A million patients over 50 clinics, 500 practitioners, 600 thousand visits. */
  static final BenchSize FULL = new BenchSize("full-world", 50, 20_000, 50, 5, 4, 10, 10, 60);

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
