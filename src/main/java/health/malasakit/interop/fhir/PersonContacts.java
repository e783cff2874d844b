package health.malasakit.interop.fhir;

import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.UsStates;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientEmail;
import health.malasakit.patients.person.PatientPhone;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.ContactPoint;

/** Numbers, e-mails and addresses of a person in a file; a number that is not valid is kept so. */
record PersonContacts(
    List<PatientAddress> addresses, List<PatientPhone> phones, List<PatientEmail> emails) {

  private static final int ADDRESS_CHARS_MAX = 400;
  private static final int CITY_CHARS_MAX = 120;
  private static final int STATE_CHARS_MAX = 60;
  private static final int POSTAL_CODE_CHARS_MAX = 20;
  private static final int EMAIL_CHARS_MAX = 254;
  private static final int LAST = Integer.MAX_VALUE;

  static PersonContacts of(List<ContactPoint> telecom, List<Address> addresses) {
    return new PersonContacts(
        addresses.stream()
            .map(PersonContacts::address)
            .filter(Predicate.not(PatientAddress::isEmpty))
            .distinct()
            .toList(),
        phones(telecom),
        telecom.stream()
            .filter(point -> point.getSystem() == ContactPoint.ContactPointSystem.EMAIL)
            .map(point -> new PatientEmail(emailUse(point), Words.of(point.getValue())))
            .filter(email -> !email.written().isEmpty())
            .filter(email -> email.written().length() <= EMAIL_CHARS_MAX)
            .distinct()
            .toList());
  }

  /** Numbers to call or text, the one to try first before the others; fax and pager are not. */
  static List<PatientPhone> phones(List<ContactPoint> telecom) {
    return telecom.stream()
        .filter(PersonContacts::rings)
        .sorted(Comparator.comparingInt(point -> point.hasRank() ? point.getRank() : LAST))
        .flatMap(point ->
            phone(point.getValue()).map(phone -> new PatientPhone(phoneUse(point), phone)).stream())
        .distinct()
        .toList();
  }

  private static boolean rings(ContactPoint point) {
    return point.getSystem() == ContactPoint.ContactPointSystem.PHONE
        || point.getSystem() == ContactPoint.ContactPointSystem.SMS;
  }

  /** Empty for words without a digit, such as "none": there is nothing to match by. */
  private static Optional<Phone> phone(String written) {
    try {
      return Optional.of(Phone.of(Words.of(written)));
    } catch (Refused noNumber) {
      return Optional.empty();
    }
  }

  private static ContactUse phoneUse(ContactPoint point) {
    if (point.getSystem() == ContactPoint.ContactPointSystem.SMS) {
      return ContactUse.MOBILE;
    }
    return switch (point.getUse()) {
      case MOBILE -> ContactUse.MOBILE;
      case WORK -> ContactUse.WORK;
      case TEMP -> ContactUse.TEMPORARY;
      case OLD -> ContactUse.FORMER;
      case HOME, NULL -> ContactUse.HOME;
      case null -> ContactUse.HOME;
    };
  }

  private static ContactUse emailUse(ContactPoint point) {
    ContactUse use = phoneUse(point);
    return use == ContactUse.MOBILE ? ContactUse.HOME : use;
  }

  private static PatientAddress address(Address address) {
    String lines =
        address.getLine().stream()
            .map(line -> Words.of(line.getValue()))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    String nothingElse = Words.of(address.getText());
    return new PatientAddress(
        addressUse(address),
        Words.atMost(
            lines.isEmpty() && !address.hasCity() ? nothingElse : lines, ADDRESS_CHARS_MAX),
        Words.atMost(Words.of(address.getCity()), CITY_CHARS_MAX),
        Words.atMost(UsStates.codeOrAsWritten(Words.of(address.getState())), STATE_CHARS_MAX),
        Words.atMost(Words.of(address.getPostalCode()), POSTAL_CODE_CHARS_MAX),
        Words.atMost(Words.of(address.getCountry()), STATE_CHARS_MAX));
  }

  private static ContactUse addressUse(Address address) {
    if (address.getType() == Address.AddressType.POSTAL) {
      return ContactUse.MAILING;
    }
    return switch (address.getUse()) {
      case WORK -> ContactUse.WORK;
      case TEMP -> ContactUse.TEMPORARY;
      case OLD -> ContactUse.FORMER;
      case BILLING -> ContactUse.MAILING;
      case HOME, NULL -> ContactUse.HOME;
      case null -> ContactUse.HOME;
    };
  }

  @Override
  public String toString() {
    return "PersonContacts[]";
  }
}
