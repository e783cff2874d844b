package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.inquiries.CallEvent.Kind;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CallTest {

  private static final Instant RANG = Instant.parse("2026-11-24T14:00:00Z");
  static final AccountId LUZ = new AccountId(Ids.next());
  static final AccountId JO = new AccountId(Ids.next());
  private static final Map<String, AccountId> SEATS = Map.of("204", LUZ, "205", JO);

  @Test
  void the_same_events_in_any_order_and_twice_make_the_same_call() {
    var answered = new CallEvent(Kind.ANSWERED, at(5), "204", "");
    var held = CallEvent.of(Kind.HELD, at(60));
    var handed = new CallEvent(Kind.TRANSFERRED, at(90), "", "205");
    var again = new CallEvent(Kind.ANSWERED, at(95), "205", "");
    var ended = CallEvent.of(Kind.ENDED, at(200));
    var all = List.of(answered, held, handed, again, ended);

    var ends =
        permutations(all)
            .map(order -> Stream.concat(order.stream(), order.stream()).toList())
            .map(CallTest::told)
            .map(call -> List.of(call.course(), call.owner(), call.state()))
            .collect(Collectors.toSet());

    assertThat(ends).hasSize(1);
    assertThat(told(all).owner().map(Call.Owner::account)).contains(JO);
    assertThat(told(all).state()).isEqualTo(CallState.WRITING);
  }

  @Test
  void any_part_of_the_events_leaves_a_call_that_is_somebodys_or_listed() {
    var all =
        List.of(
            new CallEvent(Kind.ANSWERED, at(5), "204", ""),
            CallEvent.of(Kind.HELD, at(60)),
            new CallEvent(Kind.TRANSFERRED, at(90), "", "205"),
            CallEvent.of(Kind.ABANDONED, at(20)),
            CallEvent.of(Kind.ENDED, at(200)));

    assertThat(parts(all))
        .allSatisfy(part -> {
          var call = told(part);
          assertThat(call.owner().isPresent())
              .isEqualTo(
                  Set.of(CallState.TALKING, CallState.HELD, CallState.WRITING)
                      .contains(call.state()));
        });
  }

  @Test
  void what_the_telephone_says_weighs_more_than_who_took_it_by_hand() {
    var taken = rang().take(JO, at(4));

    var heard = taken.heard(new CallEvent(Kind.ANSWERED, at(3), "204", ""), Optional.of(LUZ));

    assertThat(heard.isOf(LUZ)).isTrue();
    assertThat(heard.openedAt()).isEmpty();
  }

  @Test
  void a_call_that_rang_off_before_an_answer_is_missed_and_says_how() {
    assertThat(told(List.of(CallEvent.of(Kind.ABANDONED, at(30)))).state())
        .isEqualTo(CallState.MISSED);
    assertThat(
            told(List.of(CallEvent.of(Kind.VOICEMAIL, at(30)), CallEvent.of(Kind.ENDED, at(40))))
                .end())
        .contains(Kind.VOICEMAIL);
    assertThat(told(List.of(CallEvent.of(Kind.ENDED, at(30)))).end()).contains(Kind.ABANDONED);
  }

  @Test
  void an_answer_where_nobody_sits_is_nobodys_until_somebody_says_so() {
    var unknown = told(List.of(new CallEvent(Kind.ANSWERED, at(5), "999", "")));

    assertThat(unknown.state()).isEqualTo(CallState.UNCLAIMED);
    assertThat(unknown.take(LUZ, at(9)).state()).isEqualTo(CallState.TALKING);
  }

  @Test
  void what_she_says_of_the_end_is_less_than_what_the_telephone_tells() {
    var line = rang().line();
    var telephone = Optional.of(new Call.Telephone(TelephoneId.next(), "a"));
    var over = Call.begun(CLINIC, telephone, line, RANG).take(LUZ, at(5)).end(LUZ, at(100));
    var early = over.heard(CallEvent.of(Kind.HELD, at(90)), Optional.empty());
    var late = over.heard(CallEvent.of(Kind.HELD, at(110)), Optional.empty());
    var ended = late.heard(CallEvent.of(Kind.ENDED, at(120)), Optional.empty());

    assertThat(List.of(over.state(), early.state())).containsOnly(CallState.WRITING);
    assertThat(over.mayGoOn()).isTrue();
    assertThat(over.endedAt()).contains(at(100));
    assertThat(late.state()).isEqualTo(CallState.HELD);
    assertThat(over.resume(LUZ, at(105)).state()).isEqualTo(CallState.TALKING);
    assertThat(ended.state()).isEqualTo(CallState.WRITING);
    assertThat(ended.mayGoOn()).isFalse();
    assertThat(ended.endedAt()).contains(at(120));
  }

  @Test
  void a_missed_call_goes_on_where_only_a_person_ended_it_a_moment_ago() {
    var gone = rang().take(JO, at(5)).gone(at(20));

    assertThat(gone.state()).isEqualTo(CallState.MISSED);
    assertThat(gone.take(LUZ, at(60)).state()).isEqualTo(CallState.TALKING);
    assertThat(gone.take(LUZ, at(10000)).state()).isEqualTo(CallState.WRITING);
  }

  /** Each state by each act: which state follows, or none where the act is refused. */
  @TestFactory
  Stream<DynamicTest> each_act_on_each_state_does_what_the_table_says() {
    Map<String, UnaryOperator<Call>> acts =
        Map.of(
            "take", call -> call.take(LUZ, at(300)),
            "park", call -> call.park(LUZ, at(300)),
            "resume", call -> call.resume(LUZ, at(300)),
            "end", call -> call.end(LUZ, at(300)),
            "close", call -> call.close(LUZ, at(300)));
    var table =
        Map.of(
            CallState.RINGING, "take=TALKING",
            CallState.UNCLAIMED, "take=TALKING",
            CallState.TALKING, "park=HELD end=WRITING",
            CallState.HELD, "resume=TALKING end=WRITING",
            CallState.WRITING, "end=WRITING close=CLOSED",
            CallState.MISSED, "take=WRITING close=CLOSED",
            CallState.CLOSED, "end=CLOSED");
    return each().entrySet().stream()
        .flatMap(state ->
            acts.entrySet().stream()
                .map(act ->
                    DynamicTest.dynamicTest(
                        state.getKey() + " " + act.getKey(),
                        () ->
                            follows(
                                state.getValue(),
                                act.getValue(),
                                expected(table.get(state.getKey()), act.getKey())))));
  }

  private static void follows(Call call, UnaryOperator<Call> act, Optional<CallState> expected) {
    if (expected.isPresent()) {
      assertThat(act.apply(call).state()).isEqualTo(expected.get());
    } else {
      assertThatThrownBy(() -> act.apply(call)).isInstanceOf(Refused.class);
    }
  }

  private static Optional<CallState> expected(String row, String act) {
    return Stream.of(row.split(" "))
        .map(cell -> cell.split("="))
        .filter(cell -> cell[0].equals(act))
        .map(cell -> CallState.valueOf(cell[1]))
        .findFirst();
  }

  private static Map<CallState, Call> each() {
    var all = new EnumMap<CallState, Call>(CallState.class);
    var talking = rang().take(LUZ, at(5));
    for (var call :
        List.of(
            rang(),
            told(List.of(new CallEvent(Kind.ANSWERED, at(5), "999", ""))),
            talking,
            talking.park(LUZ, at(20)),
            talking.end(LUZ, at(20)),
            told(List.of(CallEvent.of(Kind.ABANDONED, at(20)))),
            talking.end(LUZ, at(20)).close(LUZ, at(30)))) {
      all.put(call.state(), call);
    }
    assertThat(all).hasSize(CallState.values().length);
    return all;
  }

  static Call told(List<CallEvent> events) {
    var call = rang();
    for (var event : events) {
      call = call.heard(event, Optional.ofNullable(SEATS.get(event.extension())));
    }
    return call;
  }

  private static final OrganizationId CLINIC = OrganizationId.next();
  private static final CallId ID = CallId.next();

  static Call rang() {
    var line = new Call.Line(Call.Direction.IN, Optional.empty(), "", "", "");
    return new Call(
        CLINIC, ID, Optional.empty(), line, RANG, Optional.empty(), Course.BEGUN, Handling.NONE, 1);
  }

  static Instant at(int seconds) {
    return RANG.plusSeconds(seconds);
  }

  static Stream<List<CallEvent>> permutations(List<CallEvent> all) {
    if (all.isEmpty()) {
      return Stream.of(List.of());
    }
    return all.stream()
        .flatMap(first -> {
          var rest = new ArrayList<>(all);
          rest.remove(first);
          return permutations(rest)
              .map(order -> Stream.concat(Stream.of(first), order.stream()).toList());
        });
  }

  private static List<List<CallEvent>> parts(List<CallEvent> all) {
    var parts = new ArrayList<List<CallEvent>>();
    for (int mask = 0; mask < 1 << all.size(); mask++) {
      var part = new ArrayList<CallEvent>();
      for (int i = 0; i < all.size(); i++) {
        if ((mask >> i & 1) == 1) {
          part.add(all.get(i));
        }
      }
      parts.add(part);
    }
    return parts;
  }
}
