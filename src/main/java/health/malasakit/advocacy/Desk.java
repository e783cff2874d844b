package health.malasakit.advocacy;

import health.malasakit.access.Role;
import java.util.List;
import java.util.Locale;

/** Whose it is to see to a complaint, in the order in which one stands in for the other. */
public enum Desk {
  ADVOCATE(Role.ADVOCATE),
  SUPERVISOR(Role.SUPERVISOR),
  PRIVACY_OFFICER(Role.PRIVACY_OFFICER);

  private final Role role;

  Desk(Role role) {
    this.role = role;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of a code; throws {@link IllegalArgumentException} when there is none. */
  static Desk of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  Role role() {
    return role;
  }

  /** This one, then who stands in for it. */
  List<Desk> andThen() {
    return switch (this) {
      case ADVOCATE -> List.of(ADVOCATE, SUPERVISOR, PRIVACY_OFFICER);
      case SUPERVISOR -> List.of(SUPERVISOR, ADVOCATE, PRIVACY_OFFICER);
      case PRIVACY_OFFICER -> List.of(PRIVACY_OFFICER, ADVOCATE, SUPERVISOR);
    };
  }
}
