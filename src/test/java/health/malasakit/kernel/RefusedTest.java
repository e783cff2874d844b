package health.malasakit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusedTest {

  @Test
  void each_kind_has_the_http_status_that_says_the_same() {
    assertThat(Refused.invalid("a").kind().status()).isEqualTo(422);
    assertThat(Refused.conflict("a").kind().status()).isEqualTo(409);
    assertThat(Refused.notFound("a").kind().status()).isEqualTo(404);
    assertThat(Refused.denied("a").kind().status()).isEqualTo(403);
  }

  @Test
  void a_refusal_carries_its_sentence_code_and_field_and_no_stack() {
    Refused refused = Refused.conflict("visit.over/done");
    assertThat(refused.field()).isEmpty();
    Refused placed = refused.onField("opening");
    assertThat(placed.field()).contains("opening");
    assertThat(placed.kind()).isEqualTo(Refused.Kind.CONFLICT);
    assertThat(placed.code()).isEqualTo("visit.over");
    assertThat(placed.sentence()).isEqualTo("This visit is done.");
    assertThat(placed.getStackTrace()).isEmpty();
  }
}
