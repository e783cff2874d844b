package health.malasakit.interop.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.jspecify.annotations.Nullable;

/** Dates of a file. */
final class Days {

  private static final int DAY_CHARS = 10;

  private Days() {}

  /** The day as the file writes it, in the offset it writes; empty when it gives no whole day. */
  static Optional<LocalDate> of(@Nullable BaseDateTimeType date) {
    if (date == null || !date.hasValue() || partial(date)) {
      return Optional.empty();
    }
    return Optional.of(LocalDate.parse(date.getValueAsString().substring(0, DAY_CHARS)));
  }

  private static boolean partial(BaseDateTimeType date) {
    return date.getPrecision() == TemporalPrecisionEnum.YEAR
        || date.getPrecision() == TemporalPrecisionEnum.MONTH;
  }
}
