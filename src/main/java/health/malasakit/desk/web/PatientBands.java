package health.malasakit.desk.web;

import health.malasakit.kernel.Moments;
import health.malasakit.patients.Deceased;
import health.malasakit.patients.FactSource;
import health.malasakit.patients.OnFile;
import health.malasakit.patients.Patient;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.Facts;
import health.malasakit.patients.person.Interpreter;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientLanguage;
import health.malasakit.patients.person.Sex;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The band over a patient's page: who she is, how old each fact is, what to mind. */
record PatientBands(Patient patient, ZoneId zone, Instant now) {

  private static final Set<ContactUse> NO_HOME = Set.of(ContactUse.FORMER, ContactUse.MAILING);

  /** The band at a moment on the clinic's clock. */
  static PatientPage.Band of(Patient patient, ZoneId zone, Instant now) {
    var facts = patient.facts();
    var today = LocalDate.ofInstant(now, zone);
    var bands = new PatientBands(patient, zone, now);
    return new PatientPage.Band(
        facts.mainName().shown(),
        facts.preferredName(),
        facts.birthDate().map(born -> age(born, today)).orElse(""),
        facts.pronouns(),
        bands.facts(),
        bands.flags(),
        bands.differs(),
        bands.onFile());
  }

  private static String age(LocalDate born, LocalDate today) {
    var lived = Period.between(born, today);
    return lived.getYears() >= 2 ? lived.getYears() + " y" : lived.toTotalMonths() + " mo";
  }

  private List<PatientPage.Fact> facts() {
    var shown = new ArrayList<PatientPage.Fact>();
    var facts = patient.facts();
    facts.birthDate().ifPresent(born -> shown.add(fact("born", "birth_date", Moments.dated(born))));
    patient
        .mrn()
        .ifPresent(mrn -> shown.add(new PatientPage.Fact("mrn", mrn, PatientPage.Said.UNKNOWN)));
    if (facts.sex() != Sex.UNKNOWN) {
      shown.add(fact("sex." + facts.sex().code(), "sex", ""));
    }
    contact().ifPresent(shown::add);
    facts.addresses().stream()
        .filter(address -> patient.safeContact().isEmpty())
        .filter(address -> !NO_HOME.contains(address.use()) && !address.isEmpty())
        .findFirst()
        .ifPresent(address -> shown.add(lives(address)));
    String speaks = speaks(facts.languages());
    if (!speaks.isEmpty()) {
      shown.add(fact("speaks", "languages", speaks));
    }
    letters().ifPresent(shown::add);
    return shown;
  }

  /** Her first number, or the only safe one; a number that is not safe is not shown at all. */
  private Optional<PatientPage.Fact> contact() {
    if (patient.safeContact().isPresent()) {
      var safe = String.join(", ", patient.safeContact().get().phones());
      return safe.isEmpty()
          ? Optional.empty()
          : Optional.of(new PatientPage.Fact("safe", safe, PatientPage.Said.UNKNOWN));
    }
    return patient.facts().phones().stream()
        .filter(phone -> phone.use() != ContactUse.FORMER)
        .findFirst()
        .map(phone -> fact("phone", "phone." + phone.use().code(), phone.phone().shown()));
  }

  private PatientPage.Fact lives(PatientAddress address) {
    return fact("lives", "address." + address.use().code(), address.shown());
  }

  /** The language of letters and texts where it is not the one she speaks with us. */
  private Optional<PatientPage.Fact> letters() {
    return PatientLanguage.ofLetters(patient.facts().languages())
        .map(one -> fact("letters", "languages", named(one)));
  }

  private static String named(PatientLanguage language) {
    return Locale.forLanguageTag(language.tag()).getDisplayLanguage(Locale.ENGLISH);
  }

  private static String speaks(List<PatientLanguage> languages) {
    return languages.stream()
        .filter(PatientLanguage::spoken)
        .sorted((one, other) -> Boolean.compare(other.preferred(), one.preferred()))
        .map(PatientBands::named)
        .collect(Collectors.joining(", "));
  }

  private PatientPage.Fact fact(String label, String field, String value) {
    return new PatientPage.Fact(
        label, value, said(Optional.ofNullable(patient.sources().get(field))));
  }

  private List<PatientPage.OnFile> onFile() {
    return OnFile.of(patient).stream()
        .map(each ->
            new PatientPage.OnFile(each.fieldWords(), each.valueWords(), said(each.source())))
        .toList();
  }

  private PatientPage.Said said(Optional<FactSource> source) {
    return source.map(this::said).orElse(PatientPage.Said.UNKNOWN);
  }

  private PatientPage.Said said(FactSource source) {
    var kind =
        switch (source.source()) {
          case FactSource.PERSON -> "person";
          case FactSource.CALLER -> "caller";
          default -> "file";
        };
    return new PatientPage.Said(kind, Moments.relative(source.at(), now));
  }

  private List<PatientPage.Flag> flags() {
    var flags = new ArrayList<PatientPage.Flag>();
    var facts = patient.facts();
    if (patient.safeContact().isPresent()) {
      flags.add(new PatientPage.Flag("safe", "", "harm", "shield"));
    }
    if (facts.interpreter() == Interpreter.NEEDED) {
      flags.add(interpreter(facts.languages()));
    }
    if (!facts.accessNeeds().isEmpty()) {
      flags.add(new PatientPage.Flag("needs", facts.accessNeeds(), "", "info"));
    }
    if (!differs().isEmpty()) {
      var count = String.valueOf(differs().size());
      flags.add(new PatientPage.Flag("differs", count, "soon", "building"));
    }
    return flags;
  }

  /** For what she speaks; else for what she reads, which is all that is on file. */
  private static PatientPage.Flag interpreter(List<PatientLanguage> languages) {
    String speaks = speaks(languages);
    String named =
        speaks.isEmpty()
            ? languages.stream().map(PatientBands::named).collect(Collectors.joining(", "))
            : speaks;
    return named.isEmpty()
        ? new PatientPage.Flag("interpreter.unsaid", "", "", "speech")
        : new PatientPage.Flag("interpreter", named, "", "speech");
  }

  /** Both values of what the clinic should be told; numbers and addresses not in safe contact. */
  private List<PatientPage.Differs> differs() {
    return patient.differences().stream()
        .filter(each -> patient.safeContact().isEmpty() || !Facts.isContact(each.field()))
        .map(each ->
            new PatientPage.Differs(
                each.fieldWords(),
                each.oursWords(),
                each.theirsWords(),
                Moments.dated(each.seenAt(), zone),
                each.source()))
        .toList();
  }

  @Override
  public String toString() {
    return "PatientBands[]";
  }

  /** What is known of her life: {@code no}, {@code reported}, {@code known}. */
  static String life(Deceased deceased) {
    return switch (deceased) {
      case Deceased.No no -> "no";
      case Deceased.Reported reported -> "reported";
      case Deceased.Known known -> "known";
    };
  }
}
