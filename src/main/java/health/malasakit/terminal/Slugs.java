package health.malasakit.terminal;

import health.malasakit.access.Organizations;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;

/** Organizations as commands name them. */
final class Slugs {

  private Slugs() {}

  /** The organization of a slug; refuses one that there is not. */
  static OrganizationId organization(Organizations organizations, String slug) {
    return organizations
        .bySlug(slug)
        .orElseThrow(() -> Refused.notFound("organization.unknown", slug));
  }
}
