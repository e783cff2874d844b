package health.malasakit.inquiries.gate;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.Patient;
import health.malasakit.patients.person.Folding;
import java.time.Clock;
import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Words by which patients want to be known on the telephone. They are compared, never shown. */
@Component
public class CodeWords {

  private static final int LENGTH_MIN = 4;
  private static final int LENGTH_MAX = 60;

  private final CodeWordStore store;
  private final PasswordEncoder encoder;
  private final RecordGate gate;
  private final Audit audit;
  private final Clock clock;

  CodeWords(
      CodeWordStore store, PasswordEncoder encoder, RecordGate gate, Audit audit, Clock clock) {
    this.store = store;
    this.encoder = encoder;
    this.gate = gate;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether she chose one. */
  @Transactional(readOnly = true)
  public boolean has(OrganizationId organization, PatientId patient) {
    return store.hash(organization, patient).isPresent();
  }

  /** Whether this is hers; accents, case and spaces do not count. */
  boolean is(Patient patient, String said) {
    var folded = Folding.fold(said);
    return folded.length() <= LENGTH_MAX
        && store
            .hash(patient.organization(), patient.id())
            .filter(hash -> encoder.matches(folded, hash))
            .isPresent();
  }

  /**
   * She is known by this word from now on.
   *
   * @throws Refused invalid, codes {@code code_word.length} and {@code code_word.name}; denied, as
   *     by {@link RecordGate#check}
   */
  @Transactional
  public void set(Patient patient, String word) {
    gate.check(patient.organization(), patient.id(), Depth.CONTACT);
    var folded = Folding.fold(word);
    if (folded.length() < LENGTH_MIN || folded.length() > LENGTH_MAX) {
      throw Refused.invalid("code_word.length", LENGTH_MIN, LENGTH_MAX).onField("word");
    }
    if (Likeness.partOfName(folded, patient)) {
      throw Refused.invalid("code_word.name").onField("word");
    }
    var me = Scopes.current().account().orElseThrow();
    var hash = Objects.requireNonNull(encoder.encode(folded));
    store.set(
        patient.organization(), patient.id(), new CodeWordStore.Word(hash, me, clock.instant()));
    written(patient);
  }

  /** She is known by no word any more. */
  @Transactional
  public void remove(Patient patient) {
    gate.check(patient.organization(), patient.id(), Depth.CONTACT);
    if (store.remove(patient.organization(), patient.id())) {
      written(patient);
    }
  }

  private void written(Patient patient) {
    audit.done(Act.onPatient(patient.organization(), "changed", patient.id()).with("code_word"));
  }
}
