package health.malasakit.directory;

import health.malasakit.kernel.OrganizationId;
import java.util.Locale;

/** A room or device at a site that a visit can take. */
public record Resource(
    ResourceId id, OrganizationId organization, Details details, boolean active, long version) {

  /**
   * What a person types.
   *
   * @param kind what visit types ask for, in lower case: {@code exam room}, {@code ultrasound}
   * @param name which one: {@code Room 3}
   */
  public record Details(SiteId site, Type type, String kind, String name) {}

  /** Something one walks into, or something one uses. */
  public enum Type {
    ROOM,
    DEVICE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public SiteId site() {
    return details.site();
  }

  public String name() {
    return details.name();
  }

  public boolean meets(VisitType.Need need) {
    return details.type() == need.type() && details.kind().equals(need.kind());
  }
}
