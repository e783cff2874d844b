package health.malasakit.patients;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.person.Written;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The news that a patient died, and its taking back. From that second nothing is booked or sent.
 */
@Component
public class Lives {

  private final LifeStore store;
  private final PatientStore patients;
  private final PatientFiles files;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Lives(
      LifeStore store,
      PatientStore patients,
      PatientFiles files,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.patients = patients;
    this.files = files;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Somebody says that she died.
   *
   * @param saidBy who, in the specialist's words: {@code her daughter Rosa, by phone}
   * @throws Refused invalid, code {@code deceased.said_by}, without a word of who said it
   */
  @Transactional
  public void reportDeceased(
      OrganizationId organization, PatientId patient, String saidBy, Optional<LocalDate> on) {
    if (Written.line(saidBy).isEmpty()) {
      throw Refused.invalid("deceased.said_by").onField("saidBy");
    }
    become(organization, patient, new Deceased.Reported(Written.line(saidBy), on, clock.instant()));
  }

  /** The clinic or a document says that she died. */
  @Transactional
  public void markDeceased(OrganizationId organization, PatientId patient, Optional<LocalDate> on) {
    become(organization, patient, new Deceased.Known(on, clock.instant()));
  }

  /** It was a mistake: she lives. Her visits that nobody has cancelled are booked as before. */
  @Transactional
  public void takeBack(OrganizationId organization, PatientId patient) {
    become(organization, patient, new Deceased.No());
  }

  /** The kind "no" of booking, or nothing when she may be booked. */
  @Transactional(readOnly = true)
  public Optional<Refused> mayBeBooked(OrganizationId organization, PatientId patient) {
    return life(organization, patient).saidSo()
        ? Optional.of(Refused.denied("patient.deceased/visit"))
        : Optional.empty();
  }

  /**
   * Whether there is word that she died; until the end of this transaction nobody brings or takes
   * back such word.
   */
  @Transactional
  public boolean diedByNow(OrganizationId organization, PatientId patient) {
    return store.died(organization, patient).orElseThrow(Patients::notFound);
  }

  /** The kind "no" of messages, calls and call lists, or nothing when she may be contacted. */
  @Transactional(readOnly = true)
  public Optional<Refused> mayBeContacted(OrganizationId organization, PatientId patient) {
    return life(organization, patient).saidSo()
        ? Optional.of(Refused.denied("patient.deceased/message"))
        : Optional.empty();
  }

  private Deceased life(OrganizationId organization, PatientId patient) {
    return patients.find(organization, patient).orElseThrow(Patients::notFound).deceased();
  }

  private void become(OrganizationId organization, PatientId patient, Deceased next) {
    PatientRow row = patients.find(organization, patient).orElseThrow(Patients::notFound);
    int version = store.set(organization, patient, next);
    var whose = Whose.now(organization, patient, FactSource.PERSON, clock.instant());
    files.remember(
        whose,
        new FactChange(
            version,
            "deceased",
            code(row.deceased()),
            code(next),
            whose.source(),
            whose.at(),
            whose.by()));
    audit.done(Act.onPatient(organization, "changed", patient).with("deceased"));
    if (next.saidSo() && !row.deceased().saidSo()) {
      events.publishEvent(new PatientDied(organization, patient));
    }
    if (row.deceased().saidSo() && !next.saidSo()) {
      events.publishEvent(new DeathTakenBack(organization, patient));
    }
  }

  /** As the history keeps it; {@link FactWords} says it. */
  private static String code(Deceased life) {
    return switch (life) {
      case Deceased.No no -> "no";
      case Deceased.Reported reported -> "reported:" + reported.saidBy();
      case Deceased.Known known -> "known" + known.on().map(day -> ":" + day).orElse("");
    };
  }
}
