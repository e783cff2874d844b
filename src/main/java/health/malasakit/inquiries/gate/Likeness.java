package health.malasakit.inquiries.gate;

import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.Identifier;
import health.malasakit.patients.Patient;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.Folding;
import health.malasakit.patients.person.NameUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether what a caller says is what is on file. Answers yes or no and gives nothing away. */
final class Likeness {

  private static final int ZIP_LENGTH = 5;

  private Likeness() {}

  /** Whether a name is one of hers: in either order, with the given name that she goes by. */
  static boolean name(String said, Patient patient) {
    var folded = Folding.fold(said);
    return !folded.isEmpty()
        && patient.facts().names().stream()
            .flatMap(name -> ways(name, patient))
            .anyMatch(folded::equals);
  }

  private static Stream<String> ways(PatientName name, Patient patient) {
    var given =
        Stream.concat(
            Stream.of(name.given(), name.given().split(" ", 2)[0]),
            patient.facts().names().stream()
                .filter(one -> one.use() == NameUse.PREFERRED || one.use() == NameUse.NICKNAME)
                .map(PatientName::given));
    return given.flatMap(
        one -> Stream.of(Folding.fold(one + name.family()), Folding.fold(name.family() + one)));
  }

  /**
   * Whether a further fact is hers.
   *
   * @param line the number that she rings from, which anybody can forge: it proves nothing
   */
  static boolean fact(Fact fact, String said, Patient patient, Optional<Phone> line) {
    return switch (fact) {
      case PHONE -> phone(said, patient, line);
      case ZIP -> zip(said, patient);
      case ADDRESS -> street(said, patient);
      case MRN -> record(said, patient);
      case NAME, BIRTH_DATE, REPRESENTATIVE, CODE_WORD, CODE, MEMBER_ID, ORGANIZATION -> false;
    };
  }

  /** Whether a folded word is one of her names: everybody knows those. */
  static boolean partOfName(String folded, Patient patient) {
    return patient.facts().names().stream()
        .map(name -> name.given() + " " + name.family())
        .flatMap(name -> Stream.concat(Stream.of(name), Stream.of(name.split(" "))))
        .map(Folding::fold)
        .anyMatch(folded::equals);
  }

  /** Whether it is a number by which she is reached now. */
  static boolean onFile(Phone phone, Patient patient) {
    return patient.facts().phones().stream()
        .filter(one -> one.use() != ContactUse.FORMER)
        .map(PatientPhone::phone)
        .anyMatch(phone::sameLineAs);
  }

  private static boolean phone(String said, Patient patient, Optional<Phone> line) {
    try {
      var typed = Phone.of(said);
      return line.filter(typed::sameLineAs).isEmpty() && onFile(typed, patient);
    } catch (Refused noNumber) {
      return false;
    }
  }

  private static boolean zip(String said, Patient patient) {
    var typed = said.replaceAll("[^0-9]", "");
    return typed.length() >= ZIP_LENGTH
        && patient.facts().addresses().stream()
            .filter(one -> one.use() != ContactUse.FORMER)
            .map(one -> one.postalCode().replaceAll("[^0-9]", ""))
            .filter(code -> code.length() >= ZIP_LENGTH)
            .anyMatch(code -> code.substring(0, ZIP_LENGTH).equals(typed.substring(0, ZIP_LENGTH)));
  }

  /** House number and street, with or without the city behind them. */
  private static boolean street(String said, Patient patient) {
    var typed = StreetAddress.read(said);
    return patient.facts().addresses().stream()
        .filter(one -> one.use() != ContactUse.FORMER)
        .filter(one -> StreetAddress.read(one.lines()).isPresent())
        .flatMap(Likeness::written)
        .flatMap(one -> StreetAddress.read(one).stream())
        .anyMatch(known -> typed.filter(known::is).isPresent());
  }

  private static Stream<String> written(PatientAddress one) {
    var city = one.lines() + " " + one.city();
    var state = city + " " + one.state();
    return Stream.of(one.lines(), city, state, state + " " + one.postalCode());
  }

  private static boolean record(String said, Patient patient) {
    var typed = Identifier.folded(said);
    return !typed.isEmpty()
        && patient.identifiers().stream()
            .filter(one -> one.kind() == Identifier.Kind.MRN)
            .anyMatch(one -> one.folded().equals(typed));
  }
}
