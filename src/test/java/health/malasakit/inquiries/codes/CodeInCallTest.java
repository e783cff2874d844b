package health.malasakit.inquiries.codes;

import static health.malasakit.inquiries.codes.CodeOnTheLine.HOME;
import static health.malasakit.inquiries.codes.CodeOnTheLine.MOBILE;
import static health.malasakit.inquiries.codes.CodeOnTheLine.above;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.inquiries.CallerOnTheLine;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.EditForm;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A code is sent in a call, and read back. */
@MalasakitTest
@ExtendWith(OutputCaptureExtension.class)
class CodeInCallTest {

  private final ApplicationContext beans;
  private final int port;
  private CodeOnTheLine code;
  private CallerOnTheLine line;

  CodeInCallTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void herRecordIsOpen() {
    code = new CodeOnTheLine(beans, port);
    line = code.line();
    line.proven();
  }

  @Test
  void the_code_that_she_reads_back_opens_how_she_is_reached(CapturedOutput said) {
    assertThat(change().status()).as("before").isEqualTo(403);

    assertThat(code.send().location()).isEqualTo(line.call());
    var digits = code.code(MOBILE);
    assertThat(code.carrier().to(MOBILE).getLast().body())
        .startsWith("Harbor Offices: " + digits)
        .contains("10 minutes", "do not give it");
    assertThat(code.page())
        .contains("on its way to the number ending in 42")
        .doesNotContain(digits);
    assertThat(code.says(digits.substring(0, 3) + " " + digits.substring(3)).location())
        .isEqualTo(line.call());

    assertThat(change().status()).isEqualTo(303);
    assertThat(code.page()).contains("how the patient is reached may change", "Change details");
    assertThat(lines("code-sent")).isEqualTo(1);
    assertThat(lines("code-failed")).isZero();
    assertThat(
            above(
                "select count(*) from inquiries.gate_try where call_id = ?::uuid and matched = '{code}' and outcome = 'contact'",
                call()))
        .isEqualTo(1);
    assertThat(said.getAll()).doesNotContain(digits, "6175550142", "test-token");
    assertThat(
            above(
                "select count(*) from inquiries.call_code c where c::text like ?",
                "%" + digits + "%"))
        .isZero();
    assertThat(
            above(
                "select count(*) from messaging.outgoing o where o::text like ?",
                "%" + digits + "%"))
        .isZero();
  }

  @Test
  void three_wrong_answers_end_it_and_calling_back_still_stands() {
    code.send();
    var digits = code.code(MOBILE);

    code.says(CodeOnTheLine.other(digits));
    assertThat(code.page()).contains("That is not the code. 2 more times are left.");
    code.says("12 34");
    assertThat(code.page()).as("what is no code is no try").contains("2 more times are left.");
    code.says(CodeOnTheLine.other(digits));
    code.says(CodeOnTheLine.other(digits));

    assertThat(code.page()).contains("Three answers were not the code", "Calling the patient back");
    assertThat(code.says(digits).status()).isEqualTo(409);
    assertThat(change().status()).isEqualTo(403);
    assertThat(lines("code-failed")).isEqualTo(3);
  }

  @Test
  void after_ten_minutes_it_counts_no_more() {
    code.send();
    above(
        "update inquiries.call_code set made_at = made_at - interval '11 minutes', ends_at = ends_at - interval '11 minutes' where call_id = ?::uuid",
        call());

    assertThat(code.says(code.code(MOBILE)).status()).isEqualTo(409);
    assertThat(code.page()).contains("has ended after its ten minutes");
    assertThat(change().status()).isEqualTo(403);
  }

  @Test
  void a_new_code_ends_the_one_before_and_three_are_all() {
    code.send();
    var first = code.code(MOBILE);
    assertThat(code.send().body()).contains("A code was sent just now");
    for (int n = 2; n <= 3; n++) {
      code.halfAMinutePasses();
      assertThat(code.send().status()).isEqualTo(302);
    }
    code.halfAMinutePasses();

    assertThat(code.page()).contains("Three codes were sent in this call");
    assertThat(code.says(first).location()).as("compared, and wrong").isEqualTo(line.call());
    assertThat(change().status()).isEqualTo(403);
    code.says(code.code(MOBILE));
    assertThat(change().status()).isEqualTo(303);
  }

  @Test
  void it_opens_the_patient_for_whom_it_was_sent_and_no_other() {
    var berta = line.patient("Berta", "Lim", LocalDate.of(1970, 1, 2), "(617) 555-0150");
    code.send();
    line.ask(
        "patient",
        Map.of("name", "Berta Lim", "birthDate", "1/2/1970", "fact", "zip", "value", "94607"));

    assertThat(answered(berta, code.code(MOBILE))).isEqualTo(409);

    assertThat(answered(line.ana(), code.code(MOBILE))).isEqualTo(302);
    assertThat(depth(berta)).isEqualTo("record");
    assertThat(depth(line.ana())).isEqualTo("contact");
  }

  @Test
  void it_counts_in_no_other_call_and_in_no_other_clinic() {
    code.send();
    var digits = code.code(MOBILE);
    var elsewhere = beans.getBean(World.class).clinic("Other").id();
    var there = "/calls/" + elsewhere + "/" + call() + "/codes";
    assertThat(line.client().post(there, code.form("x")).status()).isEqualTo(404);
    assertThat(line.client().post(there + "/answer", code.form("x")).status()).isEqualTo(404);

    line.onCall(line.ring(CallerOnTheLine.HER_NUMBER));
    line.proven();

    assertThat(code.says(digits).status()).isEqualTo(409);
    assertThat(change().status()).isEqualTo(403);
  }

  @Test
  void pressed_twice_or_in_two_windows_one_text_goes_out() throws Exception {
    var before = code.carrier().to(MOBILE).size();
    var number = code.numbers().getFirst();
    var form = new HashMap<>(code.form(number));
    form.put("requestId", UUID.randomUUID().toString());
    Callable<Integer> pressed = () -> line.client().post(line.call() + "/codes", form).status();
    Callable<Integer> elsewhere = () -> code.send(number).status();
    try (var threads = Executors.newFixedThreadPool(4)) {
      var all = IntStream.range(0, 4).mapToObj(n -> n < 2 ? pressed : elsewhere).toList();
      for (var one : threads.invokeAll(all)) {
        assertThat(one.resultNow()).isIn(302, 409);
      }
    }

    assertThat(code.carrier().to(MOBILE)).hasSize(before + 1);
  }

  @Test
  void of_several_numbers_the_one_that_is_chosen_gets_it() {
    var numbers = code.numbers();
    assertThat(numbers).hasSize(2);
    assertThat(code.page()).contains("mobile, ending in 42", "home, ending in 00");
    var mobile = code.carrier().to(MOBILE).size();

    code.send(numbers.getLast());

    assertThat(code.carrier().to(MOBILE)).hasSize(mobile);
    assertThat(code.page()).contains("on its way to the number ending in 00");
    assertThat(code.says(code.code(HOME)).status()).isEqualTo(302);
    assertThat(code.send("no such mark").status()).isIn(409, 422);
  }

  private health.malasakit.Client.Answer change() {
    var form = EditForm.of(line.client().get(line.page() + "/edit").body());
    form.put("mobile", "(617) 555-0177");
    return line.client().post(line.page() + "/edit", form);
  }

  private int answered(PatientId patient, String digits) {
    return line.client()
        .post(line.call() + "/codes/answer", Map.of("patient", patient.toString(), "code", digits))
        .status();
  }

  private String depth(PatientId patient) {
    var depths = List.of("booking", "hearing", "record", "contact");
    return depths.get(
        above(
                "select array_position(array['booking','hearing','record','contact'], depth) from inquiries.proven where call_id = ?::uuid and patient_id = ?",
                call(),
                patient.value())
            - 1);
  }

  private int lines(String act) {
    return above(
        "select count(*) from audit.line where act = ? and subject_id = ?::uuid and patient_id = ?",
        act,
        call(),
        line.ana().value());
  }

  private String call() {
    return line.call().substring(line.call().lastIndexOf('/') + 1);
  }
}
