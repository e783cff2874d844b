package health.malasakit.demo;

import health.malasakit.kernel.Sentences;
import health.malasakit.messaging.PriorOptOuts;
import health.malasakit.messaging.ledger.Rule;
import health.malasakit.messaging.ledger.Rules;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The demo clinics tell their patients of visits, by text and by e-mail; nobody did before. */
@Component
class MadeReminders {

  private final Rules rules;
  private final PriorOptOuts before;
  private final Clock clock;

  MadeReminders(Rules rules, PriorOptOuts before, Clock clock) {
    this.rules = rules;
    this.before = before;
    this.clock = clock;
  }

  void begin(MadeClinic clinic) {
    before.none(
        clinic.id(),
        "Dr. Elena Reyes",
        LocalDate.ofInstant(clock.instant(), clinic.zone()),
        Sentences.of("reminders.opt_outs.none.words"));
    rules.set(clinic.id(), new Rules.Said(true, Rule.USUAL));
  }
}
