package health.malasakit.advocacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.advocacy.Complaint.Outcome;
import health.malasakit.advocacy.Complaint.State;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ComplaintTest {

  private static final AccountId ROSA = AccountId.next();
  private static final AccountId LUZ = AccountId.next();
  private static final Instant NOW = Instant.parse("2026-11-26T15:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  @Test
  void each_command_meets_each_state_as_the_table_says() {
    var commands = new LinkedHashMap<String, UnaryOperator<Complaint>>();
    commands.put("take", one -> one.take(ROSA));
    commands.put("sort", one -> one.sort(Kind.of("safety")));
    commands.put("note", Complaint::noted);
    commands.put("answer", one -> one.answer(TODAY));
    commands.put("close", one -> one.close(Outcome.PARTLY, ROSA, NOW));
    commands.put("reopen", Complaint::reopen);
    commands.put("name", one -> one.naming(LUZ));
    commands.put("misplace", one -> one.misplacedSince(NOW));
    commands.put("move", one -> one.about(Optional.empty()));

    var table = new StringBuilder();
    commands.forEach((name, command) -> {
      table.append(name);
      for (var state : State.values()) {
        table.append(' ').append(outcome(command, in(state, "")));
      }
      table.append('\n');
    });

    assertThat(table)
        .hasToString(
            """
            take complaint.logged OPEN complaint.closed
            sort complaint.logged OPEN complaint.closed
            note complaint.logged OPEN CLOSED
            answer complaint.logged OPEN complaint.closed
            close complaint.logged CLOSED complaint.closed
            reopen OPEN complaint.open OPEN
            name LOGGED OPEN CLOSED
            misplace LOGGED OPEN CLOSED
            move LOGGED OPEN CLOSED
            """);
  }

  private static String outcome(UnaryOperator<Complaint> command, Complaint one) {
    try {
      return command.apply(one).state().name();
    } catch (Refused no) {
      return no.code();
    }
  }

  @Test
  void who_waits_for_an_answer_is_answered_before_it_is_closed_unless_it_was_taken_back() {
    var waits = in(State.OPEN, "(617) 555-0142");

    assertThatThrownBy(() -> waits.close(Outcome.NOT_FOUND, ROSA, NOW))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.code()).isEqualTo("complaint.unanswered"));
    assertThat(waits.close(Outcome.WITHDRAWN, ROSA, NOW).state()).isEqualTo(State.CLOSED);
    assertThat(waits.answer(TODAY).close(Outcome.NOT_FOUND, ROSA, NOW).state())
        .isEqualTo(State.CLOSED);
    assertThatThrownBy(() -> waits.answer(TODAY.minusDays(1)))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.code()).isEqualTo("complaint.answered_before"));
  }

  @Test
  void whom_it_names_besides_has_it_no_more() {
    var taken = in(State.OPEN, "").take(LUZ);

    assertThat(taken.naming(LUZ).owner()).isEmpty();
    assertThat(taken.naming(LUZ).hiddenFrom()).containsExactly(LUZ);
    assertThat(taken.naming(ROSA).owner()).contains(LUZ);
  }

  @Test
  void an_open_one_of_abuse_neglect_or_danger_calls_until_somebody_takes_it() {
    var abuse = in(State.OPEN, "").sort(Kind.of("abuse"));

    assertThat(abuse.alarms()).isTrue();
    assertThat(abuse.take(ROSA).alarms()).isFalse();
    assertThat(abuse.sort(Kind.of("billing")).alarms()).isFalse();
    assertThat(Kind.ALL.stream().filter(Kind::alarms).map(Kind::code))
        .containsExactlyInAnyOrder("abuse", "neglect", "safety", "not_asked");
  }

  @Test
  void a_number_is_said_aloud_in_two_halves_without_letters_heard_as_others() {
    assertThat(Numbers.next()).matches("[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}");
  }

  private static Complaint in(State state, String contact) {
    var told =
        new NewComplaint(
            Kind.of("manner"),
            About.CLINIC,
            "Nobody listened.",
            NewComplaint.Way.SPOKEN,
            new NewComplaint.Who("", contact),
            NewComplaint.Where.NOWHERE,
            state == State.LOGGED ? "Listened." : "");
    var closed = Map.of(State.CLOSED, new Complaint.Closed(Outcome.PARTLY, ROSA, NOW)).get(state);
    return new Complaint(
        new OrganizationId(java.util.UUID.randomUUID()),
        ComplaintId.next(),
        "K7M-2QX",
        told,
        Desk.ADVOCATE,
        Set.of(),
        new Complaint.Recorded(ROSA, NOW, TODAY),
        state,
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(closed),
        1,
        Optional.empty());
  }
}
