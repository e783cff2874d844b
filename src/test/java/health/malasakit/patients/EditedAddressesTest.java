package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Addresses as files bring them, of several lines and with a country, on the form of a patient. */
@MalasakitTest
class EditedAddressesTest {

  private static final PatientAddress BOX =
      new PatientAddress(ContactUse.MAILING, "PO Box 12", "Albany", "NY", "12201", "US");
  private static final PatientAddress CARE_OF =
      new PatientAddress(
          ContactUse.MAILING, "c/o Rosa Reyes\nPO Box 12", "Albany", "NY", "12201", "US");
  private static final String OPEN = "<details class=\"fold\" open";

  private final World world;
  private final Patients patients;
  private final Organization clinic;
  private final SignedIn luz;
  private final Client client;

  EditedAddressesTest(World world, Patients patients, @LocalServerPort int port) {
    this.world = world;
    this.patients = patients;
    this.clinic = world.clinic("Harbor Family Clinic");
    this.luz = world.person(Role.SCHEDULER, clinic);
    this.client = Client.on(port).as(world.cookieOf(luz));
  }

  @Test
  void a_mailing_address_that_is_emptied_is_gone_with_its_country() {
    var her = at(BOX);

    save(her, "mailing-street", "mailing-city", "mailing-state", "mailing-zip");

    assertThat(found(her).facts().addresses()).isEmpty();
    assertThat(client.get(address(her)).body()).doesNotContain("<dt>Mailing address</dt>");
    assertThat(client.get(address(her) + "/edit").body()).doesNotContain(OPEN);
  }

  @Test
  void a_home_that_is_emptied_is_gone_with_its_country() {
    var her = at(ana().addresses().getFirst());

    save(her, "street", "city", "state", "zip");

    assertThat(found(her).facts().addresses()).isEmpty();
    assertThat(client.get(address(her)).body()).doesNotContain("Lives at");
  }

  @Test
  void a_country_alone_from_a_file_is_seen_stays_untouched_and_can_be_taken_off() {
    var country = new PatientAddress(ContactUse.MAILING, "", "", "", "", "Philippines");
    var her = at(country);

    assertThat(client.get(address(her) + "/edit").body()).contains(OPEN, "Mailing country");
    save(her);
    assertThat(found(her).facts().addresses()).containsExactly(country);
    save(her, "mailing-country");
    assertThat(found(her).facts().addresses()).isEmpty();
  }

  @Test
  void of_a_mailing_address_the_state_alone_opens_its_part_of_the_form() {
    var her = at(new PatientAddress(ContactUse.MAILING, "", "", "NY", "", ""));

    assertThat(client.get(address(her) + "/edit").body()).contains(OPEN);
  }

  @Test
  void an_address_of_two_lines_keeps_them_while_something_else_is_changed() {
    var her = at(CARE_OF);

    assertThat(shown(her)).containsEntry("mailing-street", "c/o Rosa Reyes, PO Box 12");
    save(her);
    assertThat(found(her).facts().addresses()).containsExactly(CARE_OF);
    assertThat(history(her)).containsExactly("phone.mobile");

    var form = shown(her);
    form.put("mailing-zip", "12202");
    send(her, form);
    assertThat(found(her).facts().addresses())
        .containsExactly(
            new PatientAddress(ContactUse.MAILING, CARE_OF.lines(), "Albany", "NY", "12202", "US"));
  }

  @Test
  void a_mailing_address_abroad_is_typed_where_none_was_on_file() {
    var her = at();
    var form = shown(her);
    form.putAll(Map.of("mailing-street", "5 Rue Peel", "mailing-city", "Montreal"));
    form.putAll(Map.of("mailing-zip", "H3C 2G1", "mailing-country", "Canada"));

    send(her, form);

    assertThat(client.get(address(her)).body()).contains("5 Rue Peel", "Montreal", "Canada");
  }

  /** Saves the form with another number and with these fields emptied. */
  private void save(PatientId her, String... emptied) {
    var form = shown(her);
    form.put("mobile", "(212) 555-0177");
    List.of(emptied).forEach(field -> form.put(field, ""));
    send(her, form);
  }

  private void send(PatientId her, Map<String, Object> form) {
    assertThat(client.post(address(her) + "/edit", form).status()).isEqualTo(303);
  }

  private Map<String, Object> shown(PatientId her) {
    return EditForm.of(client.get(address(her) + "/edit").body());
  }

  private String address(PatientId her) {
    return "/patients/" + clinic.slug() + "/" + her;
  }

  private PatientId at(PatientAddress... addresses) {
    var facts = ana().edit().addresses(List.of(addresses)).done();
    return Scopes.call(
        world.scopeOf(luz), () -> patients.register(clinic.id(), NewPatient.saidByCaller(facts)));
  }

  private List<String> history(PatientId her) {
    return Scopes.call(
        world.scopeOf(luz),
        () -> patients.history(clinic.id(), her).stream().map(FactChange::field).toList());
  }

  private Patient found(PatientId her) {
    return Scopes.call(world.scopeOf(luz), () -> patients.find(clinic.id(), her).orElseThrow());
  }
}
