package health.malasakit.demo;

import health.malasakit.access.records.RecordMark;
import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.access.records.Restrictions;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Right;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Lives;
import health.malasakit.patients.SafeContact;
import health.malasakit.patients.SafeContacts;
import health.malasakit.patients.speaking.CourtOrder;
import health.malasakit.patients.speaking.NewRepresentative;
import health.malasakit.patients.speaking.Representatives;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happened to the hand-made patients. */
@Component
class Stories {

  private final Lives lives;
  private final Representatives representatives;
  private final SafeContacts safeContacts;
  private final RestrictedRecords restricted;
  private final Restrictions restrictions;
  private final Clock clock;

  Stories(
      Lives lives,
      Representatives representatives,
      SafeContacts safeContacts,
      RestrictedRecords restricted,
      Restrictions restrictions,
      Clock clock) {
    this.lives = lives;
    this.representatives = representatives;
    this.safeContacts = safeContacts;
    this.restricted = restricted;
    this.restrictions = restrictions;
    this.clock = clock;
  }

  /** The responsible adult of a child. */
  Optional<NewRepresentative> responsible(String story, List<String> line) {
    var family = line.get(3);
    var phone = line.get(6);
    return switch (story) {
      case "family-child" ->
          Optional.of(NewRepresentative.parent("Folake Adeyemi", "mother", phone));
      case "twin" -> Optional.of(NewRepresentative.parent("Agnieszka Nowak", "mother", phone));
      case "separated", "separated-court-order" ->
          Optional.of(NewRepresentative.parent("Laura " + family, "mother", phone));
      case "almost-grown" ->
          Optional.of(NewRepresentative.parent("Robin " + family, "father", phone));
      default -> Optional.empty();
    };
  }

  void tell(OrganizationId clinic, PatientId patient, String story, List<String> line) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    switch (story) {
      case "deceased" -> lives.markDeceased(clinic, patient, Optional.of(today.minusDays(40)));
      case "reported-deceased" ->
          lives.reportDeceased(
              clinic, patient, "his daughter, by phone", Optional.of(today.minusDays(3)));
      case "safe-contact" -> safeContacts.set(clinic, patient, safe(line.get(6)));
      case "separated" -> addFather(clinic, patient, line);
      case "separated-court-order" -> {
        addFather(clinic, patient, line);
        representatives.order(clinic, patient, order(clinic, patient, today));
      }
      case "restricted-vip", "restricted-works-here", "hidden-from-PH" ->
          Scopes.run(officer(clinic), () -> close(clinic, patient, story));
      default -> {}
    }
  }

  private void close(OrganizationId clinic, PatientId patient, String story) {
    switch (story) {
      case "restricted-vip" -> restricted.mark(clinic, patient, RecordMark.VIP);
      case "restricted-works-here" -> restricted.mark(clinic, patient, RecordMark.WORKS_AT_CLINIC);
      default ->
          restrictions.hide(clinic, patient, "PH", "Her made-up plan allows no work from abroad");
    }
  }

  /** The made-up world acts with the one right of a privacy officer that it needs here. */
  private static Scope officer(OrganizationId clinic) {
    var right = new Right("restricted_records", Verb.CREATE);
    return new Scope(
        new Scope.Actor.Job("demo"),
        Scope.NOWHERE,
        ZoneOffset.UTC,
        Map.of(clinic, Set.of(right)),
        "demo");
  }

  private void addFather(OrganizationId clinic, PatientId patient, List<String> line) {
    representatives.add(
        clinic,
        patient,
        NewRepresentative.parent("Andre " + line.get(3), "father", "(872) 555-0190"));
  }

  private CourtOrder order(OrganizationId clinic, PatientId patient, LocalDate today) {
    var father =
        representatives.speakingFor(clinic, patient).stream()
            .filter(speaker -> speaker.representative().relationship().equals("father"))
            .findFirst()
            .orElseThrow();
    return new CourtOrder(
        Ids.next(),
        CourtOrder.Effect.DENIES,
        Optional.of(father.representative().id()),
        "The father hears nothing of address, school or visits; the mother decides alone.",
        "Made-up County family court",
        today.minusMonths(5),
        Optional.empty());
  }

  private static SafeContact safe(String phone) {
    var hours =
        new SafeContact.Hours(
            LocalTime.of(10, 0), LocalTime.of(14, 0), ZoneId.of("Pacific/Honolulu"));
    return new SafeContact(
        List.of(phone),
        List.of(),
        Optional.of(hours),
        "Say that the library calls about a book, and leave no message.");
  }
}
