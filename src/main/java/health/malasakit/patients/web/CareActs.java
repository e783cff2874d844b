package health.malasakit.patients.web;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.patients.Lives;
import health.malasakit.patients.OwnChannels;
import health.malasakit.patients.Patient;
import health.malasakit.patients.SafeContact;
import health.malasakit.patients.SafeContacts;
import health.malasakit.patients.Turns;
import health.malasakit.patients.speaking.Basis;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.patients.speaking.CourtOrder;
import health.malasakit.patients.speaking.NewRepresentative;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.patients.speaking.Speaking;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the forms of the page about care make of what was typed. */
@Component
class CareActs {

  private final Representatives representatives;
  private final SafeContacts safeContacts;
  private final Lives lives;
  private final OwnChannels ownChannels;
  private final Turns turns;
  private final ClinicDays days;

  CareActs(
      Representatives representatives,
      SafeContacts safeContacts,
      Lives lives,
      OwnChannels ownChannels,
      Turns turns,
      ClinicDays days) {
    this.representatives = representatives;
    this.safeContacts = safeContacts;
    this.lives = lives;
    this.ownChannels = ownChannels;
    this.turns = turns;
    this.days = days;
  }

  void represent(Patient patient, PersonForm form) {
    required(form, "name");
    Basis basis = chosen("basis", () -> Basis.of(form.of("basis")));
    if (basis != Basis.PARENTAL && basis != Basis.PATIENTS_WORD && basis != Basis.UNPROVEN) {
      required(form, "proof");
    }
    if (!form.of("phone").isEmpty()) {
      number(form.of("phone"), "phone");
    }
    var from = day(patient, form, "from", SpokenDate::parseWithYear);
    var to = until(patient, form, "to", from);
    representatives.add(
        patient.organization(),
        patient.id(),
        new NewRepresentative(
            form.of("name"),
            form.of("relationship").isEmpty() ? "related" : form.of("relationship"),
            basis,
            chosen(
                "may",
                () -> form.all("may").stream().map(Speaking::of).collect(Collectors.toSet())),
            form.of("proof"),
            form.of("phone"),
            from,
            to));
    turns.note(patient.organization(), patient.id(), "representative", "added");
  }

  void end(Patient patient, PersonForm form) {
    representatives.end(patient.organization(), patient.id(), Ids.parse(form.of("representative")));
    turns.note(patient.organization(), patient.id(), "representative", "ended");
  }

  void order(Patient patient, PersonForm form) {
    required(form, "words");
    Optional<UUID> whose =
        Optional.of(form.of("whose")).filter(id -> !id.isEmpty()).map(Ids::parse);
    CourtOrder.Effect effect = chosen("effect", () -> CourtOrder.Effect.valueOf(form.of("effect")));
    if (effect == CourtOrder.Effect.ONLY && whose.isEmpty()) {
      throw Refused.invalid("order.whose").onField("whose");
    }
    var from =
        day(patient, form, "orderFrom", SpokenDate::parseWithYear)
            .orElse(days.today(patient.organization()));
    var to = until(patient, form, "orderTo", Optional.of(from));
    representatives.order(
        patient.organization(),
        patient.id(),
        new CourtOrder(Ids.next(), effect, whose, form.of("words"), form.of("court"), from, to));
    turns.note(patient.organization(), patient.id(), "court_order", "added");
  }

  void safeContact(Patient patient, PersonForm form) {
    if (!form.of("remove").isEmpty()) {
      safeContacts.remove(patient.organization(), patient.id());
      return;
    }
    List<String> lines = channels(form, "only");
    List<String> phones = lines.stream().filter(line -> !line.contains("@")).toList();
    safeContacts.set(
        patient.organization(),
        patient.id(),
        new SafeContact(
            phones,
            lines.stream().filter(line -> line.contains("@")).toList(),
            hours(patient, form),
            form.of("safeWords")));
  }

  void ownChannels(Patient patient, PersonForm form) {
    ownChannels.set(patient.organization(), patient.id(), channels(form, "own"));
  }

  /** Numbers and e-mails, one a line. */
  private static List<String> channels(PersonForm form, String field) {
    List<String> lines =
        form.of(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    lines.stream().filter(line -> !line.contains("@")).forEach(phone -> number(phone, field));
    return lines;
  }

  void death(Patient patient, PersonForm form) {
    switch (form.of("news")) {
      case "known" -> lives.markDeceased(patient.organization(), patient.id(), died(patient, form));
      case "mistake" -> lives.takeBack(patient.organization(), patient.id());
      default ->
          lives.reportDeceased(
              patient.organization(), patient.id(), form.of("saidBy"), died(patient, form));
    }
  }

  private Optional<SafeContact.Hours> hours(Patient patient, PersonForm form) {
    if (form.of("fromHour").isEmpty() && form.of("toHour").isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalTime from = LocalTime.parse(form.of("fromHour"));
      LocalTime to = LocalTime.parse(form.of("toHour"));
      if (from.isBefore(to)) {
        var zone = patient.facts().zone().orElse(days.zone(patient.organization()));
        return Optional.of(new SafeContact.Hours(from, to, zone));
      }
    } catch (DateTimeException notAnHour) {
      throw badHours();
    }
    throw badHours();
  }

  private Optional<LocalDate> died(Patient patient, PersonForm form) {
    return day(patient, form, "on", SpokenDate::parsePast);
  }

  /** The last day, of which the first is known. */
  private Optional<LocalDate> until(
      Patient patient, PersonForm form, String field, Optional<LocalDate> from) {
    var to = day(patient, form, field, SpokenDate::parse);
    if (to.isPresent() && from.filter(to.get()::isBefore).isPresent()) {
      throw Refused.invalid("speaks.ends_first", Moments.dated(to.get())).onField(field);
    }
    return to;
  }

  private Optional<LocalDate> day(
      Patient patient,
      PersonForm form,
      String field,
      BiFunction<String, LocalDate, SpokenDate> reading) {
    if (form.of(field).isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate today = days.today(patient.organization());
      return Optional.of(reading.apply(form.of(field), today).date());
    } catch (Refused no) {
      throw no.onField(field);
    }
  }

  private static <T> T chosen(String field, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException notOffered) {
      throw Refused.invalid("choice.unknown").onField(field);
    }
  }

  private static void number(String typed, String field) {
    try {
      var _ = Phone.of(typed);
    } catch (Refused no) {
      throw no.onField(field);
    }
  }

  private static void required(PersonForm form, String field) {
    if (form.of(field).isEmpty()) {
      throw Refused.invalid("field.empty/" + field).onField(field);
    }
  }

  private static Refused badHours() {
    return Refused.invalid("safe_contact.hours").onField("fromHour");
  }
}
