package health.malasakit.desk.privacy;

/**
 * One line of the audit, ready to be read.
 *
 * @param whoId the person's account, empty for a job
 * @param patientId empty when it is about no patient
 * @param country its name; empty for a job
 * @param what in plain words, with how often when it was more than once
 */
public record LinePage(
    String at,
    String who,
    String whoId,
    String country,
    String what,
    String patient,
    String patientId,
    String detail) {

  @Override
  public String toString() {
    return "LinePage";
  }
}
