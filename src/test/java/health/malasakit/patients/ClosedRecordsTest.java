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
import health.malasakit.access.records.SaidBefore;
import health.malasakit.access.records.StaffProfile;
import health.malasakit.access.records.StaffProfiles;
import health.malasakit.audit.AuditLines;
import health.malasakit.audit.Line;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.search.LookAlikes;
import health.malasakit.patients.search.PatientSearches;
import health.malasakit.patients.search.SearchWords;
import health.malasakit.patients.search.Sketch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@MalasakitTest
class ClosedRecordsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final World world;
  private final Patients patients;
  private final PatientSearches searches;
  private final LookAlikes lookAlikes;
  private final RestrictedRecords restricted;
  private final StaffProfiles profiles;
  private final AuditLines lines;
  private final ApplicationContext beans;
  private final TransactionTemplate inOne;

  ClosedRecordsTest(
      World world,
      Patients patients,
      PatientSearches searches,
      LookAlikes lookAlikes,
      RestrictedRecords restricted,
      StaffProfiles profiles,
      AuditLines lines,
      ApplicationContext beans,
      TransactionTemplate inOne) {
    this.world = world;
    this.patients = patients;
    this.searches = searches;
    this.lookAlikes = lookAlikes;
    this.restricted = restricted;
    this.profiles = profiles;
    this.lines = lines;
    this.beans = beans;
    this.inOne = inOne;
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
    says(reader, new Said("Luz", "Ramos", Optional.empty(), "+12125550123", ""));

    seesNothing(reader, clinic, id);
  }

  @Test
  void nobody_finds_facts_in_her_own_record_by_name_and_birth_date() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var id = registered(clinic);
    var reader = world.person(Role.SCHEDULER, clinic);
    says(reader, new Said("Ana", "Reyes", Optional.of(LocalDate.of(1980, 5, 4)), "", ""));
    Scopes.run(world.scopeOf(reader), () -> patients.open(clinic.id(), id));

    says(reader, new Said("Ana", "Reyes", Optional.of(LocalDate.of(1980, 5, 3)), "", ""));

    seesNothing(reader, clinic, id);
  }

  @Test
  void nobody_finds_facts_in_a_record_with_her_own_address() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var id = registered(clinic);
    var reader = world.person(Role.SCHEDULER, clinic);
    var home = StaffProfile.addressHash("12 OAK ST.", "12207-1234");
    says(reader, new Said("Luz", "Ramos", Optional.empty(), "", home));

    seesNothing(reader, clinic, id);
  }

  @Test
  void what_she_said_before_still_keeps_the_record_closed() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var other = world.clinic("Harbor Pediatrics");
    var id = registered(clinic);
    var reader = world.person(Role.SCHEDULER, clinic, other);
    var before = SaidBefore.by(Duration.ofHours(1), beans);
    says(reader, before, new Said("Luz", "Ramos", Optional.empty(), "+12125550123", ""));

    says(reader, new Said("L", "R", Optional.empty(), "", ""));

    seesNothing(reader, clinic, id);
    for (var one : List.of(clinic, other)) {
      assertThat(changesIn(one)).as(one.name()).hasSize(2);
    }
  }

  @Test
  void what_she_replaced_within_the_hour_was_a_slip_and_closes_nothing() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var id = registered(clinic);
    var reader = world.person(Role.SCHEDULER, clinic);
    var hers = new Said("Luz", "Ramos", Optional.empty(), "+12125550177", "");
    var slip = new Said("Luz", "Ramos", Optional.empty(), "+12125550123", "");
    says(reader, SaidBefore.by(Duration.ofDays(9), beans), hers);
    says(reader, SaidBefore.by(Duration.ofMinutes(59), beans), slip);
    seesNothing(reader, clinic, id);

    says(reader, hers);

    Scopes.run(
        world.scopeOf(reader),
        () -> {
          assertThat(profiles.everSaid(reader.account())).hasSize(1);
          patients.open(clinic.id(), id);
        });
  }

  /** What a reader says of herself. */
  private record Said(
      String given, String family, Optional<LocalDate> born, String phone, String address) {}

  private void says(SignedIn reader, Said said) {
    says(reader, profiles, said);
  }

  private void says(SignedIn reader, StaffProfiles at, Said said) {
    var profile =
        new StaffProfile(
            reader.account(),
            said.given(),
            said.family(),
            said.born(),
            said.phone(),
            said.address());
    Scopes.run(world.scopeOf(reader), () -> inOne.executeWithoutResult(tx -> at.set(profile)));
  }

  private List<Line> changesIn(Organization clinic) {
    return Scopes.call(
        world.scopeOf(world.person(Role.PRIVACY_OFFICER, clinic)),
        () ->
            lines
                .between(clinic.id(), Instant.EPOCH, AuditLines.endOf(Instant.now().plusSeconds(9)))
                .lines()
                .stream()
                .filter(line -> line.subject().equals("staff_profile"))
                .toList());
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
