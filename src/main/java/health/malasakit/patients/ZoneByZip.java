package health.malasakit.patients;

import java.time.ZoneId;
import java.util.Optional;

/** Knows in which time zone a ZIP probably lies; a person decides. */
public interface ZoneByZip {

  /** The likelier zone, to ask about; empty when the ZIP says nothing. */
  Optional<ZoneId> proposed(String zip);
}
