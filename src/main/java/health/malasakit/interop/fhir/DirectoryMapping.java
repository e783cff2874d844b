package health.malasakit.interop.fhir;

import health.malasakit.directory.Address;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.Site;
import health.malasakit.kernel.UsStates;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;

/** Organization, Location and Practitioner of FHIR R4 to facilities and practitioners of ours. */
final class DirectoryMapping {

  private static final String NPI = "http://hl7.org/fhir/sid/us-npi";
  private static final String NPI_OID = "urn:oid:2.16.840.1.113883.4.6";
  private static final Set<String> PAYER_TYPES = Set.of("ins", "pay", "payer");
  private static final int NAME_CHARS_MAX = 200;

  private DirectoryMapping() {}

  /** Whether an organization pays for care, and is no place where it is given. */
  static boolean payer(Organization organization) {
    return organization.getType().stream()
        .flatMap(type -> type.getCoding().stream())
        .map(Coding::getCode)
        .anyMatch(code -> code != null && PAYER_TYPES.contains(code));
  }

  /** The name of an organization. */
  static String name(Organization organization) {
    return named(
        "Organization.name",
        Words.first(Words.of(organization.getName()), Words.of(organization.getAlias())));
  }

  static Site.Details facility(Organization organization) {
    return new Site.Details(
        name(organization), address(organization.getAddress()), Site.Book.THEIRS);
  }

  static Site.Details facility(Location location) {
    String name =
        Words.first(
            Words.of(location.getName()),
            Words.of(location.getAlias()),
            Words.of(location.getDescription()));
    return new Site.Details(
        named("Location.name", name),
        address(location.hasAddress() ? List.of(location.getAddress()) : List.of()),
        Site.Book.THEIRS);
  }

  static Practitioner.Details practitioner(org.hl7.fhir.r4.model.Practitioner practitioner) {
    HumanName name = practitioner.getNameFirstRep();
    String family = Words.of(name.getFamily());
    String given = Words.of(name.getGiven());
    if (family.isEmpty()) {
      family = Words.first(given, Words.of(name.getText()));
      given = family.equals(given) ? "" : given;
    }
    return new Practitioner.Details(
        Words.atMost(given, NAME_CHARS_MAX),
        named("Practitioner.name", family),
        Words.atMost(Words.of(name.getSuffix()), NAME_CHARS_MAX),
        npi(practitioner.getIdentifier()),
        practitioner.getCommunication().stream()
            .flatMap(language -> Languages.tag(language).stream())
            .distinct()
            .toList(),
        List.of());
  }

  /** As the file has it, right or wrong; empty when there is none. */
  private static String npi(List<Identifier> identifiers) {
    return identifiers.stream()
        .filter(number -> NPI.equals(number.getSystem()) || NPI_OID.equals(number.getSystem()))
        .map(number -> Words.of(number.getValue()))
        .filter(value -> !value.isEmpty() && value.length() <= NAME_CHARS_MAX)
        .findFirst()
        .orElse("");
  }

  private static String named(String path, String name) {
    if (name.isEmpty()) {
      throw new NotTaken(path, Refusal.said("directory.name"));
    }
    return Words.atMost(name, NAME_CHARS_MAX);
  }

  private static Address address(List<org.hl7.fhir.r4.model.Address> addresses) {
    return addresses.stream().findFirst().map(DirectoryMapping::address).orElse(Address.NONE);
  }

  private static Address address(org.hl7.fhir.r4.model.Address address) {
    List<String> lines =
        Stream.concat(
                address.getLine().stream().map(line -> Words.of(line.getValue())),
                Stream.of("", ""))
            .toList();
    return new Address(
        lines.getFirst(),
        lines.get(1),
        Words.of(address.getCity()),
        UsStates.codeOrAsWritten(Words.of(address.getState())),
        zip(Words.of(address.getPostalCode())));
  }

  /** Some files leave the hyphen of nine digits out. */
  private static String zip(String postalCode) {
    return postalCode.matches("[0-9]{9}")
        ? postalCode.substring(0, 5) + "-" + postalCode.substring(5)
        : postalCode;
  }
}
