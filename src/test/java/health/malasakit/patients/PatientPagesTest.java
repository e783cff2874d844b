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
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages over HTTP, with what people and machines send wrong. */
@MalasakitTest
class PatientPagesTest {

  private final World world;
  private final Patients patients;
  private final RestrictedRecords restricted;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final int port;
  private Organization clinic;
  private Client client;

  PatientPagesTest(
      World world,
      Patients patients,
      RestrictedRecords restricted,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      @LocalServerPort int port) {
    this.world = world;
    this.patients = patients;
    this.restricted = restricted;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.port = port;
    this.clinic = world.clinic("Lakeside Family Medicine");
    this.client = Client.on(port);
  }

  @BeforeEach
  void signIn() {
    client = Client.on(port).as(world.cookieOf(world.person(Role.SCHEDULER, clinic)));
  }

  @Test
  void what_was_typed_never_stands_in_an_address_and_is_hers_alone() {
    registered(clinic);
    var asked = client.post("/search", Map.of("q", "ana reyes 5/3/1980"));
    var other = Client.on(port).as(world.cookieOf(world.person(Role.SCHEDULER, clinic)));

    assertThat(asked.status()).isEqualTo(303);
    assertThat(asked.location()).matches("/searches/[0-9a-f-]{36}");
    assertThat(client.get(asked.location()).body()).contains("Ana Reyes");
    assertThat(other.get(asked.location()).body())
        .contains("This search is over")
        .doesNotContain("Ana Reyes");
  }

  @Test
  void the_same_form_sent_twice_registers_once() {
    var form = form("Luz", "Bautista");
    form.put("requestId", UUID.randomUUID().toString());

    var first = client.post("/patients/new", form);
    var second = client.post("/patients/new", form);

    assertThat(first.status()).isEqualTo(303);
    assertThat(second.location()).isEqualTo(first.location());
  }

  @Test
  void a_form_without_a_token_or_with_a_made_up_number_is_not_taken() {
    assertThat(client.postAsIs("/patients/new", form("Luz", "Bautista")).status()).isEqualTo(403);
    var form = form("Luz", "Bautista");
    form.put("requestId", "1-1-1-1-1");
    assertThat(client.post("/patients/new", form).status()).isEqualTo(422);
  }

  @Test
  void what_cannot_be_right_is_said_beside_its_field_and_nothing_is_cleared() {
    var form = form("<script>alert(1)</script>", "Ñuñez");
    form.put("birthDate", "2/31/1980");
    form.put("mobile", "--");
    form.put("insurance", "blue something");

    var answer = client.post("/patients/new", form);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("birthDate-error", "mobile-error", "2/31/1980", "blue something", "Ñuñez")
        .contains("&lt;script")
        .doesNotContain("<script>alert");
  }

  @Test
  void another_clinics_patient_and_no_patient_look_the_same() {
    var other = world.clinic("Harbor Pediatrics");
    var hers = registered(other);
    String mine = "/patients/" + clinic.slug() + "/";

    for (String path :
        new String[] {
          mine + hers + "/edit",
          mine + PatientId.next() + "/edit",
          "/patients/" + other.slug() + "/" + hers + "/edit",
          mine + hers + "/history"
        }) {
      assertThat(client.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(client.get(mine + "not-an-id/edit").status()).isEqualTo(404);
  }

  @Test
  void among_several_clinics_nobody_chooses_but_the_person() {
    var other = world.clinic("Harbor Pediatrics");
    var both = Client.on(port).as(world.cookieOf(world.person(Role.SCHEDULER, clinic, other)));

    var form = form("Luz", "Bautista");
    var refused = both.post("/patients/new", form);
    form.put("clinic", other.slug());

    assertThat(both.get("/patients/new").body()).doesNotContain("selected");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("clinic-error");
    assertThat(both.get("/promises/new").body()).doesNotContain("selected");
    assertThat(both.post("/patients/new", form).location())
        .startsWith("/patients/" + other.slug() + "/");
  }

  @Test
  void look_alikes_of_one_registration_are_written_down_once_however_long_she_types() {
    var id = registered(clinic);
    var form = form("Ana", "Reyes");
    form.put("birthDate", "3 May 1980");
    form.put("registration", UUID.randomUUID().toString());

    for (var typed : new String[] {"Reye", "Reyes", "Reyes"}) {
      form.put("family", typed);
      assertThat(client.post("/patients/new/look-alikes", form).body()).contains("Ana Reyes");
    }
    assertThat(timesListed(id)).isEqualTo(1);
    form.put("registration", UUID.randomUUID().toString());
    client.post("/patients/new/look-alikes", form);
    assertThat(timesListed(id)).isEqualTo(2);
  }

  @Test
  void a_restricted_look_alike_is_declined_in_true_words_that_give_nothing_away() {
    var id = registered(clinic);
    Scopes.run(
        world.scopeOf(world.person(Role.PRIVACY_OFFICER, clinic)),
        () -> restricted.mark(clinic.id(), id, RecordMark.VIP));
    var form = form("Ana", "Reyes");

    var otherDate = client.post("/patients/new/look-alikes", form).body();
    form.put("birthDate", "3 May 1980");
    var sameDate = client.post("/patients/new/look-alikes", form).body();

    assertThat(otherDate).contains("This is somebody else: a restricted record that looks alike");
    assertThat(sameDate).contains("a restricted record with the same birth date");
    assertThat(otherDate + sameDate).doesNotContain("Oak St", "555-0123", "Not Restricted");
  }

  @Test
  void the_adult_is_asked_for_by_the_server_alone_and_only_for_a_minor() {
    var hidden = "id=\"adult-fields\" hidden";
    assertThat(client.get("/patients/new").body()).contains(hidden);
    var form = form("Luz", "Bautista");
    form.put("birthDate", "7 Jul 2020");

    var asked = client.post("/patients/new", form);
    assertThat(asked.status()).isEqualTo(422);
    assertThat(asked.body()).contains("adult-error", "id=\"adult-fields\"").doesNotContain(hidden);
    assertThat(client.post("/patients/new/look-alikes", form).body()).contains("hx-swap-oob");
    form.put("adultAsked", "yes");
    assertThat(client.post("/patients/new/look-alikes", form).body())
        .doesNotContain("adult-fields");
    form.put("adult", "Rosa Bautista");
    var saved = client.post("/patients/new", form);
    assertThat(saved.status()).isEqualTo(303);
    assertThat(client.get(saved.location()).body()).contains("Rosa Bautista");
  }

  @Test
  void who_may_only_read_can_search_and_not_register() {
    var advocate = Client.on(port).as(world.cookieOf(world.person(Role.ADVOCATE, clinic)));

    assertThat(advocate.get("/patients").status()).isEqualTo(200);
    assertThat(advocate.get("/patients/new").status()).isEqualTo(403);
    assertThat(advocate.post("/patients/new", form("Luz", "Bautista")).status()).isEqualTo(403);
  }

  private long timesListed(PatientId patient) {
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () ->
            transactions.execute(status ->
                jdbc.sql("select count(*) from audit.listed where patient_id = :patient")
                    .param("patient", patient.value())
                    .query(Long.class)
                    .single()));
  }

  private static Map<String, Object> form(String given, String family) {
    var form = new HashMap<String, Object>();
    form.put("given", given);
    form.put("family", family);
    form.put("birthDate", "7 Jul 1970");
    form.put("mobile", "(212) 555-0142");
    return form;
  }

  private PatientId registered(Organization where) {
    return Scopes.call(
        Scope.job(where.id(), "test"),
        () -> patients.register(where.id(), NewPatient.saidByCaller(ana())));
  }
}
