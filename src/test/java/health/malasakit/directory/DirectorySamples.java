package health.malasakit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.access.Organization;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Clinics' people, places and lines that tests of the directory are about; all made up. */
final class DirectorySamples {

  private DirectorySamples() {}

  /** As a job of one clinic. */
  static <T> T as(Organization clinic, Supplier<T> act) {
    return Scopes.call(Scope.job(clinic.id(), "test"), act::get);
  }

  static void assertRefused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  static void assertWriteRefused(ThrowingCallable act) {
    assertThatThrownBy(act).rootCause().hasMessageContaining("row-level security");
  }

  static String freshNumber() {
    return "+1212555%04d".formatted(ThreadLocalRandom.current().nextInt(10_000));
  }

  static Site.Details details(String name, String zip) {
    return new Site.Details(
        name, new Address("12 Main St", "", "Albany", "NY", zip), Site.Book.OURS);
  }

  static Practitioner.Details doctor(String npi) {
    return new Practitioner.Details("Ana", "Reyes", "MD", npi, List.of("en", "es"), List.of("NY"));
  }

  static VisitType.Details newPatient() {
    return new VisitType.Details(
        "New patient",
        40,
        VisitType.Modality.IN_PERSON,
        "Bring your pills.",
        60,
        VisitType.Patients.NEW);
  }

  static TransferTarget.Details nurse() {
    return new TransferTarget.Details(
        TransferTarget.Desk.NURSE,
        "Nurse line",
        Phone.of("(212) 555-0123"),
        "",
        TransferTarget.Reach.ALWAYS,
        new WeekHours(
            Map.of(DayOfWeek.MONDAY, List.of(new Span(LocalTime.of(8, 0), LocalTime.of(17, 0))))),
        new TransferTarget.Fallback(Optional.empty(), "Take a message"));
  }

  static Notice.Details lateNotice() {
    Instant now = Instant.now();
    return new Notice.Details(
        new Notice.About.WholeClinic(),
        "runs 40 min late",
        now.minusSeconds(60),
        now.plusSeconds(3600),
        true);
  }
}
