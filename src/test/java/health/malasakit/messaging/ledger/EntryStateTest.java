package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.messaging.ledger.EntryState.Happening;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole state machine: each state and each thing that can happen to it. */
class EntryStateTest {

  private static final String TABLE =
      """
                   WAIT  SEND     FORBID   KILL       ACCEPT       DECLINE  LOSE      ARRIVE     FAIL    RETRY  AGAIN
      PLANNED      held  sending  refused  cancelled  -            -        -         -          -       -      -
      HELD         held  sending  refused  cancelled  -            -        -         -          -       -      -
      SENDING      -     -        -        -          handed_over  refused  in_doubt  delivered  failed  -      -
      HANDED_OVER  -     -        -        -          -            -        -         delivered  failed  -      -
      DELIVERED    -     -        -        -          -            -        -         -          -       -      -
      FAILED       -     -        -        -          -            -        -         delivered  -       -      planned
      REFUSED      -     -        -        -          -            -        -         -          -       held   planned
      CANCELLED    -     -        -        -          -            -        -         -          -       -      -
      IN_DOUBT     -     -        -        -          handed_over  -        -         delivered  failed  -      planned
      """;

  @Test
  void each_state_becomes_what_the_table_says_and_nothing_else() {
    var written =
        Arrays.stream(EntryState.values())
            .map(state ->
                state.name()
                    + " "
                    + Arrays.stream(Happening.values())
                        .map(what -> state.after(what).map(EntryState::code).orElse("-"))
                        .collect(Collectors.joining(" ")))
            .collect(Collectors.joining("\n"));

    assertThat(written).isEqualTo(plain(TABLE));
    assertThat(plain(header()))
        .isEqualTo(
            Arrays.stream(Happening.values()).map(Enum::name).collect(Collectors.joining(" ")));
  }

  @Test
  void what_arrived_or_was_stopped_never_changes_again() {
    for (var what : Happening.values()) {
      assertThat(EntryState.DELIVERED.after(what)).isEmpty();
      assertThat(EntryState.CANCELLED.after(what)).isEmpty();
    }
  }

  private static String header() {
    return TABLE.lines().findFirst().orElseThrow();
  }

  private static String plain(String table) {
    var rows = table.lines().count() == 1 ? table.lines() : table.lines().skip(1);
    return rows.map(row -> row.strip().replaceAll(" +", " ")).collect(Collectors.joining("\n"));
  }
}
