package health.malasakit.demo;

import health.malasakit.access.Organization;
import health.malasakit.kernel.OrganizationId;
import java.time.ZoneId;
import java.util.List;

/** A clinic of the made-up world while it is being made. */
record MadeClinic(
    Organization organization, ZoneId zone, String neutral, String number, String greeting) {

  static MadeClinic of(List<String> line) {
    var organization =
        new Organization(OrganizationId.next(), line.get(0), line.get(1), line.get(3));
    return new MadeClinic(
        organization, ZoneId.of(line.get(4)), line.get(2), line.get(5), line.get(6));
  }

  OrganizationId id() {
    return organization.id();
  }

  String slug() {
    return organization.slug();
  }
}
