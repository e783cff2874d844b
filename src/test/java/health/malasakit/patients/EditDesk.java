package health.malasakit.patients;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.person.PersonFacts;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Luz, who schedules for a clinic, and the form on which she corrects its patients. */
record EditDesk(World world, Patients patients, Organization clinic, SignedIn luz, Client client) {

  /** At a clinic of its own, in the application that listens there. */
  static EditDesk of(World world, Patients patients, int port) {
    var clinic = world.clinic("Harbor Family Clinic");
    var luz = world.person(Role.SCHEDULER, clinic);
    return new EditDesk(world, patients, clinic, luz, Client.on(port).as(world.cookieOf(luz)));
  }

  /** Somebody else at the same clinic. */
  Client as(Role role) {
    return client.as(world.cookieOf(world.person(role, clinic)));
  }

  /** Answers in the scope of Luz. */
  <T> T ask(Supplier<T> question) {
    return Scopes.call(world.scopeOf(luz), question::get);
  }

  PatientId registered(PersonFacts facts) {
    return registered(NewPatient.saidByCaller(facts));
  }

  PatientId registered(NewPatient patient) {
    return ask(() -> patients.register(clinic.id(), patient));
  }

  Patient found(PatientId her) {
    return ask(() -> patients.find(clinic.id(), her).orElseThrow());
  }

  /** The fields that were changed, newest first. */
  List<String> history(PatientId her) {
    return ask(() -> patients.history(clinic.id(), her).stream().map(FactChange::field).toList());
  }

  String address(PatientId her) {
    return "/patients/" + clinic.slug() + "/" + her;
  }

  /** Her page. */
  String page(PatientId her) {
    return client.get(address(her)).body();
  }

  /** The page with the form. */
  String edit(PatientId her) {
    return client.get(address(her) + "/edit").body();
  }

  /** The form as it is shown, to be filled in and sent. */
  Map<String, Object> shown(PatientId her) {
    return EditForm.of(edit(her));
  }

  /** Opens the form, changes these fields and saves it, which succeeds. */
  void save(PatientId her, Map<String, String> change) {
    var form = shown(her);
    form.putAll(change);
    assertThat(send(her, form).status()).isEqualTo(303);
  }

  Client.Answer send(PatientId her, Map<String, ?> form) {
    return client.post(address(her) + "/edit", form);
  }
}
