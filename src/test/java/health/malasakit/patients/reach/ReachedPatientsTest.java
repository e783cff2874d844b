package health.malasakit.patients.reach;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.ledger.Recipient;
import health.malasakit.messaging.ledger.Recipients;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where she may be when a message comes, by the addresses on file. */
@MalasakitTest
class ReachedPatientsTest {

  private final World world;
  private final Patients patients;
  private final Recipients recipients;
  private OrganizationId clinic;
  private Scope desk;

  ReachedPatientsTest(World world, Patients patients, Recipients recipients) {
    this.world = world;
    this.patients = patients;
    this.recipients = recipients;
  }

  @BeforeEach
  void aClinic() {
    var organization = world.clinic("Lakeside");
    clinic = organization.id();
    desk = world.scopeOf(world.person(Role.SUPERVISOR, organization));
  }

  @Test
  void a_zip_that_lies_in_one_zone_is_where_she_is() {
    assertThat(her(at(ContactUse.HOME, "NY", "10001", "USA")).zones())
        .containsExactly(ZoneId.of("America/New_York"));
  }

  @Test
  void a_zip_of_two_zones_leaves_both_open() {
    assertThat(her(at(ContactUse.HOME, "TX", "79839", "")).zones())
        .extracting(ZoneId::getId)
        .containsExactlyInAnyOrder("America/Denver", "America/Chicago");
  }

  @Test
  void where_she_works_or_gets_letters_is_not_where_she_is() {
    var her =
        her(
            at(ContactUse.WORK, "CA", "90001", ""),
            at(ContactUse.MAILING, "IL", "60601", ""),
            at(ContactUse.HOME, "New York", "10001", ""));
    assertThat(her.zones()).containsExactly(ZoneId.of("America/New_York"));
    assertThat(her.state()).as("however it is written").isEqualTo("NY");
  }

  @Test
  void where_she_stays_for_a_while_counts_beside_her_home() {
    var her =
        her(at(ContactUse.TEMPORARY, "fl", "33101", ""), at(ContactUse.HOME, "wa", "98101", ""));
    assertThat(her.zones())
        .extracting(ZoneId::getId)
        .containsExactlyInAnyOrder("America/New_York", "America/Los_Angeles");
    assertThat(her.state()).isEqualTo("WA");
  }

  @Test
  void an_address_abroad_or_without_a_zip_says_nothing_so_she_may_be_anywhere() {
    var anywhere = her().zones();
    assertThat(anywhere).contains(ZoneId.of("Pacific/Honolulu"), ZoneId.of("America/Puerto_Rico"));
    assertThat(her(at(ContactUse.HOME, "", "10001", "Mexico")).zones()).isEqualTo(anywhere);
    assertThat(her(at(ContactUse.HOME, "TX", "", "")).zones()).isEqualTo(anywhere);
    assertThat(her(at(ContactUse.WORK, "NY", "10001", "")).zones()).isEqualTo(anywhere);
  }

  @Test
  void what_she_said_herself_wins() {
    var facts = facts(at(ContactUse.HOME, "TX", "79839", ""));
    var said = facts.edit().zone(Optional.of(ZoneId.of("America/Phoenix"))).done();
    assertThat(reached(said).zones()).containsExactly(ZoneId.of("America/Phoenix"));
  }

  private Recipient her(PatientAddress... addresses) {
    return reached(facts(addresses));
  }

  private Recipient reached(PersonFacts facts) {
    return Scopes.call(
        desk,
        () -> {
          var her = patients.register(clinic, NewPatient.saidByCaller(facts));
          return recipients.of(clinic, List.of(her)).get(her);
        });
  }

  private static PersonFacts facts(PatientAddress... addresses) {
    return PersonFacts.named(PatientName.official("Ana", "Cruz"))
        .edit()
        .addresses(List.of(addresses))
        .done();
  }

  private static PatientAddress at(ContactUse use, String state, String zip, String country) {
    return new PatientAddress(use, "12 Oak St", "Somewhere", state, zip, country);
  }
}
