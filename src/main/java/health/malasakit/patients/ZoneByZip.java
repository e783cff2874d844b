package health.malasakit.patients;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Knows in which time zone a ZIP probably lies; a person decides. */
public interface ZoneByZip {

  /** The likelier zone, to ask about; empty when the ZIP says nothing. */
  Optional<ZoneId> proposed(String zip);

  /** Every zone in which it can lie, where nobody may be woken; empty when nobody can tell. */
  Set<ZoneId> possible(String zip);

  /** Whether what goes there is military mail, which may lie anywhere in the world. */
  boolean military(String zip);
}
