package health.malasakit.audit;

import health.malasakit.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the audit must know of organizations, answered by the module that owns them. */
public interface Clinics {

  /** All organizations, for jobs that then work for one at a time. */
  List<OrganizationId> allIds();

  /** Those that have lines without a seal. */
  List<OrganizationId> toSeal();

  /**
   * Whose this is, wherever it is: asked only when nobody in scope has it.
   *
   * @param subject kind of thing, for example {@code patient}
   */
  Optional<OrganizationId> ownerOf(String subject, UUID id);
}
