package health.malasakit.patients;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientEmail;
import health.malasakit.patients.person.PatientLanguage;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses, numbers, e-mails and languages. */
@Repository
class ContactStore {

  private static final String ADD_ADDRESSES =
      """
      insert into patients.address (organization_id, address_id, patient_id, use, lines, city, state, postal_code, country)
      select :organization, a.* from unnest(cast(:ids as uuid[]), cast(:patients as uuid[]), cast(:uses as text[]),
        cast(:lines as text[]), cast(:cities as text[]), cast(:states as text[]), cast(:codes as text[]),
        cast(:countries as text[])) as a
      """;

  private static final String ADD_PHONES =
      """
      insert into patients.phone (organization_id, phone_id, patient_id, use, written, digits, last_ten, extension,
                                  valid, position)
      select :organization, p.* from unnest(cast(:ids as uuid[]), cast(:patients as uuid[]), cast(:uses as text[]),
        cast(:written as text[]), cast(:digits as text[]), cast(:lastTens as text[]), cast(:extensions as text[]),
        cast(:valid as boolean[]), cast(:positions as int[])) as p
      """;

  private static final String ADD_EMAILS =
      """
      insert into patients.email (organization_id, email_id, patient_id, use, written, folded, valid)
      select :organization, e.* from unnest(cast(:ids as uuid[]), cast(:patients as uuid[]), cast(:uses as text[]),
        cast(:written as text[]), cast(:folded as text[]), cast(:valid as boolean[])) as e
      """;

  private static final String ADD_LANGUAGES =
      """
      insert into patients.language (organization_id, patient_id, tag, spoken, written, preferred)
      select :organization, l.* from unnest(cast(:patients as uuid[]), cast(:tags as text[]),
        cast(:spoken as boolean[]), cast(:written as boolean[]), cast(:preferred as boolean[])) as l
      on conflict do nothing
      """;

  private static final String REMOVE_ADDRESSES =
      """
      delete from patients.address where organization_id = :organization and patient_id = :patient
      """;

  private static final String REMOVE_PHONES =
      """
      delete from patients.phone where organization_id = :organization and patient_id = :patient
      """;

  private static final String REMOVE_EMAILS =
      """
      delete from patients.email where organization_id = :organization and patient_id = :patient
      """;

  private static final String REMOVE_LANGUAGES =
      """
      delete from patients.language where organization_id = :organization and patient_id = :patient
      """;

  private record Of<T>(UUID patient, T fact, int position) {}

  private final JdbcClient jdbc;

  ContactStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void replace(OrganizationId organization, Person person) {
    for (String sql : List.of(REMOVE_ADDRESSES, REMOVE_PHONES, REMOVE_EMAILS, REMOVE_LANGUAGES)) {
      jdbc.sql(sql)
          .param("organization", organization.value())
          .param("patient", person.id().value())
          .update();
    }
    add(organization, List.of(person));
  }

  void add(OrganizationId organization, List<Person> people) {
    addAddresses(organization, all(people, PersonFacts::addresses));
    addPhones(organization, all(people, PersonFacts::phones));
    addEmails(organization, all(people, PersonFacts::emails));
    addLanguages(organization, all(people, PersonFacts::languages));
  }

  private void addAddresses(OrganizationId organization, List<Of<PatientAddress>> all) {
    if (all.isEmpty()) {
      return;
    }
    rows(ADD_ADDRESSES, organization, all)
        .param("ids", ids(all))
        .param("uses", texts(all, address -> address.use().code()))
        .param("lines", texts(all, PatientAddress::lines))
        .param("cities", texts(all, PatientAddress::city))
        .param("states", texts(all, PatientAddress::state))
        .param("codes", texts(all, PatientAddress::postalCode))
        .param("countries", texts(all, PatientAddress::country))
        .update();
  }

  private void addPhones(OrganizationId organization, List<Of<PatientPhone>> all) {
    if (all.isEmpty()) {
      return;
    }
    rows(ADD_PHONES, organization, all)
        .param("ids", ids(all))
        .param("uses", texts(all, phone -> phone.use().code()))
        .param("written", texts(all, phone -> phone.phone().written()))
        .param("digits", texts(all, phone -> phone.phone().digits()))
        .param("lastTens", texts(all, PatientPhone::lastTen))
        .param("extensions", texts(all, phone -> phone.phone().extension()))
        .param("valid", flags(all, phone -> phone.phone().valid()))
        .param("positions", all.stream().map(Of::position).toArray(Integer[]::new))
        .update();
  }

  private void addEmails(OrganizationId organization, List<Of<PatientEmail>> all) {
    if (all.isEmpty()) {
      return;
    }
    rows(ADD_EMAILS, organization, all)
        .param("ids", ids(all))
        .param("uses", texts(all, email -> email.use().code()))
        .param("written", texts(all, PatientEmail::written))
        .param("folded", texts(all, PatientEmail::folded))
        .param("valid", flags(all, PatientEmail::valid))
        .update();
  }

  private void addLanguages(OrganizationId organization, List<Of<PatientLanguage>> all) {
    if (all.isEmpty()) {
      return;
    }
    rows(ADD_LANGUAGES, organization, all)
        .param("tags", texts(all, PatientLanguage::tag))
        .param("spoken", flags(all, PatientLanguage::spoken))
        .param("written", flags(all, PatientLanguage::written))
        .param("preferred", flags(all, PatientLanguage::preferred))
        .update();
  }

  private <T> JdbcClient.StatementSpec rows(
      String sql, OrganizationId organization, List<Of<T>> all) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("patients", all.stream().map(Of::patient).toArray(UUID[]::new));
  }

  private static <T> List<Of<T>> all(List<Person> people, Function<PersonFacts, List<T>> which) {
    var all = new ArrayList<Of<T>>();
    for (Person person : people) {
      int position = 0;
      for (T fact : which.apply(person.facts())) {
        all.add(new Of<>(person.id().value(), fact, ++position));
      }
    }
    return all;
  }

  private static <T> UUID[] ids(List<Of<T>> all) {
    return all.stream().map(one -> Ids.next()).toArray(UUID[]::new);
  }

  private static <T> String[] texts(List<Of<T>> all, Function<T, String> column) {
    return all.stream().map(one -> column.apply(one.fact())).toArray(String[]::new);
  }

  private static <T> Boolean[] flags(List<Of<T>> all, Function<T, Boolean> column) {
    return all.stream().map(one -> column.apply(one.fact())).toArray(Boolean[]::new);
  }
}
