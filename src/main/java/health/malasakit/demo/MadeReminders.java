package health.malasakit.demo;

import health.malasakit.messaging.ledger.Rule;
import health.malasakit.messaging.ledger.Rules;
import org.springframework.stereotype.Component;

/** The demo clinics tell their patients of visits, by text and by e-mail. */
@Component
class MadeReminders {

  private final Rules rules;

  MadeReminders(Rules rules) {
    this.rules = rules;
  }

  void begin(MadeClinic clinic) {
    rules.set(clinic.id(), new Rules.Said(true, Rule.USUAL));
  }
}
