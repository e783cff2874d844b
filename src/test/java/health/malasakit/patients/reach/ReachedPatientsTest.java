package health.malasakit.patients.reach;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.ledger.Recipient;
import health.malasakit.messaging.ledger.Recipients;
import health.malasakit.messaging.ledger.Rule;
import health.malasakit.messaging.ledger.SendingHours;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientEmail;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    assertThat(her.states()).as("however it is written").containsExactly("NY");
  }

  @Test
  void where_she_stays_for_a_while_counts_beside_her_home() {
    var her =
        her(at(ContactUse.TEMPORARY, "fl", "33101", ""), at(ContactUse.HOME, "wa", "98101", ""));
    assertThat(her.zones())
        .extracting(ZoneId::getId)
        .containsExactlyInAnyOrder("America/New_York", "America/Los_Angeles");
    assertThat(her.states()).containsExactlyInAnyOrder("FL", "WA");
  }

  @Test
  void an_address_without_a_zip_says_nothing_so_she_may_be_anywhere_in_the_states() {
    var anywhere = her().zones();
    assertThat(anywhere)
        .extracting(ZoneId::getId)
        .contains("America/Puerto_Rico", "Pacific/Honolulu", "Pacific/Guam", "Pacific/Pago_Pago");
    assertThat(her(at(ContactUse.HOME, "TX", "", "")).zones()).isEqualTo(anywhere);
    assertThat(her(at(ContactUse.WORK, "NY", "10001", "")).zones()).isEqualTo(anywhere);
  }

  @Test
  void from_guam_to_american_samoa_the_usual_hours_have_one_in_common() {
    var hours = new SendingHours(her().zones(), Set.of(), Rule.USUAL);
    var winter = hours.next(Instant.parse("2027-01-08T23:30:00Z"));
    assertThat(winter).as("Friday").contains(Instant.parse("2027-01-08T23:30:00Z"));
    assertThat(hours.next(Instant.parse("2027-01-09T00:00:00Z")))
        .as("and then not before Monday")
        .contains(Instant.parse("2027-01-11T23:00:00Z"));
    assertThat(hours.next(Instant.parse("2027-07-07T00:00:00Z")))
        .as("in summer too")
        .contains(Instant.parse("2027-07-07T23:00:00Z"));
  }

  @Test
  void a_home_abroad_or_at_a_military_address_may_lie_anywhere_in_the_world() {
    assertThat(her(at(ContactUse.HOME, "", "10001", "Mexico")).zones()).isEmpty();
    assertThat(her(at(ContactUse.HOME, "AE", "", "")).zones()).isEmpty();
    assertThat(her(at(ContactUse.HOME, "", "09012-1234", "USA")).zones()).isEmpty();
    assertThat(her(at(ContactUse.HOME, "Cavite", "4100", "")).zones())
        .as("files leave out the country")
        .isEmpty();
    assertThat(
            her(at(ContactUse.HOME, "NY", "10001", ""), at(ContactUse.TEMPORARY, "", "", "PH"))
                .zones())
        .as("where she stays for a while")
        .isEmpty();
    assertThat(her(at(ContactUse.HOME, "", "00907", "PR")).zones())
        .as("a territory is not abroad")
        .containsExactly(ZoneId.of("America/Puerto_Rico"));
  }

  @Test
  void however_a_number_or_an_e_mail_is_written_it_arrives_at_one_place() {
    var facts =
        facts()
            .edit()
            .phones(
                List.of(
                    new PatientPhone(ContactUse.HOME, Phone.of("646.230.0001")),
                    new PatientPhone(ContactUse.MOBILE, Phone.of("(646) 230-0001"))))
            .emails(
                List.of(
                    new PatientEmail(ContactUse.WORK, "a@work.example.org"),
                    new PatientEmail(ContactUse.TEMPORARY, "Ana@Example.org"),
                    new PatientEmail(ContactUse.HOME, "ana@example.org"),
                    new PatientEmail(ContactUse.HOME, "a@b_c.com")))
            .done();

    var reaches = reached(facts).reaches();

    assertThat(reaches)
        .extracting(Recipient.Reach::address)
        .containsExactly("+16462300001", "ana@example.org", "a@work.example.org");
    assertThat(reaches)
        .extracting(reach -> reach.given().isPresent())
        .as("given for messages: the mobile, and what is not at work")
        .containsExactly(true, true, false);
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
