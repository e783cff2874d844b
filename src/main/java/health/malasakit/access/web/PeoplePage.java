package health.malasakit.access.web;

import health.malasakit.access.Colleague;
import health.malasakit.access.Organization;
import health.malasakit.ui.Part;
import java.util.List;

/**
 * The people of a clinic.
 *
 * @param part which of them the page shows
 * @param mayInvite whether the reader may invite another
 */
public record PeoplePage(
    Organization clinic,
    List<Organization> clinics,
    List<Colleague> people,
    Part part,
    List<Reset> resets,
    boolean mayInvite) {

  /**
   * A reset that waits for a second person: whose factor, and who asked.
   *
   * @param mine whether the reader may be that second person
   */
  public record Reset(String id, String whose, String by, boolean mine) {}
}
