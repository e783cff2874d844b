package health.malasakit.desk;

import health.malasakit.directory.AlsoLacking;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Lack;
import health.malasakit.patients.speaking.MinorRules;
import java.util.List;
import org.springframework.stereotype.Component;

/** Until the clinic has said its age, no visit of a minor can be kept confidential there. */
@Component
class MinorsNotSaid implements AlsoLacking {

  private final MinorRules rules;

  MinorsNotSaid(MinorRules rules) {
    this.rules = rules;
  }

  @Override
  public List<Lack> of(Clinic clinic) {
    return rules.standing(clinic.id()).isPresent()
        ? List.of()
        : List.of(
            new Lack(
                "desk.lack.minors", List.of(), "/clinics/" + clinic.slug() + "/minors#age", false));
  }
}
