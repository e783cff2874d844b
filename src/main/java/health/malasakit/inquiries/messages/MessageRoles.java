package health.malasakit.inquiries.messages;

import health.malasakit.access.Colleagues;
import health.malasakit.access.Role;
import health.malasakit.access.RoleRights;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Right;
import health.malasakit.kernel.Verb;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who of a clinic can have a message: a role that may answer, and that somebody holds today. */
@Component
public class MessageRoles {

  private static final Right ANSWERS = new Right("messages", Verb.UPDATE);

  private final Colleagues colleagues;
  private final RoleRights rights;

  MessageRoles(Colleagues colleagues, RoleRights rights) {
    this.colleagues = colleagues;
    this.rights = rights;
  }

  /** The roles of a clinic that can have messages now, in the order of the file of rights. */
  @Transactional(readOnly = true)
  public List<Role> at(OrganizationId organization) {
    var held = colleagues.roles(organization);
    return Stream.of(Role.values()).filter(held::contains).filter(this::answers).toList();
  }

  /**
   * The role that has a message of this kind: the one wished for, else the first that somebody
   * holds.
   */
  Role of(OrganizationId organization, MessageKind kind, Optional<Role> wish) {
    if (wish.isPresent()) {
      return require(organization, wish.get());
    }
    var held = at(organization);
    return kind.order().stream()
        .filter(held::contains)
        .findFirst()
        .orElseThrow(() -> Refused.conflict("message.nobody"));
  }

  /** The role, when somebody holds it. */
  Role require(OrganizationId organization, Role role) {
    if (!at(organization).contains(role)) {
      throw Refused.invalid("message.role").onField("to");
    }
    return role;
  }

  private boolean answers(Role role) {
    return rights.of(Set.of(role)).contains(ANSWERS);
  }
}
