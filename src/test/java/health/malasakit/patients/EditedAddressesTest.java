package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.kernel.PatientId;
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

  private final EditDesk desk;

  EditedAddressesTest(World world, Patients patients, @LocalServerPort int port) {
    this.desk = EditDesk.of(world, patients, port);
  }

  @Test
  void a_mailing_address_that_is_emptied_is_gone_with_its_country() {
    var her = at(BOX);

    saveEmptied(her, "mailing-street", "mailing-city", "mailing-state", "mailing-zip");

    assertThat(desk.found(her).facts().addresses()).isEmpty();
    assertThat(desk.page(her)).doesNotContain("<dt>Mailing address</dt>");
    assertThat(desk.edit(her)).doesNotContain(OPEN);
  }

  @Test
  void a_home_that_is_emptied_is_gone_with_its_country() {
    var her = at(ana().addresses().getFirst());

    saveEmptied(her, "street", "city", "state", "zip");

    assertThat(desk.found(her).facts().addresses()).isEmpty();
    assertThat(desk.page(her)).doesNotContain("Lives at");
  }

  @Test
  void a_country_alone_from_a_file_is_seen_stays_untouched_and_can_be_taken_off() {
    var country = new PatientAddress(ContactUse.MAILING, "", "", "", "", "Philippines");
    var her = at(country);

    assertThat(desk.edit(her)).contains(OPEN, "Mailing country");
    saveEmptied(her);
    assertThat(desk.found(her).facts().addresses()).containsExactly(country);
    saveEmptied(her, "mailing-country");
    assertThat(desk.found(her).facts().addresses()).isEmpty();
  }

  @Test
  void of_a_mailing_address_the_state_alone_opens_its_part_of_the_form() {
    var her = at(new PatientAddress(ContactUse.MAILING, "", "", "NY", "", ""));

    assertThat(desk.edit(her)).contains(OPEN);
  }

  @Test
  void an_address_of_two_lines_keeps_them_while_something_else_is_changed() {
    var her = at(CARE_OF);

    assertThat(desk.shown(her)).containsEntry("mailing-street", "c/o Rosa Reyes, PO Box 12");
    saveEmptied(her);
    assertThat(desk.found(her).facts().addresses()).containsExactly(CARE_OF);
    assertThat(desk.history(her)).containsExactly("phone.mobile");

    var form = desk.shown(her);
    form.put("mailing-zip", "12202");
    assertThat(desk.send(her, form).status()).isEqualTo(303);
    assertThat(desk.found(her).facts().addresses())
        .containsExactly(
            new PatientAddress(ContactUse.MAILING, CARE_OF.lines(), "Albany", "NY", "12202", "US"));
  }

  @Test
  void a_mailing_address_abroad_is_typed_where_none_was_on_file() {
    var her = at();
    var form = desk.shown(her);
    form.putAll(Map.of("mailing-street", "5 Rue Peel", "mailing-city", "Montreal"));
    form.putAll(Map.of("mailing-zip", "H3C 2G1", "mailing-country", "Canada"));

    assertThat(desk.send(her, form).status()).isEqualTo(303);

    assertThat(desk.page(her)).contains("5 Rue Peel", "Montreal", "Canada");
  }

  /** Saves the form with another number and with these fields emptied. */
  private void saveEmptied(PatientId her, String... emptied) {
    var form = desk.shown(her);
    form.put("mobile", "(212) 555-0177");
    List.of(emptied).forEach(field -> form.put(field, ""));
    assertThat(desk.send(her, form).status()).isEqualTo(303);
  }

  private PatientId at(PatientAddress... addresses) {
    return desk.registered(ana().edit().addresses(List.of(addresses)).done());
  }
}
