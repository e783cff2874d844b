package health.malasakit.inquiries.redflags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedFlagsTest {

  private final RedFlags flags = new RedFlags();

  @Test
  void every_script_can_be_read_aloud_as_it_stands() {
    assertThat(flags.all())
        .hasSize(32)
        .allSatisfy(flag -> {
          assertThat(flag.script()).isNotBlank().doesNotContainIgnoringCase("same as");
          assertThat(flag.script()).doesNotContainPattern("RF\\d|\\bX\\b");
          assertThat(flag.dangerWords()).isNotEmpty().doesNotContain("");
          assertThat(flag.secondsMax()).isPositive();
        });
    assertThat(flags.get("RF03").script()).isEqualTo(flags.get("RF01").script());
  }

  @Test
  void the_worst_come_first_and_nothing_is_said_to_be_checked_that_is_not() {
    assertThat(flags.all().getFirst().action()).isEqualTo(RedFlag.Action.CALL_911);
    assertThat(flags.all())
        .isSortedAccordingTo(java.util.Comparator.comparing(RedFlag::action))
        .noneMatch(flag -> flag.source().verified());
  }

  @Test
  void a_sign_is_found_by_the_beginnings_of_what_the_caller_says() {
    assertThat(found("chest")).containsExactly("RF01");
    for (var sign : List.of("'", "’", "‘", "`", "´", "ʼ", "ʻ", "′", "＇")) {
      assertThat(found("Can" + sign + "t breathe")).containsExactly("RF03");
      assertThat(matching("I can" + sign + "t breathe!")).containsExactly("RF03");
    }
    assertThat(found("breathing")).contains("RF03").doesNotContain("RF01");
    assertThat(found("gusto ko nang mamatay")).containsExactly("RF07", "RF08");
    assertThat(found("se desmayo")).containsExactly("RF06");
    assertThat(found("hest")).isEmpty();
    assertThat(found(" ")).hasSize(32);
  }

  @Test
  void danger_words_are_seen_in_a_message_and_their_parts_are_not() {
    assertThat(matching("Since last night I have CHEST pain, and I can't breathe."))
        .containsExactly("RF01", "RF03");
    assertThat(matching("Gusto ko nang mamatay")).containsExactly("RF07", "RF08");
    assertThat(matching("La niña se desmayo ayer")).containsExactly("RF06");
    assertThat(
            matching("Can you shoot me the form? The chest X-ray is paid. I can't see you Friday"))
        .isEmpty();
  }

  @Test
  void the_lines_to_dial_stand_with_their_sign() {
    assertThat(flags.get("RF11").hotlines())
        .extracting(RedFlag.Hotline::number)
        .containsExactly("1-800-222-1222");
    assertThat(flags.get("RF12").hotlines()).hasSize(3);
    assertThat(flags.get("RF08").hotlines().getFirst().note()).contains("1-800-273-8255");
  }

  @Test
  void another_word_to_say_is_another_text() {
    var chest = flags.get("RF01");
    var other = FlagRows.read("/inquiries/red_flags.csv").getFirst();
    other.put("script", "Please hang up and call 911.");

    var changed = new RedFlags(List.of(other), List.of()).get("RF01");

    assertThat(changed.textHash()).isNotEqualTo(chest.textHash());
    assertThat(new RedFlags().get("RF01").textHash()).isEqualTo(chest.textHash());
  }

  private List<String> found(String typed) {
    return flags.found(typed).stream().map(RedFlag::code).toList();
  }

  private List<String> matching(String words) {
    return flags.matching(words).stream().map(RedFlag::code).toList();
  }
}
