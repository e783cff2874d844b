package health.malasakit.access.records;

import java.util.Locale;

/** Why a record opens only by break-glass. */
public enum RecordMark {
  VIP,
  WORKS_AT_CLINIC,
  WORKS_FOR_US,
  FAMILY_OF_STAFF,
  COURT_ORDER,
  OWN_WISH;

  /** The mark as tables and forms write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RecordMark of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
