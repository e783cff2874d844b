package health.malasakit.interop.fhir;

import java.util.List;
import java.util.Map;

/**
 * What an import came to.
 *
 * @param resources by type of resource: those that are taken first, then all others by name
 * @param refusals what was not taken, with its place and the rule
 * @param remarks what was taken although something about it could not be, for example a visit whose
 *     place no file holds
 * @param numbersDropped social security, passport and licence numbers that were read and not kept
 * @param filesBroken how many files could not be read to their end
 */
public record ImportSummary(
    Map<String, Tally> resources,
    List<Refusal> refusals,
    List<Refusal> remarks,
    int numbersDropped,
    int filesBroken) {

  /** Whether every file that was named could be read to its end. */
  public boolean allRead() {
    return filesBroken == 0;
  }
}
