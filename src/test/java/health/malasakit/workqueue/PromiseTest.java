package health.malasakit.workqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromiseTest {

  private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
  private static final AccountId LUZ = AccountId.next();
  private static final AccountId ANA = AccountId.next();

  /** Every command on a promise. */
  enum Command {
    KEEP(promise -> promise.keep(LUZ, NOW)),
    WITHDRAW(promise -> promise.withdraw(LUZ, NOW, "the clinic moved the visit")),
    PASS(promise -> promise.passTo(ANA, LUZ, NOW)),
    RETIME(promise -> promise.retime(NOW.plusSeconds(3600), "the payer answers tomorrow")),
    ACCEPT(promise -> promise.accept(LUZ, NOW));

    private final UnaryOperator<Promise> step;

    Command(UnaryOperator<Promise> step) {
      this.step = step;
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_open_promise_takes_every_command_and_grows_by_one_version(Command command) {
    assertThat(command.step.apply(open()).version()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void a_kept_promise_takes_none(Command command) {
    var kept = open().keep(LUZ, NOW);

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> command.step.apply(kept))
        .returns("promise.kept", Refused::code);
  }

  @ParameterizedTest
  @EnumSource
  void a_withdrawn_promise_takes_none(Command command) {
    var withdrawn = open().withdraw(LUZ, NOW, "she found another clinic");

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> command.step.apply(withdrawn))
        .returns("promise.withdrawn", Refused::code);
  }

  @Test
  void a_promise_is_not_withdrawn_without_a_reason() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> open().withdraw(LUZ, NOW, "  "))
        .returns(Optional.of("reason"), Refused::field);
  }

  @Test
  void a_promise_is_late_from_the_second_after_it_was_due() {
    var promise = open();

    assertThat(promise.late(promise.dueAt())).isFalse();
    assertThat(promise.late(promise.dueAt().plusSeconds(1))).isTrue();
    assertThat(promise.keep(LUZ, NOW).late(promise.dueAt().plusSeconds(1))).isFalse();
  }

  @Test
  void a_promise_passed_on_waits_until_its_new_owner_accepts_it() {
    var passed = open().passTo(ANA, LUZ, NOW);

    assertThat(passed.waits()).isTrue();
    assertThat(passed.accept(ANA, NOW).waits()).isFalse();
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> passed.accept(LUZ, NOW))
        .returns("promise.not_yours", Refused::code);
  }

  @Test
  void a_date_is_not_changed_without_a_reason() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> open().retime(NOW, " "))
        .returns(Optional.of("reason"), Refused::field);
  }

  @Test
  void whoever_ended_a_promise_can_take_that_back_at_once_and_nobody_else() {
    var kept = open().keep(LUZ, NOW);

    assertThat(kept.reopen(LUZ, NOW.plusSeconds(10)).status())
        .isInstanceOf(Promise.Status.Open.class);
    assertThatExceptionOfType(Refused.class).isThrownBy(() -> kept.reopen(ANA, NOW));
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> kept.reopen(LUZ, NOW.plusSeconds(600)));
    assertThatExceptionOfType(Refused.class).isThrownBy(() -> open().reopen(LUZ, NOW));
  }

  private static Promise open() {
    return new NewPromise(
            OrganizationId.next(),
            Optional.empty(),
            "Call back about the form",
            Promise.To.CALLER,
            NOW.plusSeconds(7200),
            ZoneId.of("America/New_York"),
            LUZ)
        .made(LUZ, NOW);
  }
}
