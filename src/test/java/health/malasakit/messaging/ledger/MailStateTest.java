package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.messaging.Basis;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ledger.OutgoingMailStore.Settled;
import health.malasakit.messaging.mail.EmailAddress;
import health.malasakit.messaging.mail.MailSenders;
import health.malasakit.scheduling.told.ToldPractice;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The same table for a line that goes by e-mail, of which nobody hears whether it arrived. */
@MalasakitTest
class MailStateTest {

  private static final String TO = "ana@example.org";

  /** BUSY: the server takes it later; NO_MAILBOX: it says that the address is none. */
  private static final String TABLE =
      """
                   SEND     TAKEN        BUSY     NO_MAILBOX  LOST      INTERRUPTED  FOLLOW  AGAIN    KILL
      PLANNED      sending  -            -        -           -         -            -       -        cancelled
      SENDING      -        handed_over  refused  refused     in_doubt  in_doubt     -       -        -
      TAKEN        -        -            -        -           -         -            -       -        -
      BUSY         -        -            -        -           -         -            held    planned  -
      NO_MAILBOX   -        -            -        -           -         -            -       planned  -
      IN_DOUBT     -        handed_over  refused  refused     -         -            -       planned  -
      """;

  private enum Happening {
    SEND,
    TAKEN,
    BUSY,
    NO_MAILBOX,
    LOST,
    INTERRUPTED,
    FOLLOW,
    AGAIN,
    KILL
  }

  private final ApplicationContext beans;
  private ToldPractice clinic;
  private OrganizationId organization;
  private PatientId ana;
  private Entry line;
  private Optional<UUID> out;

  MailStateTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @BeforeEach
  void aClinicThatWrites() {
    clinic = new ToldPractice(beans);
    clinic.sends(false); // so that nobody else sends what is due here
    organization = clinic.practice().organization();
    ana = clinic.patient("Ana", ToldPractice.number(), "en");
    var sender = new MailSenders.Typed("Lakeside", "desk@lakeside.example.org", "");
    clinic.practice().run(() -> beans.getBean(MailSenders.class).set(organization, sender));
  }

  @Test
  void each_state_becomes_what_the_table_says_and_nothing_else() {
    var rows = TABLE.lines().toList();
    var header = Arrays.stream(Happening.values()).map(Enum::name).toList();
    var written =
        rows.stream().skip(1).map(row -> row.strip().split(" +")[0]).map(this::row).toList();

    assertThat(rows.getFirst().strip().split(" +")).containsExactlyElementsOf(header);
    assertThat(written)
        .containsExactlyElementsOf(
            rows.stream().skip(1).map(row -> row.strip().replaceAll(" +", " ")).toList());
  }

  private String row(String stands) {
    return stands
        + " "
        + Arrays.stream(Happening.values())
            .map(what -> after(stands, what))
            .collect(Collectors.joining(" "));
  }

  private String after(String stands, Happening what) {
    line = fresh();
    out = Optional.empty();
    change(() -> bean(EntryStore.class).add(line));
    switch (stands) {
      case "PLANNED" -> {}
      case "SENDING" -> happens(Happening.SEND);
      case "IN_DOUBT" -> List.of(Happening.SEND, Happening.LOST).forEach(this::happens);
      default -> List.of(Happening.SEND, Happening.valueOf(stands)).forEach(this::happens);
    }
    var before = state();
    happens(what);
    return state().equals(before) ? "-" : state();
  }

  private void happens(Happening what) {
    switch (what) {
      case SEND -> change(this::send);
      case TAKEN -> says(new Settled("handed_over", "", "250"));
      case BUSY -> says(new Settled("refused", "smtp-421", ""));
      case NO_MAILBOX -> says(new Settled("refused", "smtp-550-to", ""));
      case LOST -> says(new Settled("in_doubt", "lost", ""));
      case INTERRUPTED -> {
        change(this::twoMinutesLater);
        bean(LedgerRun.class).noteInterrupted();
      }
      case FOLLOW -> clinic.practice().run(() -> bean(Following.class).follow(organization));
      case AGAIN -> again();
      case KILL -> change(() -> bean(Ledger.class).stop(line, "changed"));
    }
  }

  /** As the run does: what is unsent is taken alone, and written down as on its way. */
  private void send() {
    for (var one : bean(EntryStore.class).alone(organization, List.of(line.id()), Instant.now())) {
      var going =
          new Outward.Going(organization, ana, Basis.CONSENT, "visit/" + one.id() + "/1", TO);
      var from = bean(MailSenders.class).of(organization).orElseThrow();
      var to = EmailAddress.of(TO).orElseThrow();
      var id = bean(OutgoingMailStore.class).add(going, from, to, Instant.now());
      bean(EntryStore.class).out(one, id, "", Instant.now());
      out = Optional.of(id);
    }
  }

  private void says(Settled word) {
    out.ifPresent(id ->
        change(() -> bean(OutgoingMailStore.class).settle(organization, id, word, Instant.now())));
  }

  private void twoMinutesLater() {
    bean(JdbcClient.class)
        .sql("update messaging.outgoing set since = since - interval '2 minutes'")
        .update();
  }

  private void again() {
    try {
      clinic.practice().run(() -> bean(Ledger.class).again(line.id()));
    } catch (Refused notThis) {
      // Then it stays as it is, which the table says.
    }
  }

  private String state() {
    return clinic.practice().ask(() -> bean(Ledger.class).get(line.id())).state().code();
  }

  private Entry fresh() {
    var now = Instant.now();
    return new Entry(
        organization,
        EntryId.next(),
        ana,
        UUID.randomUUID(),
        1,
        Step.DAY,
        Channel.EMAIL,
        Entry.Urgency.USUAL,
        EntryState.PLANNED,
        "",
        now.minusSeconds(1),
        now.minusSeconds(1),
        now.plus(Duration.ofDays(1)),
        now,
        0,
        "",
        Optional.empty());
  }

  private <T> T bean(Class<T> type) {
    return beans.getBean(type);
  }

  private void change(Runnable work) {
    clinic
        .practice()
        .run(() -> bean(TransactionTemplate.class).executeWithoutResult(status -> work.run()));
  }
}
