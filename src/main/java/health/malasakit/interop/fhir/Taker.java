package health.malasakit.interop.fhir;

import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/** Hands resources of some types to the feature that owns what they tell. */
interface Taker {

  /** The types of resource. */
  Set<String> types();

  /**
   * Takes a resource, inside a transaction that keeps all of it or nothing.
   *
   * @throws NotTaken when a rule speaks against it
   */
  Outcome take(Taking taking, Resource resource);
}
