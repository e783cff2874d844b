package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The whole state machine: each state and each thing that can happen to it, in the database. */
@MalasakitTest
class EntryStateTest {

  /**
   * REFUSED by a rule of ours; DECLINED by a gateway that is busy; NOT_THERE: never at the gateway.
   */
  private static final String TABLE =
      """
                   WAIT  SEND     FORBID   KILL       ACCEPT       DECLINE  LOSE      SAYS_SENT    ARRIVE     FAIL    FOLLOW  AGAIN    TOLD_AGAIN
      PLANNED      held  sending  refused  cancelled  -            -        -         -            -          -       -       -            -
      HELD         -     sending  refused  cancelled  -            -        -         -            -          -       -       -            -
      SENDING      -     -        -        -          handed_over  refused  in_doubt  handed_over  delivered  failed  -       -            -
      HANDED_OVER  -     -        -        -          -            -        -         -            delivered  failed  -       -            -
      DELIVERED    -     -        -        -          -            -        -         -            -          -       -       -            -
      FAILED       -     -        -        -          -            -        -         -            delivered  -       -       planned      -
      NOT_THERE    -     -        -        -          -            -        -         handed_over  delivered  -       -       planned      -
      REFUSED      -     -        -        -          -            -        -         -            -          -       -       planned      -
      DECLINED     -     -        -        -          -            -        -         -            delivered  -       held    planned      -
      CANCELLED    -     -        -        -          -            -        -         -            -          -       -       -            -
      IN_DOUBT     -     -        -        -          -            -        -         handed_over  delivered  failed  -       planned      -
      """;

  private final ApplicationContext beans;
  private OneLine line;

  EntryStateTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @BeforeEach
  void aClinicThatTells() {
    line = new OneLine(beans);
  }

  @Test
  void each_state_becomes_what_the_table_says_and_nothing_else() {
    assertThat(written()).isEqualTo(plain(TABLE));
  }

  private String written() {
    var header = Arrays.stream(OneLine.Happening.values()).map(Enum::name);
    var rows = Arrays.stream(OneLine.Stands.values()).map(this::row);
    return header.collect(Collectors.joining(" ")) + "\n" + rows.collect(Collectors.joining("\n"));
  }

  private String row(OneLine.Stands stands) {
    return stands.name()
        + " "
        + Arrays.stream(OneLine.Happening.values())
            .map(what -> line.after(stands, what))
            .collect(Collectors.joining(" "));
  }

  private static String plain(String table) {
    return table
        .lines()
        .map(row -> row.strip().replaceAll(" +", " "))
        .collect(Collectors.joining("\n"));
  }
}
