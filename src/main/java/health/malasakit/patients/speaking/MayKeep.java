package health.malasakit.patients.speaking;

import java.time.LocalDate;

/** Whether a visit of a patient may be confidential to her own channel, and if not, why. */
public sealed interface MayKeep {

  /** She is old enough on the day of the visit, and still a minor today. */
  record Yes(MinorRule rule) implements MayKeep {}

  /** Her clinic has not said from which age; nobody guesses. */
  record NotSaidYet() implements MayKeep {}

  /** She is too young on the day of the visit. */
  record TooYoung(int fromAge, LocalDate firstDay) implements MayKeep {}

  /** No parent speaks for her any more: all her visits are hers alone. */
  record OfAge() implements MayKeep {}

  /** Her birth date is not on file. */
  record AgeUnknown() implements MayKeep {}
}
