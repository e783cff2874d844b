package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static health.malasakit.patients.PatientSamples.mobile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@MalasakitTest
class PatientsTest {

  private final World world;
  private final Patients patients;

  PatientsTest(World world, Patients patients) {
    this.world = world;
    this.patients = patients;
  }

  @Test
  void a_patient_comes_back_as_she_was_registered_with_the_source_of_each_fact() {
    var clinic = world.clinic("Lakeside Family Medicine").id();

    Scopes.run(
        scope(clinic),
        () -> {
          var id = patients.register(clinic, NewPatient.saidByCaller(ana()));
          var found = patients.find(clinic, id).orElseThrow();

          assertThat(found.facts()).isEqualTo(ana());
          assertThat(found.version()).isEqualTo(1);
          assertThat(found.sources().get("phone.mobile").source()).isEqualTo(FactSource.CALLER);
          assertThat(patients.cards(List.of(id)).get(id).name()).isEqualTo("Ana Reyes");
        });
  }

  @Test
  void a_patient_of_another_clinic_is_not_there() {
    var clinic = world.clinic("Lakeside Family Medicine").id();
    var other = world.clinic("Harbor Pediatrics").id();
    var id = registered(clinic);

    Scopes.run(
        scope(other),
        () -> {
          assertThat(patients.find(clinic, id)).isEmpty();
          assertThat(patients.find(other, id)).isEmpty();
          assertThat(patients.cards(List.of(id))).isEmpty();
          assertThat(patients.history(clinic, id)).isEmpty();
          assertThatThrownBy(() -> patients.correct(clinic, id, 1, ana()))
              .isInstanceOf(Refused.class);
          assertThatThrownBy(() -> patients.register(clinic, NewPatient.saidByCaller(ana())))
              .rootCause()
              .hasMessageContaining("row-level security");
        });
  }

  @Test
  void a_correction_keeps_the_old_value_and_who_changed_it() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var person = world.person(Role.SCHEDULER, clinic);
    var id = registered(clinic.id());

    Scopes.run(
        world.scopeOf(person),
        () -> {
          var next = ana().edit().phones(List.of(mobile("(212) 555-0177"))).done();
          var saved = patients.correct(clinic.id(), id, 1, next);

          assertThat(saved).isInstanceOf(Edited.Saved.class);
          assertThat(patients.history(clinic.id(), id))
              .singleElement()
              .satisfies(change -> {
                assertThat(change.field()).isEqualTo("phone.mobile");
                assertThat(change.before()).isEqualTo("(212) 555-0123");
                assertThat(change.after()).isEqualTo("(212) 555-0177");
                assertThat(change.by()).contains(person.account());
              });
        });
  }

  @Test
  void the_second_of_two_who_edit_is_shown_what_the_first_changed() {
    var clinic = world.clinic("Lakeside Family Medicine").id();
    var id = registered(clinic);

    Scopes.run(
        scope(clinic),
        () -> {
          patients.correct(
              clinic, id, 1, ana().edit().phones(List.of(mobile("(212) 555-0177"))).done());
          var second = patients.correct(clinic, id, 1, ana().edit().pronouns("she/her").done());

          assertThat(second)
              .isInstanceOfSatisfying(
                  Edited.ChangedMeanwhile.class,
                  meanwhile ->
                      assertThat(meanwhile.since())
                          .extracting(FactChange::field)
                          .containsExactly("phone.mobile"));
          assertThat(patients.find(clinic, id).orElseThrow().facts().pronouns()).isEmpty();
        });
  }

  @Test
  void of_eight_who_save_at_once_one_is_kept_and_nobody_is_overwritten() throws Exception {
    var clinic = world.clinic("Lakeside Family Medicine").id();
    var id = registered(clinic);
    try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> saves =
          IntStream.range(0, 8)
              .mapToObj(tab -> tabs.submit(() -> saved(clinic, id, "tab " + tab)))
              .toList();
      int kept = 0;
      for (var save : saves) {
        kept += save.get() ? 1 : 0;
      }
      assertThat(kept).isEqualTo(1);
    }
    Scopes.run(scope(clinic), () -> assertThat(patients.history(clinic, id)).hasSize(1));
  }

  private boolean saved(OrganizationId clinic, PatientId id, String pronouns) {
    try {
      return Scopes.call(
              scope(clinic),
              () -> patients.correct(clinic, id, 1, ana().edit().pronouns(pronouns).done()))
          instanceof Edited.Saved;
    } catch (Refused late) {
      return false;
    }
  }

  @Test
  void names_in_every_script_and_with_markup_survive() {
    var clinic = world.clinic("Lakeside Family Medicine").id();
    for (String name : List.of("Мария", "美玲", "محمد", "<b>Ana</b>", "O'Brien & \"Sons\"", "नेहा")) {
      Scopes.run(
          scope(clinic),
          () -> {
            var facts = PatientSamples.person(name, name, LocalDate.of(1990, 1, 2));
            var id = patients.register(clinic, NewPatient.saidByCaller(facts));
            assertThat(patients.find(clinic, id).orElseThrow().facts().mainName().family())
                .isEqualTo(name);
          });
    }
  }

  @Test
  void a_record_number_belongs_to_one_patient_only() {
    var clinic = world.clinic("Lakeside Family Medicine").id();
    var numbered =
        new NewPatient(
            ana(), List.of(Identifier.mrn("A-100")), "", Optional.empty(), FactSource.CALLER);

    Scopes.run(
        scope(clinic),
        () -> {
          patients.register(clinic, numbered);
          assertThatThrownBy(() -> patients.register(clinic, numbered))
              .isInstanceOfSatisfying(
                  Refused.class, no -> assertThat(no.code()).isEqualTo("patient.identifier_taken"));
        });
  }

  private PatientId registered(OrganizationId clinic) {
    return Scopes.call(
        scope(clinic), () -> patients.register(clinic, NewPatient.saidByCaller(ana())));
  }

  private static Scope scope(OrganizationId clinic) {
    return Scope.job(clinic, "test");
  }
}
