package health.malasakit.directory;

import static health.malasakit.directory.DirectorySamples.as;
import static health.malasakit.directory.DirectorySamples.assertRefused;
import static health.malasakit.directory.DirectorySamples.details;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.kernel.Scopes;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A place, its zone, and where its facts came from. */
@MalasakitTest
class SitesTest {

  private final World world;
  private final Sites sites;
  private final ClinicProfiles profiles;

  SitesTest(World world, Sites sites, ClinicProfiles profiles) {
    this.world = world;
    this.sites = sites;
    this.profiles = profiles;
  }

  @Test
  void a_site_is_bookable_once_a_person_has_confirmed_its_zone() {
    var org = world.clinic("Lakeside Family Medicine");
    var person = world.person(Role.ADMINISTRATOR, org);
    Scopes.run(
        world.scopeOf(person),
        () -> {
          SiteId id = sites.add(org.id(), details("Main", "12207"));
          assertThat(sites.get(id).zone()).contains(ZoneId.of("America/New_York"));
          assertThat(sites.get(id).bookable()).isFalse();

          sites.confirmZone(id, ZoneId.of("America/New_York"), 1);

          assertThat(sites.get(id).bookable()).isTrue();
          assertThat(sites.get(id).zoneState())
              .isInstanceOfSatisfying(
                  Site.Zone.Confirmed.class,
                  confirmed -> assertThat(confirmed.by()).contains(person.account()));

          sites.change(id, details("Main", "32401"), 2);

          assertThat(sites.get(id).zoneState())
              .isEqualTo(new Site.Zone.Proposed(ZoneId.of("America/Chicago")));
        });
  }

  @Test
  void the_second_editor_overwrites_nothing() {
    var org = world.clinic("Lakeside Family Medicine");
    as(
        org,
        () -> {
          SiteId id = sites.add(org.id(), details("Main", "12207"));
          sites.change(id, details("North", "12207"), 1);
          assertRefused(Stale.CODE, () -> sites.change(id, details("South", "12207"), 1));
          assertThat(sites.get(id).name()).isEqualTo("North");

          profiles.describe(org.id(), Clinic.Profile.EMPTY, 0);
          assertRefused(Stale.CODE, () -> profiles.describe(org.id(), Clinic.Profile.EMPTY, 0));
          return id;
        });
  }

  @Test
  void a_facility_from_a_file_is_created_then_unchanged_then_updated_until_a_person_edits_it() {
    var org = world.clinic("Lakeside Family Medicine");
    var source = Source.of("fhir", "Organization/77");
    as(
        org,
        () -> {
          var first = sites.importFacility(org.id(), source, details("St. Mary", "02139"));
          assertThat(first.outcome()).isEqualTo(Imported.Outcome.CREATED);
          assertThat(sites.importFacility(org.id(), source, details("St. Mary", "02139")))
              .isEqualTo(new Imported<>(first.id(), Imported.Outcome.UNCHANGED));
          assertThat(sites.importFacility(org.id(), source, details("Saint Mary", "02139")))
              .isEqualTo(new Imported<>(first.id(), Imported.Outcome.UPDATED));
          Site site = sites.get(first.id());
          assertThat(site.source().imported()).isTrue();
          assertThat(site.bookable()).isFalse();

          sites.change(first.id(), details("Santa Maria", "02139"), site.version());
          assertThat(sites.importFacility(org.id(), source, details("S. Mary", "02139")).outcome())
              .isEqualTo(Imported.Outcome.UNCHANGED);
          assertThat(sites.get(first.id()).name()).isEqualTo("Santa Maria");
          return site;
        });
  }
}
