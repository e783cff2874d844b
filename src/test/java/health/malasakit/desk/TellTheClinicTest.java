package health.malasakit.desk;

import static health.malasakit.patients.PatientSamples.ana;
import static health.malasakit.patients.PatientSamples.mobile;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.access.records.RecordMark;
import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.access.records.Restrictions;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ConsentBasis;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.NewConsent;
import health.malasakit.messaging.Purpose;
import health.malasakit.patients.Identifier;
import health.malasakit.patients.ImportSource;
import health.malasakit.patients.IncomingPatient;
import health.malasakit.patients.IncomingPatients;
import health.malasakit.patients.Patients;
import health.malasakit.patients.SafeContact;
import health.malasakit.patients.SafeContacts;
import health.malasakit.patients.Taken;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.person.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was corrected here and the clinic's next file still says otherwise, until both agree. */
@MalasakitTest
class TellTheClinicTest {

  private final World world;
  private final Patients patients;
  private final IncomingPatients incoming;
  private final SafeContacts safeContacts;
  private final Consents consents;
  private final RestrictedRecords restricted;
  private final Restrictions restrictions;
  private final Organization clinic;
  private final SignedIn luz;
  private final Client browser;

  TellTheClinicTest(
      World world,
      Patients patients,
      IncomingPatients incoming,
      SafeContacts safeContacts,
      Consents consents,
      RestrictedRecords restricted,
      Restrictions restrictions,
      @LocalServerPort int port) {
    this.world = world;
    this.patients = patients;
    this.incoming = incoming;
    this.safeContacts = safeContacts;
    this.consents = consents;
    this.restricted = restricted;
    this.restrictions = restrictions;
    this.clinic = world.clinic("Harbor Family Clinic");
    this.luz = world.person(Role.SCHEDULER, clinic);
    this.browser = Client.on(port).as(world.cookieOf(luz));
  }

  @Test
  void both_values_stand_on_her_page_with_field_and_file_until_they_agree() {
    var her = differing("Reyes");

    assertThat(page(her))
        .contains("Tell the clinic: 2 to agree on")
        .containsSubsequence("id=\"differs\"", "Mobile phone", "file of Bay EHR")
        .containsSubsequence("(212) 555-0177", "Their file:", "(212) 555-0123")
        .containsSubsequence("Sex", "Male", "Their file:", "Female");

    as(luz, () -> take("Reyes", corrected("Reyes")));
    assertThat(page(her)).doesNotContain("Tell the clinic");
  }

  @Test
  void home_leads_to_the_clinics_list_only_while_there_is_something_to_tell() {
    var list = "href=\"/tell/" + clinic.slug() + "\"";
    assertThat(browser.get("/").body()).doesNotContain(list);
    differing("Reyes");

    assertThat(browser.get("/").body()).contains(list, "One patient");
    assertThat(browser.get("/tell/" + clinic.slug()).body())
        .contains("Ana Reyes", "Mobile phone, Sex")
        .doesNotContain("555-0123", "555-0177");
  }

  @Test
  void a_restricted_record_gives_no_name_and_a_hidden_one_no_line() {
    var closed = differing("Garcia");
    var hidden = differing("Lopez");
    as(
        world.person(Role.PRIVACY_OFFICER, clinic),
        () -> {
          restricted.mark(clinic.id(), closed, RecordMark.VIP);
          restrictions.hide(clinic.id(), hidden, luz.country(), "state contract");
        });

    assertThat(browser.get("/tell/" + clinic.slug()).body())
        .contains("Restricted record", closed.toString())
        .doesNotContain("Garcia", "Mobile phone", "Lopez", hidden.toString());
    assertThat(browser.get("/").body()).contains("One patient");
  }

  @Test
  void more_than_fifty_patients_are_all_reached() {
    as(
        luz,
        () -> {
          for (int i = 0; i < 51; i++) {
            differ("Reyes" + i);
          }
        });

    assertThat(browser.get("/tell/" + clinic.slug()).body())
        .contains("1 to 50 of 51")
        .contains("href=\"/tell/" + clinic.slug() + "?from=50\"");
    assertThat(browser.get("/tell/" + clinic.slug() + "?from=50").body())
        .contains("51 to 51 of 51", "Ana Reyes50");
  }

  @Test
  void while_safe_contact_stands_no_number_old_or_new_and_no_home_is_on_her_page() {
    var her = differing("Reyes");
    var home = new PatientAddress(ContactUse.HOME, "1 Oak St", "Yonkers", "NY", "10701", "US");
    var moved = corrected("Reyes").edit().addresses(List.of(home)).done();
    as(luz, () -> patients.correct(clinic.id(), her, 2, moved));
    assertThat(page(her)).contains("Lives at", "1 Oak St");
    as(
        luz,
        () ->
            safeContacts.set(
                clinic.id(),
                her,
                new SafeContact(List.of("(212) 555-0999"), List.of(), Optional.empty(), "")));

    as(luz, () -> consents.record(clinic.id(), her, yesToTextsAt("(212) 555-0123")));
    as(luz, () -> consents.record(clinic.id(), her, yesToTextsAt("(212) 555-0999")));

    assertThat(page(her)).contains("Text 12125550999").doesNotContain("5550123", "Oak St");
    assertThat(page(her))
        .contains("Tell the clinic: 1 to agree on", "Safe contact: set")
        .contains("Sex: Female \u2192 Male")
        .doesNotContain("555-0123", "555-0177", "safe contact: ");
    assertThat(browser.get("/patients/" + clinic.slug() + "/" + her + "/history").body())
        .contains("Sex")
        .doesNotContain("555-0123", "555-0177");
  }

  @Test
  void what_differs_in_numbers_alone_is_not_listed_while_safe_contact_stands() {
    var her = Scopes.call(world.scopeOf(luz), () -> differ("Reyes", Sex.FEMALE));
    assertThat(browser.get("/").body()).contains("One patient");
    as(
        luz,
        () ->
            safeContacts.set(
                clinic.id(),
                her,
                new SafeContact(List.of("(212) 555-0999"), List.of(), Optional.empty(), "")));

    assertThat(browser.get("/").body()).doesNotContain("/tell/" + clinic.slug());
    assertThat(browser.get("/tell/" + clinic.slug()).body()).doesNotContain("Reyes");
  }

  private PatientId differing(String family) {
    return Scopes.call(world.scopeOf(luz), () -> differ(family));
  }

  private PatientId differ(String family) {
    return differ(family, Sex.MALE);
  }

  private PatientId differ(String family, Sex corrected) {
    var her = ((Taken.Created) take(family, said(family))).patient();
    patients.correct(clinic.id(), her, 1, corrected(family).edit().sex(corrected).done());
    take(family, said(family));
    return her;
  }

  private Taken take(String family, PersonFacts facts) {
    var key = new Identifier("Bay EHR", family, Identifier.Kind.SOURCE);
    return incoming.incoming(
        clinic.id(),
        new IncomingPatient(key, facts, List.of(), false, Optional.empty()),
        new ImportSource("Bay EHR", Ids.next()));
  }

  private static NewConsent yesToTextsAt(String number) {
    return new NewConsent(
        Channel.TEXT,
        number,
        Purpose.CARE,
        ConsentAnswer.GIVEN,
        ConsentBasis.SPOKEN,
        "May we text you about your visits?",
        "",
        LocalDate.EPOCH);
  }

  private static PersonFacts said(String family) {
    return ana().edit().names(List.of(PatientName.official("Ana", family))).done();
  }

  private static PersonFacts corrected(String family) {
    return said(family).edit().phones(List.of(mobile("(212) 555-0177"))).sex(Sex.MALE).done();
  }

  private String page(PatientId her) {
    return browser.get("/patients/" + clinic.slug() + "/" + her).body();
  }

  private void as(SignedIn who, Runnable act) {
    Scopes.run(world.scopeOf(who), act::run);
  }
}
