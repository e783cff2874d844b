package health.malasakit.patients.search;

import health.malasakit.kernel.OrganizationId;

/** Knows numbers that point to nobody: the clinic's own; answered by a module that knows them. */
public interface SharedNumbers {

  /** Whether this number, last ten digits, is the clinic's own or otherwise nobody's. */
  boolean pointsToNobody(OrganizationId clinic, String lastTen);
}
