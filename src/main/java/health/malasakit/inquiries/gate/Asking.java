package health.malasakit.inquiries.gate;

import health.malasakit.inquiries.Call;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.patients.Patient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A caller is asked who she is.
 *
 * @param before how often she was asked in this call, and what came of it
 * @param party the organization that rings, proven; empty when none does
 */
record Asking(Call call, List<GateTry> before, Said said, Optional<Party> party) {

  /** What is asked of everybody. */
  static final List<Fact> NAMED = List.of(Fact.NAME, Fact.BIRTH_DATE);

  /** The fact asked for beside name and birth date. */
  Optional<Fact> further() {
    return said.further() ? Optional.of(Fact.more(said.fact())) : Optional.empty();
  }

  /** Whether name and birth date are not asked again. */
  boolean onlyFurther() {
    return said.name().isBlank() && said.birthDate().isBlank() && said.further();
  }

  /** Whether what she says of a further fact is this patient's. */
  boolean fits(Fact fact, Patient patient) {
    return Likeness.fact(fact, said.value(), patient, call.line().other());
  }

  /**
   * The birth date that she says.
   *
   * @throws Refused those of a birth date, with the field
   */
  LocalDate born(LocalDate today) {
    try {
      return SpokenDate.parseBirthDate(said.birthDate(), today).date();
    } catch (Refused no) {
      throw no.onField("birthDate");
    }
  }

  /** The same, asked for name and birth date alone. */
  Asking withoutFurther() {
    return new Asking(call, before, said.withoutFurther(), party);
  }

  List<Fact> asked() {
    var asked = new ArrayList<Fact>();
    if (said.caller().party() && said.ofNobody()) {
      return List.of(Fact.ORGANIZATION);
    }
    if (said.caller() != CallerKind.NOBODY) {
      asked.addAll(onlyFurther() ? List.of() : NAMED);
      further().ifPresent(asked::add);
    }
    if (said.caller() == CallerKind.FOR_HER) {
      asked.add(Fact.REPRESENTATIVE);
    }
    return asked;
  }

  /** How often it did not match. */
  static int failures(List<GateTry> tries) {
    return (int) tries.stream().filter(GateTry::failed).count();
  }
}
