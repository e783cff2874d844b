package health.malasakit.kernel;

/** Something that happened in one organization; holds ids only. Reactions work in its scope. */
public interface OrganizationEvent {

  /** Where it happened. */
  OrganizationId organization();
}
