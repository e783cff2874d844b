package health.malasakit.desk.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.records.BreakGlass;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Forms about restricted records that were not filled in as they should be. */
@MalasakitTest
class FindingFormTest {

  private final World world;
  private final BreakGlass glass;
  private final int port;
  private final Organization clinic;
  private String review;

  FindingFormTest(World world, BreakGlass glass, @LocalServerPort int port) {
    this.world = world;
    this.glass = glass;
    this.port = port;
    this.clinic = world.clinic("Lakeside Family Medicine");
    this.review = "";
  }

  @BeforeEach
  void open() {
    var opening =
        Scopes.call(
            world.scopeOf(world.person(Role.NURSE, clinic)),
            () -> {
              glass.open(clinic.id(), PatientId.next(), "She is on the phone now.");
              return glass.toReview(clinic.id()).getFirst();
            });
    review = "/audit/" + clinic.slug() + "/break-glass/" + opening.id() + "/review";
  }

  @Test
  void an_empty_finding_gives_the_form_again_with_the_error_at_its_field() {
    var answer = officer().post(review, Map.of("finding", "justified", "found", "  "));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("aria-invalid=\"true\"", "field-error", "Write what you found")
        .contains("action=\"" + review + "\"");
  }

  @Test
  void a_finding_without_a_verdict_keeps_its_words() {
    var answer = officer().post(review, Map.of("found", "The call of 9:10 is on file."));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("The call of 9:10 is on file.</textarea>", "Say whether it was justified.");
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void a_finding_too_long_is_kept_as_typed_and_one_that_fits_is_taken() {
    var words = "a".repeat(1_001);

    var answer = officer().post(review, Map.of("finding", "justified", "found", words));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains(words + "</textarea>");
    assertThat(officer().post(review, Map.of("finding", "justified", "found", "Fine")).status())
        .isEqualTo(302);
    assertThat(waiting()).isZero();
  }

  @Test
  void a_record_that_is_not_named_is_refused_by_the_name_of_the_field() {
    var nurse = Client.on(port).as(world.cookieOf(world.person(Role.NURSE, clinic)));

    var nowhere = nurse.post("/break-glass", Map.of("reason", "She is on the phone now."));
    var nobody = nurse.post("/break-glass", Map.of("organization", clinic.id().toString()));
    var malformed = nurse.post("/break-glass", Map.of("organization", "x", "patient", "y"));

    assertThat(nowhere.status()).isEqualTo(422);
    assertThat(nowhere.body()).contains("The field organization is missing");
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.body()).contains("The field patient is missing");
    assertThat(malformed.status()).isBetween(400, 422);
  }

  private int waiting() {
    return Scopes.call(
            world.scopeOf(world.person(Role.PRIVACY_OFFICER, clinic)),
            () -> glass.toReview(clinic.id()))
        .size();
  }

  private Client officer() {
    return Client.on(port).as(world.cookieOf(world.person(Role.PRIVACY_OFFICER, clinic)));
  }
}
