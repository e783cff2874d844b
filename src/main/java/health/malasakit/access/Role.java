package health.malasakit.access;

import java.util.Locale;

/**
 * What a person is in an organization; what each role may do is the data file {@code
 * access/rights.csv}.
 */
public enum Role {
  SCHEDULER,
  CARE_COORDINATOR,
  INSURANCE,
  NAVIGATOR,
  BILLING,
  CUSTOMER_SERVICE,
  ADVOCATE,
  SUPERVISOR,
  CLINIC_STAFF,
  NURSE,
  PRIVACY_OFFICER,
  ADMINISTRATOR;

  /** The role as files and tables write it, for example {@code care_coordinator}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a code; throws {@link IllegalArgumentException} when there is none. */
  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
