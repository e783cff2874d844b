package health.malasakit.demo;

import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The patients of a clinic, registered by one who may: an administrator sees no patient. */
@Component
class Registering {

  private static final int PATIENTS_OF_A_CLINIC = 395;
  private static final String WHO_REGISTERS = "Denise";

  private final Crowd crowd;
  private final Characters characters;
  private final Cover cover;
  private final Allowing allowing;
  private final int patients;

  @Autowired
  Registering(Crowd crowd, Characters characters, Cover cover, Allowing allowing) {
    this(crowd, characters, cover, allowing, PATIENTS_OF_A_CLINIC);
  }

  /** With a crowd of another size. */
  Registering(Crowd crowd, Characters characters, Cover cover, Allowing allowing, int patients) {
    this.crowd = crowd;
    this.characters = characters;
    this.cover = cover;
    this.allowing = allowing;
    this.patients = patients;
  }

  /**
   * Who was registered.
   *
   * @param characters the hand-made ones by key
   * @param alive those of them who are
   */
  record Registered(
      List<PatientId> crowd, Map<String, PatientId> characters, List<PatientId> alive) {

    int count() {
      return crowd.size() + characters.size();
    }
  }

  Registered register(MadeClinic clinic, List<Staff.Person> staff, LocalDate today) {
    var registrar = Staff.called(staff, WHO_REGISTERS);
    return Scopes.call(registrar.acting(), () -> register(clinic, today));
  }

  private Registered register(MadeClinic clinic, LocalDate today) {
    var people = crowd.register(clinic, patients, today);
    var known = characters.register(clinic, today);
    var alive = known.stream().filter(Characters.Known::alive).map(Characters.Known::id).toList();
    var insured = new ArrayList<>(alive);
    insured.addAll(people);
    cover.insure(clinic, insured, today);
    var byKey = new HashMap<String, PatientId>();
    known.forEach(one -> byKey.put(one.key(), one.id()));
    allowing.ask(clinic, byKey, people);
    return new Registered(people, byKey, alive);
  }
}
