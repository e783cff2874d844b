package health.malasakit.scheduling;

import health.malasakit.directory.Resource;
import java.time.Instant;
import java.util.Set;

/**
 * A visit of a book that is carried over.
 *
 * @param things the rooms and devices it has
 * @param bookedAt when it was agreed on
 */
public record CarriedVisit(Visit visit, Set<Resource> things, Instant bookedAt) {

  public CarriedVisit {
    things = Set.copyOf(things);
  }

  @Override
  public String toString() {
    return "CarriedVisit[" + visit.id() + "]";
  }
}
