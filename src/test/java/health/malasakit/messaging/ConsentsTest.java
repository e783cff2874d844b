package health.malasakit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MalasakitTest
class ConsentsTest {

  private static final Use TEXT = new Use(Channel.TEXT, "(212) 555-0123", Purpose.CARE);

  private final World world;
  private final Consents consents;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  ConsentsTest(World world, Consents consents, JdbcClient jdbc, TransactionTemplate transactions) {
    this.world = world;
    this.consents = consents;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  void nobody_is_assumed_to_agree() {
    var clinic = world.clinic("Lakeside Family Medicine").id();

    Scopes.run(
        Scope.job(clinic, "test"),
        () ->
            assertThat(consents.may(clinic, PatientId.next(), TEXT))
                .isInstanceOf(Permission.NeverAsked.class));
  }

  @Test
  void the_latest_word_stands_and_all_words_stay() {
    var clinic = world.clinic("Lakeside Family Medicine").id();
    var her = PatientId.next();

    Scopes.run(
        Scope.job(clinic, "test"),
        () -> {
          consents.record(clinic, her, said("212.555.0123", ConsentAnswer.GIVEN));
          assertThat(consents.may(clinic, her, TEXT)).isInstanceOf(Permission.Given.class);
          consents.record(clinic, her, said("", ConsentAnswer.REVOKED));
          assertThat(consents.may(clinic, her, TEXT)).isInstanceOf(Permission.Not.class);
          assertThat(consents.ledger(clinic, her)).hasSize(2);
        });
  }

  @Test
  void a_paper_of_an_earlier_day_does_not_stand_above_a_later_word() {
    var clinic = world.clinic("Lakeside Family Medicine").id();
    var her = PatientId.next();
    var signed = LocalDate.of(2026, 11, 16);
    var takenBack = LocalDate.of(2026, 11, 18);

    Scopes.run(
        Scope.job(clinic, "test"),
        () -> {
          consents.record(clinic, her, said("", ConsentAnswer.REVOKED, takenBack));
          consents.record(clinic, her, said("", ConsentAnswer.GIVEN, signed));
          assertThat(consents.may(clinic, her, TEXT)).isInstanceOf(Permission.Not.class);
          assertThat(consents.ledger(clinic, her))
              .extracting(ConsentLine::on)
              .containsExactly(takenBack, signed);
        });
  }

  @Test
  void a_yes_of_the_same_day_stands_above_a_no_only_if_it_was_written_down_that_day() {
    var clinic = world.clinic("Lakeside Family Medicine").id();
    var her = PatientId.next();
    var today = LocalDate.now(ZoneOffset.UTC);
    var past = LocalDate.of(2026, 11, 18);

    Scopes.run(
        Scope.job(clinic, "test"),
        () -> {
          consents.record(clinic, her, said("", ConsentAnswer.REVOKED, past));
          consents.record(clinic, her, said("", ConsentAnswer.GIVEN, past));
          assertThat(consents.may(clinic, her, TEXT)).isInstanceOf(Permission.Not.class);

          consents.record(clinic, her, said("", ConsentAnswer.REVOKED, today));
          consents.record(clinic, her, said("", ConsentAnswer.GIVEN, today));
          assertThat(consents.may(clinic, her, TEXT)).isInstanceOf(Permission.Given.class);
          assertThat(consents.ledger(clinic, her))
              .extracting(ConsentLine::answer)
              .containsExactly(
                  ConsentAnswer.GIVEN,
                  ConsentAnswer.REVOKED,
                  ConsentAnswer.REVOKED,
                  ConsentAnswer.GIVEN);
        });
  }

  @Test
  void nobody_has_said_anything_on_a_day_that_is_still_to_come() {
    var clinic = world.clinic("Lakeside Family Medicine").id();
    var coming = LocalDate.now(ZoneOffset.ofHours(14)).plusDays(1);
    Scopes.run(
        Scope.job(clinic, "test"),
        () ->
            assertThatThrownBy(() ->
                    consents.record(
                        clinic, PatientId.next(), said("", ConsentAnswer.GIVEN, coming)))
                .isInstanceOfSatisfying(
                    Refused.class, no -> assertThat(no.code()).isEqualTo("consent.later")));
  }

  @Test
  void yes_for_one_purpose_is_no_yes_for_another() {
    var clinic = world.clinic("Lakeside Family Medicine").id();
    var her = PatientId.next();

    Scopes.run(
        Scope.job(clinic, "test"),
        () -> {
          consents.record(clinic, her, said("2125550123", ConsentAnswer.GIVEN));
          var survey = new Use(Channel.TEXT, "2125550123", Purpose.SURVEY);
          assertThat(consents.may(clinic, her, survey)).isInstanceOf(Permission.NeverAsked.class);
        });
  }

  @Test
  void the_ledger_can_neither_be_changed_nor_shortened() {
    var clinic = world.clinic("Lakeside Family Medicine").id();
    for (String sql :
        java.util.List.of(
            "delete from messaging.consent", "update messaging.consent set answer = 'given'")) {
      assertThatThrownBy(() ->
              Scopes.run(
                  Scope.job(clinic, "test"),
                  () -> transactions.executeWithoutResult(status -> jdbc.sql(sql).update())))
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void another_clinics_ledger_is_empty_here() {
    var clinic = world.clinic("Lakeside Family Medicine").id();
    var other = world.clinic("Harbor Pediatrics").id();
    var her = PatientId.next();
    Scopes.run(
        Scope.job(clinic, "test"),
        () -> consents.record(clinic, her, said("", ConsentAnswer.GIVEN)));

    Scopes.run(Scope.job(other, "test"), () -> assertThat(consents.ledger(clinic, her)).isEmpty());
  }

  private static NewConsent said(String address, ConsentAnswer answer) {
    return said(address, answer, LocalDate.of(2026, 11, 20));
  }

  private static NewConsent said(String address, ConsentAnswer answer, LocalDate on) {
    return new NewConsent(
        Channel.TEXT,
        address,
        Purpose.CARE,
        answer,
        ConsentBasis.SPOKEN,
        "May we text you about your visits?",
        "",
        on);
  }
}
