package health.malasakit.messaging.texts;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.messaging.texts.TextInDoubt.Says;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the gateway's list says of a text in doubt. */
class TextInDoubtTest {

  private static final Instant BEGUN = Instant.parse("2026-11-26T15:00:00Z");
  private static final Instant SOON = BEGUN.plusSeconds(90);
  private static final Instant LATE = BEGUN.plus(Duration.ofMinutes(11));
  private static final TextReceipt ARRIVED = TextReceipt.of("SM1", "delivered", "").orElseThrow();

  @Test
  void one_of_that_minute_that_is_nobody_elses_is_it() {
    assertThat(text(1).compare(list(BEGUN.plusSeconds(4)), Set.of(), SOON))
        .isEqualTo(new Says.Has(ARRIVED));
    assertThat(text(1).compare(list(BEGUN.minusSeconds(20)), Set.of(), SOON))
        .as("its clock is behind ours")
        .isEqualTo(new Says.Has(ARRIVED));
  }

  @Test
  void one_of_another_minute_or_of_another_text_is_not() {
    assertThat(text(1).compare(list(BEGUN.plusSeconds(1200)), Set.of(), SOON))
        .isEqualTo(new Says.Unknown("asked-none"));
    assertThat(text(1).compare(list(BEGUN), Set.of("SM1"), SOON))
        .isEqualTo(new Says.Unknown("asked-none"));
  }

  @Test
  void what_is_not_listed_after_ten_minutes_never_went_out() {
    assertThat(text(1).compare(list(), Set.of(), SOON)).isEqualTo(new Says.Unknown("asked-none"));
    assertThat(text(1).compare(list(), Set.of(), LATE)).isEqualTo(new Says.Never());
  }

  @Test
  void while_one_of_about_then_is_nobodys_it_is_not_said_that_none_went_out() {
    var near = list(BEGUN.plusSeconds(300));
    assertThat(text(1).compare(near, Set.of(), LATE)).isEqualTo(new Says.Unknown("asked-near"));
    assertThat(text(1).compare(near, Set.of("SM1"), LATE))
        .as("another text of ours")
        .isEqualTo(new Says.Never());
    assertThat(text(1).compare(list(BEGUN.minusSeconds(1200)), Set.of(), LATE))
        .isEqualTo(new Says.Never());
  }

  @Test
  void of_a_list_that_is_not_whole_nothing_is_believed_that_is_not_on_it() {
    var part = Optional.of(new GatewayLook.Seen(List.of(), false));

    assertThat(text(1).compare(part, Set.of(), LATE)).isEqualTo(new Says.Unknown("asked-none"));
  }

  @Test
  void several_that_may_be_it_leave_it_in_doubt() {
    assertThat(text(1).compare(list(BEGUN, BEGUN.plusSeconds(2)), Set.of(), LATE))
        .isEqualTo(new Says.Unknown("asked-several"));
    assertThat(text(2).compare(list(BEGUN), Set.of(), LATE))
        .as("two of ours, one of the gateway's")
        .isEqualTo(new Says.Unknown("asked-several"));
  }

  @Test
  void a_gateway_that_does_not_answer_is_asked_again_ever_more_seldom() {
    assertThat(text(1).compare(Optional.empty(), Set.of(), LATE))
        .isEqualTo(new Says.Unknown("asked-silent"));
    assertThat(asked(0).next(SOON)).isEqualTo(SOON.plusSeconds(60));
    assertThat(asked(1).next(SOON)).isEqualTo(SOON.plusSeconds(120));
    assertThat(asked(30).next(LATE)).isEqualTo(LATE.plus(Duration.ofHours(6)));
  }

  @Test
  void one_that_is_listed_nowhere_is_asked_after_as_soon_as_that_settles_it() {
    assertThat(asked(5).next(SOON)).isEqualTo(BEGUN.plus(Duration.ofMinutes(10)).plusSeconds(1));
  }

  private static TextInDoubt text(int like) {
    return new TextInDoubt(
        new TextId(UUID.randomUUID()), "+12125550100", "+16175550142", BEGUN, BEGUN, 0, like);
  }

  private static TextInDoubt asked(int times) {
    return new TextInDoubt(
        new TextId(UUID.randomUUID()), "+12125550100", "+16175550142", BEGUN, BEGUN, times, 1);
  }

  private static Optional<GatewayLook.Seen> list(Instant... made) {
    return Optional.of(
        new GatewayLook.Seen(
            List.of(made).stream().map(at -> new GatewayLook.Has(ARRIVED, at)).toList(), true));
  }
}
