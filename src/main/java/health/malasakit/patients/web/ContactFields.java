package health.malasakit.patients.web;

import health.malasakit.kernel.Phone;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientEmail;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** The fields about numbers, e-mails and addresses, put over what is known. */
record ContactFields(PersonForm form) {

  private static final List<ContactUse> PHONES =
      List.of(ContactUse.MOBILE, ContactUse.HOME, ContactUse.WORK);

  /** Fields of e-mails, and what each is for. */
  static final List<Map.Entry<String, ContactUse>> EMAILS =
      List.of(Map.entry("email", ContactUse.HOME), Map.entry("emailWork", ContactUse.WORK));

  /** What stands before the fields of an address, and what that address is for. */
  static final List<Map.Entry<String, ContactUse>> ADDRESSES =
      List.of(Map.entry("", ContactUse.HOME), Map.entry("mailing-", ContactUse.MAILING));

  List<PatientPhone> phones(PersonFacts known) {
    return replaced(
        known.phones(),
        phone -> PHONES.contains(phone.use()) ? Optional.of(phone.use()) : Optional.empty(),
        PHONES.stream()
            .filter(use -> !form.of(use.code()).isEmpty())
            .map(use -> new PatientPhone(use, Phone.of(form.of(use.code()))))
            .toList());
  }

  List<PatientEmail> emails(PersonFacts known) {
    return replaced(
        known.emails(),
        email -> onForm(EMAILS, email.use(), field -> field),
        EMAILS.stream()
            .filter(email -> !form.of(email.getKey()).isEmpty())
            .map(email -> new PatientEmail(email.getValue(), form.of(email.getKey())))
            .toList());
  }

  List<PatientAddress> addresses(PersonFacts known) {
    return replaced(
        known.addresses(),
        one -> onForm(ADDRESSES, one.use(), before -> before + "zip"),
        ADDRESSES.stream().flatMap(one -> address(one.getKey(), one.getValue(), known)).toList());
  }

  /** Fills the fields of an address; several lines stand in one field. */
  static void fill(MultiValueMap<String, String> fields, String before, PatientAddress address) {
    fields.set(before + "street", onOneLine(address));
    fields.set(before + "city", address.city());
    fields.set(before + "state", address.state());
    fields.set(before + "zip", address.postalCode());
    fields.set(before + "country", address.country());
  }

  /**
   * The address typed, in the lines that are known where nobody touched them. None when of one that
   * was more only the country is left.
   */
  private Stream<PatientAddress> address(String before, ContactUse use, PersonFacts known) {
    var first = known.addresses().stream().filter(one -> one.use() == use).findFirst();
    String street = form.of(before + "street");
    var typed =
        new PatientAddress(
            use,
            first
                .filter(one -> onOneLine(one).equals(street))
                .map(PatientAddress::lines)
                .orElse(street),
            form.of(before + "city"),
            form.of(before + "state"),
            form.of(before + "zip"),
            form.of(before + "country"));
    return typed.hasPlace() || (first.equals(Optional.of(typed)) && !typed.isEmpty())
        ? Stream.of(typed)
        : Stream.empty();
  }

  private static String onOneLine(PatientAddress address) {
    return address.lines().replace("\n", ", ");
  }

  /** What it is for when the page that was sent has its field; else it stays as it is. */
  private Optional<ContactUse> onForm(
      List<Map.Entry<String, ContactUse>> uses, ContactUse use, UnaryOperator<String> field) {
    return uses.stream()
        .filter(
            one -> one.getValue() == use && form.fields().containsKey(field.apply(one.getKey())))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The first of each use that stands on the form is the form's; all others stay. */
  private static <T> List<T> replaced(
      List<T> known, Function<T, Optional<ContactUse>> onForm, List<T> typed) {
    var kept = new ArrayList<T>(typed);
    Set<ContactUse> met = EnumSet.noneOf(ContactUse.class);
    for (T one : known) {
      if (onForm.apply(one).map(use -> !met.add(use)).orElse(true)) {
        kept.add(one);
      }
    }
    return kept;
  }
}
