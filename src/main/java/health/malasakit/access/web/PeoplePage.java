package health.malasakit.access.web;

import health.malasakit.access.Colleague;
import health.malasakit.access.Organization;
import health.malasakit.ui.Part;
import java.util.List;

/** The people of a clinic; part tells which of them the page shows. */
public record PeoplePage(
    Organization clinic,
    List<Organization> clinics,
    List<Colleague> people,
    Part part,
    List<Reset> resets) {

  /** A reset that waits for a second person: whose factor, and who asked. */
  public record Reset(String id, String whose, String by) {}
}
