package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.records.RecordMark;
import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.Consents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a patient allows, and forms that two people have open at once. */
@MalasakitTest
class CareFormsTest {

  private final World world;
  private final Patients patients;
  private final Consents consents;
  private final RestrictedRecords restricted;
  private final int port;
  private Organization clinic;
  private Client client;
  private PatientId her;
  private String page;

  CareFormsTest(
      World world,
      Patients patients,
      Consents consents,
      RestrictedRecords restricted,
      @LocalServerPort int port) {
    this.world = world;
    this.patients = patients;
    this.consents = consents;
    this.restricted = restricted;
    this.port = port;
    this.clinic = world.clinic("Lakeside Family Medicine");
    this.client = Client.on(port);
    this.her = PatientId.next();
    this.page = "";
  }

  @BeforeEach
  void register() {
    client = Client.on(port).as(world.cookieOf(world.person(Role.SCHEDULER, clinic)));
    her =
        Scopes.call(
            Scope.job(clinic.id(), "test"),
            () -> patients.register(clinic.id(), NewPatient.saidByCaller(ana())));
    page = "/patients/" + clinic.slug() + "/" + her;
  }

  @Test
  void what_she_allows_is_written_down_with_its_basis_and_stands_on_her_page() {
    var sent = client.post(page + "/consents", consent("given", "spoken"));

    assertThat(sent.status()).isEqualTo(303);
    assertThat(client.get(page + "/care").body())
        .contains("Text message 12125550123, care: Yes", "May we text you about visits?");
    assertThat(client.get(page).body())
        .contains("asked, read aloud", "wrote down a yes", "May we text you about visits?");
    client.post(page + "/consents", consent("revoked", "written"));
    assertThat(client.get(page).body())
        .contains("Taken back", "in writing", "wrote down that it was taken back")
        .doesNotContain("asked, read aloud");
    assertThat(lines()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "consentWords,   '',           consentWords",
    "channel,        carrier,      channel",
    "purpose,        '',           purpose",
    "answer,         '',           answer",
    "consentBasis,   import,       consentBasis",
    "consentAddress, ana@x.org,    consentAddress",
    "consentAddress, --,           consentAddress",
    "consentOn,      tomorrow,     consentOn",
    "consentOn,      soon,         consentOn"
  })
  void what_cannot_be_right_is_said_beside_its_field_and_nothing_is_written(
      String field, String typed, String wrong) {
    var form = consent("given", "spoken");
    form.put(field, typed);

    var answer = client.post(page + "/consents", form);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains(wrong + "-error");
    assertThat(lines()).isZero();
  }

  @Test
  void a_number_that_was_given_for_care_allows_nothing_else() {
    var form = consent("given", "number_given");
    form.put("purpose", "marketing");

    assertThat(client.post(page + "/consents", form).body())
        .contains("consentBasis-error", "A number given for care means a yes");
    form.put("purpose", "care");
    assertThat(client.post(page + "/consents", form).status()).isEqualTo(303);
    assertThat(client.get(page).body()).contains("number given for care");
  }

  @Test
  void a_closed_record_another_clinic_and_who_may_only_read_write_no_consent() {
    var advocate = Client.on(port).as(world.cookieOf(world.person(Role.ADVOCATE, clinic)));
    var elsewhere =
        Client.on(port)
            .as(world.cookieOf(world.person(Role.SCHEDULER, world.clinic("Harbor Pediatrics"))));
    var form = consent("given", "spoken");

    assertThat(advocate.post(page + "/consents", form).status()).isEqualTo(403);
    assertThat(elsewhere.post(page + "/consents", form).status()).isEqualTo(404);
    Scopes.run(
        world.scopeOf(world.person(Role.PRIVACY_OFFICER, clinic)),
        () -> restricted.mark(clinic.id(), her, RecordMark.VIP));
    assertThat(client.post(page + "/consents", form).status()).isEqualTo(403);
    assertThat(lines()).isZero();
  }

  @Test
  void the_second_of_two_never_overwrites_the_safe_numbers_that_she_has_not_seen() {
    var first = Map.of("version", "1", "only", "(646) 555-0100");
    assertThat(client.post(page + "/safe-contact", first).status()).isEqualTo(303);
    var second = Map.of("version", "1", "only", "(917) 555-0150");

    var late = client.post(page + "/safe-contact", second);

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body())
        .contains("Somebody else has just changed this patient", "Safe contact: set")
        .contains("This stands now:", "(646) 555-0100", "(917) 555-0150")
        .contains("name=\"version\" value=\"2\"");
    assertThat(safe()).containsExactly("(646) 555-0100");
    var again = Map.of("version", "2", "only", "(917) 555-0150");
    assertThat(client.post(page + "/safe-contact", again).status()).isEqualTo(303);
    assertThat(safe()).containsExactly("(917) 555-0150");
  }

  @ParameterizedTest
  @CsvSource({
    "own-channels, own,    (646) 555-0100",
    "death,        saidBy, her daughter Rosa",
    "court-orders, words,  No visits to be told",
    "representatives, name, Rosa Reyes",
  })
  void whoever_comes_second_is_refused_and_shown_what_the_first_changed(
      String act, String field, String typed) {
    var form = Map.of("version", "1", field, typed, "effect", "DENIES", "basis", "parental");
    assertThat(client.post(page + "/" + act, form).status()).isEqualTo(303);

    var late = client.post(page + "/" + act, form);

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Somebody else has just changed this patient", " changed ");
    assertThat(client.post(page + "/" + act, Map.of(field, typed)).status()).isEqualTo(400);
  }

  @Test
  void too_many_or_too_long_channels_of_her_own_are_refused_at_their_field() {
    var many = "(646) 555-0100\n".repeat(21);
    var tooMany = client.post(page + "/own-channels", Map.of("version", "1", "own", many));
    var line = "a".repeat(250) + "@x.org";
    var tooLong = client.post(page + "/own-channels", Map.of("version", "1", "own", line));

    assertThat(tooMany.status()).isEqualTo(422);
    assertThat(tooMany.body()).contains("own-error", "Write 20 numbers and e-mails at most");
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.body()).contains("own-error", "254 characters at most");
  }

  @Test
  void a_number_with_an_extension_is_her_own_as_well() {
    var own = Map.of("version", "1", "own", "(646) 555-0100 x9");
    assertThat(client.post(page + "/own-channels", own).status()).isEqualTo(303);

    assertThat(client.get(page + "/care").body())
        .contains("(646) 555-0100 x9")
        .doesNotContain("Not used: somebody else has it too.");
  }

  private static Map<String, Object> consent(String answer, String basis) {
    var form = new HashMap<String, Object>();
    form.put("channel", "text");
    form.put("purpose", "care");
    form.put("consentAddress", "(212) 555-0123");
    form.put("answer", answer);
    form.put("consentBasis", basis);
    form.put("consentWords", "May we text you about visits?");
    return form;
  }

  private int lines() {
    return Scopes.call(
        Scope.job(clinic.id(), "test"), () -> consents.ledger(clinic.id(), her).size());
  }

  private List<String> safe() {
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () ->
            patients.find(clinic.id(), her).flatMap(Patient::safeContact).stream()
                .flatMap(safe -> safe.phones().stream())
                .toList());
  }
}
