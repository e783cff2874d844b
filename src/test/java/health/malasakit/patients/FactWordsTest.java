package health.malasakit.patients;

import static health.malasakit.patients.PatientSamples.ana;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.Facts;
import health.malasakit.patients.person.NameUse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields and values of a patient's history in words, none as a table writes them. */
class FactWordsTest {

  @Test
  void every_field_has_words_of_its_own() {
    var fields =
        Stream.of(
                Facts.byField(ana()).keySet().stream(),
                Stream.of("gender_identity", "pronouns", "interpreter", "access_needs", "zone"),
                Stream.of("deceased", "safe_contact", "own_channel", "court_order"),
                Arrays.stream(NameUse.values()).map(use -> "name." + use.code()),
                Arrays.stream(ContactUse.values())
                    .flatMap(use ->
                        Stream.of("address.", "phone.", "email.").map(of -> of + use.code())))
            .flatMap(each -> each)
            .distinct()
            .toList();

    assertThat(fields).hasSizeGreaterThan(30);
    assertThat(fields.stream().map(FactWords::field))
        .doesNotHaveDuplicates()
        .noneMatch(words -> words.contains("_") || words.contains("."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sex | female | Female",
        "interpreter | not_needed | Not needed",
        "birth_date | 1980-05-03 | Sat 3 May 1980",
        "zone | Asia/Manila | Manila",
        "languages | es (spoken, preferred); en | Spanish (spoken, preferred); English",
        "deceased | known | confirmed",
        "deceased | known:2026-11-20 | confirmed, died Fri 20 Nov 2026",
        "deceased | reported:her daughter: Rosa | reported by her daughter: Rosa",
        "deceased | reported by a neighbour | reported by a neighbour",
        "safe_contact | removed | removed",
        "court_order | added | one added",
        "languages | es_MX (spoken) | es_MX (spoken)",
        "phone.home | (212) 555-0123 | (212) 555-0123",
        "birth_date | in spring | in spring",
      })
  void a_value_is_said_in_words_and_what_cannot_be_read_stands_as_written(
      String field, String stored, String words) {
    assertThat(FactWords.value(field, stored)).isEqualTo(words);
  }

  @Test
  void numbers_and_addresses_are_ways_to_reach_somebody_and_names_are_not() {
    assertThat(List.of("phone.former", "address.home", "email.work")).allMatch(Facts::isContact);
    assertThat(List.of("name.former", "birth_date")).noneMatch(Facts::isContact);
  }
}
