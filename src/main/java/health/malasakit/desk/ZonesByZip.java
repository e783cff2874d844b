package health.malasakit.desk;

import health.malasakit.directory.ZipZones;
import health.malasakit.patients.ZoneByZip;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Patients' zones are proposed from the table that proposes those of sites. */
@Component
class ZonesByZip implements ZoneByZip {

  @Override
  public Optional<ZoneId> proposed(String zip) {
    return switch (ZipZones.propose(zip)) {
      case ZipZones.Proposal.Confident(ZoneId zone) -> Optional.of(zone);
      case ZipZones.Proposal.Check(ZoneId zone, String area) -> Optional.of(zone);
      case ZipZones.Proposal.None none -> Optional.empty();
    };
  }

  @Override
  public Set<ZoneId> possible(String zip) {
    return ZipZones.possible(zip);
  }

  @Override
  public boolean military(String zip) {
    return ZipZones.military(zip);
  }
}
