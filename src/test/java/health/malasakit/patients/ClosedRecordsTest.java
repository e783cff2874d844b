package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.access.records.RecordMark;
import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.access.records.StaffProfile;
import health.malasakit.access.records.StaffProfiles;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.search.LookAlikes;
import health.malasakit.patients.search.PatientSearches;
import health.malasakit.patients.search.SearchWords;
import health.malasakit.patients.search.Sketch;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@MalasakitTest
class ClosedRecordsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final World world;
  private final Patients patients;
  private final PatientSearches searches;
  private final LookAlikes lookAlikes;
  private final RestrictedRecords restricted;
  private final StaffProfiles profiles;

  ClosedRecordsTest(
      World world,
      Patients patients,
      PatientSearches searches,
      LookAlikes lookAlikes,
      RestrictedRecords restricted,
      StaffProfiles profiles) {
    this.world = world;
    this.patients = patients;
    this.searches = searches;
    this.lookAlikes = lookAlikes;
    this.restricted = restricted;
    this.profiles = profiles;
  }

  @Test
  void a_restricted_record_is_found_without_facts_and_does_not_open() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var id = registered(clinic);
    Scopes.run(
        world.scopeOf(world.person(Role.PRIVACY_OFFICER, clinic)),
        () -> restricted.mark(clinic.id(), id, RecordMark.values()[0]));

    seesNothing(world.person(Role.SCHEDULER, clinic), clinic, id);
  }

  @Test
  void nobody_finds_facts_in_a_record_with_her_own_number() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var id = registered(clinic);
    var reader = world.person(Role.SCHEDULER, clinic);
    profiles.set(
        new StaffProfile(reader.account(), "Luz", "Ramos", Optional.empty(), "+12125550123", ""));

    seesNothing(reader, clinic, id);
  }

  private void seesNothing(SignedIn reader, Organization clinic, PatientId id) {
    Scopes.run(
        world.scopeOf(reader),
        () -> {
          var found = searches.search(SearchWords.read("ana reyes", TODAY)).found().getFirst();
          assertThat(found.restricted()).isTrue();
          assertThat(found.phone() + found.place()).isEmpty();
          var sketch = new Sketch("Ana", "Reyes", Optional.empty(), "", "");
          assertThat(lookAlikes.of(clinic.id(), sketch, UUID.randomUUID()).getFirst().restricted())
              .isTrue();
          assertThatThrownBy(() -> patients.open(clinic.id(), id))
              .isInstanceOfSatisfying(
                  Refused.class, no -> assertThat(no.code()).isEqualTo("restricted"));
        });
  }

  private PatientId registered(Organization clinic) {
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () -> patients.register(clinic.id(), NewPatient.saidByCaller(ana())));
  }
}
