package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static health.malasakit.patients.PatientSamples.mobile;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.patients.speaking.Speaker;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@MalasakitTest
class IncomingPatientsTest {

  private static final Identifier KEY = new Identifier("fhir", "ana-1", Identifier.Kind.SOURCE);
  private static final ImportSource FILE = new ImportSource("fhir", Ids.next());

  private final World world;
  private final Patients patients;
  private final IncomingPatients incoming;
  private final Representatives representatives;

  IncomingPatientsTest(
      World world, Patients patients, IncomingPatients incoming, Representatives representatives) {
    this.world = world;
    this.patients = patients;
    this.incoming = incoming;
    this.representatives = representatives;
  }

  @Test
  void loading_the_same_file_twice_changes_nothing() {
    inClinic(clinic -> {
      var first = incoming.incoming(clinic, said(ana()), FILE);
      var second = incoming.incoming(clinic, said(ana()), FILE);

      assertThat(first).isInstanceOf(Taken.Created.class);
      assertThat(second).isInstanceOf(Taken.Unchanged.class);
    });
  }

  @Test
  void what_a_person_corrected_survives_the_next_file_and_both_values_stand() {
    inClinic(clinic -> {
      var id = ((Taken.Created) incoming.incoming(clinic, said(ana()), FILE)).patient();
      var corrected = ana().edit().phones(List.of(mobile("(212) 555-0177"))).done();
      patients.correct(clinic, id, 1, corrected);

      incoming.incoming(clinic, said(ana().edit().pronouns("she/her").done()), FILE);

      var now = patients.find(clinic, id).orElseThrow();
      assertThat(now.facts().phones().getFirst().phone().written()).isEqualTo("(212) 555-0177");
      assertThat(now.facts().pronouns()).isEqualTo("she/her");
      assertThat(now.differences())
          .singleElement()
          .satisfies(difference -> {
            assertThat(difference.ours()).isEqualTo("(212) 555-0177");
            assertThat(difference.theirs()).isEqualTo("(212) 555-0123");
          });

      incoming.incoming(clinic, said(corrected), FILE);
      assertThat(patients.find(clinic, id).orElseThrow().differences()).isEmpty();
    });
  }

  @Test
  void what_a_file_does_not_say_erases_nothing() {
    inClinic(clinic -> {
      var id = ((Taken.Created) incoming.incoming(clinic, said(ana()), FILE)).patient();
      var nameOnly = PersonFacts.named(PatientName.official("Ana", "Reyes"));

      assertThat(incoming.incoming(clinic, said(nameOnly), FILE))
          .isInstanceOf(Taken.Unchanged.class);
      assertThat(patients.find(clinic, id).orElseThrow().facts()).isEqualTo(ana());
    });
  }

  @Test
  void a_number_of_somebody_else_is_refused_and_nothing_is_kept() {
    inClinic(clinic -> {
      var one = withNumber("a-1", "MRN-1");
      incoming.incoming(clinic, one, FILE);
      incoming.incoming(clinic, withNumber("a-2", "MRN-2"), FILE);

      assertThat(incoming.incoming(clinic, withNumber("a-2", "MRN-1"), FILE))
          .isInstanceOf(Taken.NotTaken.class);
    });
  }

  @Test
  void a_death_in_a_file_is_known_and_a_silent_file_brings_nobody_back() {
    inClinic(clinic -> {
      var dead = new IncomingPatient(KEY, ana(), List.of(), true, Optional.empty());
      var id = ((Taken.Created) incoming.incoming(clinic, dead, FILE)).patient();
      incoming.incoming(clinic, said(ana()), FILE);

      assertThat(patients.find(clinic, id).orElseThrow().deceased())
          .isInstanceOf(Deceased.Known.class);
    });
  }

  @Test
  void a_related_person_has_no_right_until_a_person_saw_proof() {
    inClinic(clinic -> {
      var id = ((Taken.Created) incoming.incoming(clinic, said(ana()), FILE)).patient();
      var mother =
          new IncomingRelatedPerson(
              new Identifier("fhir", "rp-1", Identifier.Kind.SOURCE),
              KEY,
              "Rosa Reyes",
              "mother",
              "",
              "",
              Optional.empty(),
              Optional.empty());

      assertThat(incoming.incoming(clinic, mother, FILE)).isInstanceOf(Taken.Created.class);
      assertThat(incoming.incoming(clinic, mother, FILE)).isInstanceOf(Taken.Unchanged.class);
      assertThat(representatives.speakingFor(clinic, id))
          .singleElement()
          .satisfies(speaker -> {
            assertThat(speaker.may()).isEmpty();
            assertThat(speaker.why()).isEqualTo(Speaker.Why.NOT_PROVEN);
          });
    });
  }

  private static IncomingPatient said(PersonFacts facts) {
    return new IncomingPatient(KEY, facts, List.of(), false, Optional.empty());
  }

  private static IncomingPatient withNumber(String key, String mrn) {
    return new IncomingPatient(
        new Identifier("fhir", key, Identifier.Kind.SOURCE),
        ana(),
        List.of(Identifier.mrn(mrn)),
        false,
        Optional.empty());
  }

  private void inClinic(java.util.function.Consumer<OrganizationId> work) {
    var clinic = world.clinic("Lakeside Family Medicine").id();
    Scopes.run(Scope.job(clinic, "test"), () -> work.accept(clinic));
  }
}
