package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An office, a pharmacy, a facility or a payer is on the line. */
@MalasakitTest
class PartyOnTheLineTest {

  private static final Map<String, String> HER =
      Map.of("name", "María de la Cruz", "birthDate", "3/12/1985");

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;
  private String pharmacy;

  PartyOnTheLineTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aPharmacyIsOnFile() {
    line = new CallerOnTheLine(beans, port);
    pharmacy = KnownParties.pharmacy(beans, line);
    KnownParties.covered(beans, line);
  }

  @Test
  void a_pharmacy_that_says_its_number_on_file_hears_of_the_patient_whom_it_knows() {
    var other = line.patient("Jo", "Reyes", LocalDate.of(1990, 5, 1), "(617) 555-0111");

    assertThat(onFile(KnownParties.PHARMACY_NUMBER).location()).endsWith("?who=office");
    assertThat(asks("office", "mrn", "MRN-77").location()).isEqualTo(line.call());

    assertThat(line.client().get(line.page()).status()).isEqualTo(200);
    assertThat(line.client().get(line.call()).body())
        .contains("For treatment: visits, health", "Ana Ramos, pharmacist", "Another patient")
        .doesNotContain("<dt>Promised", "<dt>Last contact");
    assertThat(line.client().get(at(other)).status()).isEqualTo(403);
    assertThat(line.client().get(line.page() + "/edit").body()).isNotEmpty();
    var somebody = Map.of("version", "1", "name", "Jo", "basis", "patients_word", "may", "book");
    assertThat(line.client().post(line.page() + "/representatives", somebody).status())
        .isEqualTo(403);
  }

  @Test
  void another_call_of_the_same_pharmacy_begins_anew() {
    onFile(KnownParties.PHARMACY_NUMBER);
    asks("office", "mrn", "MRN-77");
    line.onCall(line.ring("(510) 555-0161"));

    assertThat(line.client().get(line.page()).status()).isEqualTo(403);
    assertThat(asks("office", "mrn", "MRN-77").status()).isEqualTo(409);
  }

  @Test
  void the_number_that_rings_proves_no_office_and_is_not_counted_against_it() {
    line.onCall(line.ring(KnownParties.PHARMACY_NUMBER));

    var answer = onFile(KnownParties.PHARMACY_NUMBER);

    assertThat(answer.body()).contains("anybody can forge it", "Ana Ramos");
    assertThat(asks("office", "mrn", "MRN-77").status()).isEqualTo(409);
    assertThat(tries()).isEmpty();
  }

  @Test
  void who_is_not_proven_hears_nothing_and_may_leave_a_message() {
    var said = introduced("none", Map.of("organization", "Bay Imaging", "number", "510 555 0170"));

    assertThat(said.location()).isEqualTo(line.call());
    assertThat(line.client().get(line.call()).body())
        .contains("Bay Imaging", "Not proven: nothing is told of any patient");
    assertThat(asks("office", "mrn", "MRN-77").body())
        .contains("Say first which office")
        .doesNotContain("12 Oak");
    assertThat(line.client().get(line.page()).status()).isEqualTo(403);
    assertThat(line.client().get(line.call() + "/message").status()).isEqualTo(200);
  }

  @Test
  void three_answers_that_do_not_match_close_it_for_an_office_as_for_anybody() {
    assertThat(onFile("(510) 555-0199").body()).contains("No match");
    assertThat(onFile(KnownParties.PHARMACY_NUMBER).location()).endsWith("?who=office");
    assertThat(asks("office", "zip", "94608").body()).contains("No match");
    assertThat(asks("office", "phone", KnownParties.PHARMACY_NUMBER).body())
        .contains("Nothing more can be told in this call");

    assertThat(asks("office", "mrn", "MRN-77").status()).isEqualTo(409);
    assertThat(onFile(KnownParties.PHARMACY_NUMBER).status()).isEqualTo(409);
    assertThat(line.client().get(line.page()).status()).isEqualTo(403);
  }

  @Test
  void an_organization_says_one_thing_more_and_never_the_word_that_she_chose() {
    onFile(KnownParties.PHARMACY_NUMBER);

    assertThat(line.client().get(line.call() + "?who=office").body())
        .contains("Record number")
        .doesNotContain("Code word");
    assertThat(line.ask("office", HER).body()).contains("value-error");
    assertThat(asks("office", "code_word", "mango").body()).contains("fact-error");
    assertThat(asks("office", "member_id", "W-4471").body()).contains("fact-error");
  }

  @Test
  void an_office_that_we_ring_at_a_number_it_publishes_is_proven_and_on_no_call_that_came_in() {
    var called = Map.of("organization", "Bay Imaging", "published", "website");
    var cameIn = introduced("called_back", called);
    assertThat(cameIn.body()).contains("This call came in");
    rung("(510) 555-0170");

    assertThat(introduced("called_back", Map.of("organization", "Bay Imaging")).body())
        .contains("Say where the number that you rang is published");
    assertThat(introduced("called_back", called).location()).endsWith("?who=office");
    asks("office", "mrn", "MRN-77");

    assertThat(line.client().get(line.page()).status()).isEqualTo(200);
  }

  @Test
  void a_payer_hears_coverage_and_nothing_beside_it() {
    payer("Blue Shield");

    assertThat(asks("payer", "member_id", "w 4471").location()).isEqualTo(line.call());

    assertThat(line.client().get(line.page() + "/payment").body())
        .contains("Blue Shield", "W-4471", "For payment: coverage and bills. Not: notes")
        .doesNotContain("12 Oak", "555-0100", "MRN-77");
    assertThat(line.client().get(line.page()).status()).isEqualTo(403);
    assertThat(line.client().get("/openings?patient=" + line.ana()).status()).isEqualTo(403);
    assertThat(line.client().get(line.page() + "/coverage/new").status()).isEqualTo(403);
    assertThat(line.client().get(line.call()).body())
        .contains("For payment: coverage and bills. Not: notes, other visits.")
        .doesNotContain("<dt>Next visit", "<dt>Promised", "/openings?patient=");
  }

  @Test
  void who_may_book_or_hear_is_told_nothing_of_what_a_payer_may_hear() {
    line.ask("patient", HER);

    assertThat(line.client().get("/openings?patient=" + line.ana()).status()).isEqualTo(200);
    assertThat(line.client().get(line.page() + "/payment").status()).isEqualTo(403);
  }

  @Test
  void a_payer_that_does_not_pay_for_her_is_told_no_more_than_anybody() {
    payer("Aetna");

    assertThat(asks("payer", "zip", "94607").body()).contains("No match");
    assertThat(asks("payer", "member_id", "W-4471").body()).contains("No match");

    assertThat(line.client().get(line.page() + "/payment").status()).isEqualTo(403);
  }

  @Test
  void which_facts_matched_is_kept_and_no_value_of_hers() {
    payer("Blue Shield");
    asks("payer", "member_id", "W-4471");

    var kept = tries();

    assertThat(kept).hasSize(2);
    assertThat(kept.getFirst()).contains("organization", "party");
    assertThat(kept.getLast())
        .contains("{name,birth_date,member_id}", "payment")
        .doesNotContain("4471", "Cruz", "1985");
  }

  private Client.Answer onFile(String number) {
    return introduced("on_file", Map.of("sort", "pharmacy", "onFile", pharmacy, "number", number));
  }

  private void payer(String name) {
    var said = Map.of("sort", "payer", "payer", name, "reference", "REF-88123");
    assertThat(introduced("reference", said).location()).endsWith("?who=payer");
  }

  private Client.Answer introduced(String proof, Map<String, String> said) {
    var form =
        new HashMap<>(
            Map.of("sort", "office", "person", "Ana Ramos", "job", "pharmacist", "proof", proof));
    form.putAll(said);
    return line.read(line.client().post(line.call() + "/party", form));
  }

  private Client.Answer asks(String who, String fact, String value) {
    var said = new HashMap<>(HER);
    said.putAll(Map.of("fact", fact, "value", value));
    return line.ask(who, said);
  }

  private void rung(String number) {
    line.over();
    var opened =
        line.client()
            .post(
                "/calls",
                Map.of(
                    "direction",
                    "out",
                    "number",
                    number,
                    "despite",
                    "yes",
                    "saidBy",
                    "the patient"));
    line.onCall(opened.location());
  }

  private String at(PatientId patient) {
    return "/patients/" + line.clinic().slug() + "/" + patient;
  }

  private java.util.UUID id() {
    return java.util.UUID.fromString(line.call().substring(line.call().lastIndexOf('/') + 1));
  }

  /** All that is kept of who was asked what in this call. */
  private List<String> tries() {
    var kept = "select t::text from inquiries.gate_try t where call_id = :call order by number";
    return line.as(() ->
        beans
            .getBean(TransactionTemplate.class)
            .execute(state ->
                beans
                    .getBean(JdbcClient.class)
                    .sql(kept)
                    .param("call", id())
                    .query(String.class)
                    .list()));
  }
}
