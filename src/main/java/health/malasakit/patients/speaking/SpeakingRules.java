package health.malasakit.patients.speaking;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what for a patient on a day. After a death whoever a court named speaks on, an
 * executor or an administrator (45 CFR 164.502(g)(4)), and the parents of a child; a power of
 * attorney, a guardianship and the patient's own word end with her. What stands beside that is the
 * state's law: to be confirmed by the clinic.
 *
 * @param today the clinic's date
 * @param died whether anybody said that she died
 * @param safeContact whether her visits, address and numbers are kept from everybody else
 */
record SpeakingRules(
    LocalDate today,
    Optional<LocalDate> born,
    List<CourtOrder> orders,
    boolean died,
    boolean safeContact) {

  Speaker speaker(Representative one) {
    return switch (why(one)) {
      case AS_RECORDED -> new Speaker(one, one.may(), Speaker.Why.AS_RECORDED, until(one));
      case SAFE_CONTACT ->
          new Speaker(one, without(one.may()), Speaker.Why.SAFE_CONTACT, until(one));
      case NOT_YET -> nothing(one, Speaker.Why.NOT_YET);
      case OVER -> nothing(one, Speaker.Why.OVER);
      case ENDED_BY_A_PERSON -> nothing(one, Speaker.Why.ENDED_BY_A_PERSON);
      case CAME_OF_AGE -> nothing(one, Speaker.Why.CAME_OF_AGE);
      case AGE_UNKNOWN -> nothing(one, Speaker.Why.AGE_UNKNOWN);
      case NOT_PROVEN -> nothing(one, Speaker.Why.NOT_PROVEN);
      case DIED -> nothing(one, Speaker.Why.DIED);
      case COURT_ORDER -> nothing(one, Speaker.Why.COURT_ORDER);
    };
  }

  private Speaker.Why why(Representative one) {
    if (one.ended()) {
      return Speaker.Why.ENDED_BY_A_PERSON;
    }
    if (deniedByCourt(one)) {
      return Speaker.Why.COURT_ORDER;
    }
    if (one.from().map(today::isBefore).orElse(false)) {
      return Speaker.Why.NOT_YET;
    }
    if (one.to().map(today::isAfter).orElse(false)) {
      return Speaker.Why.OVER;
    }
    return byBasis(one);
  }

  private Speaker.Why byBasis(Representative one) {
    return switch (one.basis()) {
      case UNPROVEN -> Speaker.Why.NOT_PROVEN;
      case PARENTAL -> parental();
      case GUARDIAN, POWER_OF_ATTORNEY, PATIENTS_WORD -> died ? Speaker.Why.DIED : unlessSafe();
      case COURT -> unlessSafe();
    };
  }

  private Speaker.Why parental() {
    if (born.isEmpty()) {
      return Speaker.Why.AGE_UNKNOWN;
    }
    return AgeOfMajority.minorOn(born.get(), today) ? unlessSafe() : Speaker.Why.CAME_OF_AGE;
  }

  private Speaker.Why unlessSafe() {
    return safeContact ? Speaker.Why.SAFE_CONTACT : Speaker.Why.AS_RECORDED;
  }

  /** An order that lets only one act leaves nothing to all others. */
  private boolean deniedByCourt(Representative one) {
    return orders.stream()
        .filter(order -> order.standsOn(today))
        .anyMatch(order ->
            switch (order.effect()) {
              case ONLY -> !order.representative().equals(Optional.of(one.id()));
              case DENIES ->
                  order
                      .representative()
                      .map(whose -> whose.equals(one.id()))
                      .orElse(one.basis() != Basis.GUARDIAN && one.basis() != Basis.COURT);
            });
  }

  private Optional<LocalDate> until(Representative one) {
    Optional<LocalDate> comesOfAge =
        one.basis() == Basis.PARENTAL
            ? born.map(day -> AgeOfMajority.dayFor(day).minusDays(1))
            : Optional.empty();
    return one.to()
        .filter(last -> comesOfAge.map(last::isBefore).orElse(true))
        .or(() -> comesOfAge);
  }

  private static Set<Speaking> without(Set<Speaking> may) {
    var left = EnumSet.noneOf(Speaking.class);
    left.addAll(may);
    left.remove(Speaking.ASK);
    left.remove(Speaking.BOOK);
    return left;
  }

  private Speaker nothing(Representative one, Speaker.Why why) {
    return new Speaker(one, Set.of(), why, until(one));
  }
}
