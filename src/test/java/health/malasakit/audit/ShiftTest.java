package health.malasakit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.Practice;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How many lines a working day makes, through the pages that a specialist uses. */
@Tag("slow")
@MalasakitTest
class ShiftTest {

  private static final int CALLS = 80;
  private static final int SHOWN_BY_A_SEARCH = 10;
  private static final int REDRAWS_A_CALL = 4;

  private final ApplicationContext beans;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  @LocalServerPort private int port;

  private Practice practice;
  private Client luz;
  private PractitionerId reyes;
  private VisitTypeId followUp;
  private LocalDateTime midnight;

  ShiftTest(ApplicationContext beans, JdbcClient jdbc, TransactionTemplate transactions) {
    this.beans = beans;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * 80 calls, each of them: search, open, look for a time, hold it, book it, read it back; and a
   * day view of the day that fills, left open and drawn anew all the while.
   */
  @Test
  void eighty_calls_and_an_open_day_view_make_five_lines_a_call() {
    practice = Practice.in(beans, "America/New_York");
    luz = Client.on(port).as(practice.cookie());
    reyes = practice.practitioner("Reyes");
    followUp = practice.type("Follow-up", 15);
    practice.seesPatientsAlways(reyes, followUp);
    midnight = practice.next(DayOfWeek.TUESDAY).atStartOfDay();
    var patients =
        IntStream.range(0, CALLS).mapToObj(n -> practice.patient("Ana" + n, "Cruz")).toList();

    for (int call = 0; call < CALLS; call++) {
      call(patients.get(call), midnight.plusMinutes(15L * call));
      for (int redraw = 0; redraw < REDRAWS_A_CALL; redraw++) {
        assertThat(get(day(), "X-Passive", "true")).contains("Cruz");
      }
    }

    var lines = lines();
    long all = lines.values().stream().mapToLong(Long::longValue).sum();
    System.out.printf(
        "A shift of %d calls beside a day drawn %d times: %d lines, %d listed patients, %s%n",
        CALLS, CALLS * REDRAWS_A_CALL, all, listed(), lines);
    assertThat(lines)
        .containsEntry("listed search", (long) CALLS)
        .containsEntry("opened patient", (long) CALLS)
        .containsEntry("held visit", (long) CALLS)
        .containsEntry("booked visit", (long) CALLS)
        .containsEntry("listed view", (long) CALLS)
        .hasSize(5);
    assertThat(listed()).isEqualTo(CALLS * SHOWN_BY_A_SEARCH + CALLS);
  }

  private void call(PatientId patient, LocalDateTime start) {
    var search = luz.post("/search", Map.of("q", "cruz"));
    assertThat(get(search.location())).contains("Cruz");
    assertThat(get("/patients/" + practice.clinic().slug() + "/" + patient)).contains("Cruz");
    var question = "?patient=" + patient + "&from=" + start.toLocalDate();
    assertThat(get("/openings" + question)).contains("Cruz");
    var choice =
        Map.of(
            "atSite", practice.site().id(),
            "with", reyes,
            "kind", followUp,
            "start", start,
            "fold", "earlier");
    var held = luz.post("/holds" + question, choice);
    assertThat(get(held.location())).contains("Book for");
    var booked = luz.post(held.location(), Map.of());
    assertThat(get(booked.location())).contains("Read it back");
  }

  private String day() {
    return "/days/" + practice.site().id() + "/" + midnight.toLocalDate();
  }

  private String get(String path, String... headers) {
    var answer = luz.get(path, headers);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.body();
  }

  /** Lines of this clinic since she signed in, by what was done to what. */
  private Map<String, Long> lines() {
    return practice.ask(() ->
        transactions.execute(status -> {
          var counts = new TreeMap<String, Long>();
          jdbc.sql(
                  """
                  select act || ' ' || subject, count(*) from audit.line
                   where account_id = :account and act in ('listed', 'opened', 'held', 'booked')
                   group by 1
                  """)
              .param("account", practice.specialist().accountUuid())
              .query(row -> {
                counts.put(row.getString(1), row.getLong(2));
              });
          return counts;
        }));
  }

  private long listed() {
    return practice.ask(() ->
        transactions.execute(
            status -> jdbc.sql("select count(*) from audit.listed").query(Long.class).single()));
  }
}
