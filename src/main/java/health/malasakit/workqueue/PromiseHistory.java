package health.malasakit.workqueue;

/**
 * A change of a promise about a patient.
 *
 * @param words what was promised
 */
public record PromiseHistory(PromiseId promise, String words, PromiseStep step) {

  @Override
  public String toString() {
    return "PromiseHistory[" + promise + "]";
  }
}
