package health.malasakit.inquiries;

import static health.malasakit.inquiries.CallTest.JO;
import static health.malasakit.inquiries.CallTest.LUZ;
import static health.malasakit.inquiries.CallTest.at;
import static health.malasakit.inquiries.CallTest.permutations;
import static health.malasakit.inquiries.CallTest.rang;
import static health.malasakit.inquiries.CallTest.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.inquiries.CallEvent.Kind;
import health.malasakit.kernel.Refused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A call goes from hand to hand, or ends in somebody else's. */
class CallHandedOnTest {

  @Test
  void answered_where_nobody_sits_it_is_out_of_her_hands_whatever_the_order() {
    var hers = new CallEvent(Kind.ANSWERED, at(5), "204", "");
    var nurse = new CallEvent(Kind.ANSWERED, at(95), "999", "");
    var ended = CallEvent.of(Kind.ENDED, at(200));

    assertThat(permutations(List.of(hers, nurse)).map(CallTest::told))
        .allSatisfy(call -> {
          assertThat(call.isOf(LUZ)).isTrue();
          assertThat(call.state()).isEqualTo(CallState.WRITING);
          assertThat(call.end()).contains(Kind.TRANSFERRED);
          assertThat(call.endedAt()).contains(at(95));
        });
    assertThat(
            permutations(List.of(hers, nurse, ended))
                .map(CallTest::told)
                .map(call -> List.of(call.course(), call.owner(), call.state()))
                .collect(Collectors.toSet()))
        .hasSize(1);
  }

  @Test
  void who_is_given_the_caller_back_speaks_with_her_again() {
    var back =
        told(
            List.of(
                new CallEvent(Kind.ANSWERED, at(5), "204", ""),
                new CallEvent(Kind.ANSWERED, at(95), "999", ""),
                new CallEvent(Kind.ANSWERED, at(120), "204", "")));

    assertThat(back.isOf(LUZ)).isTrue();
    assertThat(back.state()).isEqualTo(CallState.TALKING);
  }

  @Test
  void an_answer_at_her_own_telephone_keeps_the_call_that_she_took_by_hand() {
    var taken = rang().take(LUZ, at(4));

    var heard = taken.heard(new CallEvent(Kind.ANSWERED, at(5), "999", ""), Optional.empty());

    assertThat(heard.state()).isEqualTo(CallState.TALKING);
  }

  @Test
  void a_late_event_moves_no_call_that_is_written_up() {
    var closed = rang().take(LUZ, at(5)).opened(LUZ, at(6)).end(LUZ, at(20)).close(LUZ, at(30));

    var heard = closed.heard(new CallEvent(Kind.ANSWERED, at(40), "205", ""), Optional.of(JO));

    assertThat(heard.isOf(LUZ)).isTrue();
    assertThat(heard.handling()).isEqualTo(closed.handling());
    assertThat(heard.state()).isEqualTo(CallState.CLOSED);
  }

  @Test
  void a_caller_who_rang_off_while_she_spoke_has_a_moment_at_which_it_ended() {
    var call =
        told(
            List.of(
                new CallEvent(Kind.ANSWERED, at(5), "204", ""),
                CallEvent.of(Kind.ABANDONED, at(20))));

    assertThat(call.end()).contains(Kind.ENDED);
    assertThat(call.endedAt()).contains(at(20));
  }

  @Test
  void the_lead_goes_on_with_what_was_left_to_her_and_with_nothing_else() {
    var talking = rang().take(LUZ, at(5));

    assertThatThrownBy(() -> talking.leadBy(JO, at(9)))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.code()).isEqualTo("call.not_left"));
    assertThat(talking.waitingForLead(Optional.of(at(8))).leadBy(JO, at(9)).isOf(JO)).isTrue();
  }
}
