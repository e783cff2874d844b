package health.malasakit.patients.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ana Reyes 5/3/1980",
        "5/3/1980 Ana Reyes",
        "Ana Reyes 3 May 1980",
        "ana 1980-05-03 reyes",
        "Ana, Reyes, May 3 1980"
      })
  void name_and_birth_date_in_any_order(String typed) {
    var words = SearchWords.read(typed, TODAY);

    assertThat(words.names()).containsExactly("ana", "reyes");
    assertThat(words.birthDate()).contains(LocalDate.of(1980, 5, 3));
    assertThat(words.numbers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(212) 555-0123", "+1 212 555 0123", "212.555.0123", "2125550123"})
  void a_telephone_number_in_any_form(String typed) {
    var words = SearchWords.read("Reyes " + typed, TODAY);

    assertThat(words.numbers()).containsExactly("2125550123");
    assertThat(words.names()).containsExactly("reyes");
  }

  @Test
  void eight_digits_may_be_a_birth_date_and_a_record_number() {
    var words = SearchWords.read("05031980", TODAY);

    assertThat(words.birthDate()).contains(LocalDate.of(1980, 5, 3));
    assertThat(words.numbers()).isEqualTo(List.of("05031980"));
  }

  @Test
  void a_record_number_with_letters() {
    assertThat(SearchWords.read("HF-20418", TODAY).numbers()).containsExactly("hf20418");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "--", "'", "<>"})
  void nothing_to_look_for_is_no_search(String typed) {
    assertThat(SearchWords.read(typed, TODAY).isEmpty()).isTrue();
  }

  @Test
  void whatever_is_typed_is_read_without_an_error() {
    for (String typed :
        List.of("31/31/2080", "99999999999999999", "2/30/1980", "%_\\", "a".repeat(5000))) {
      assertThat(SearchWords.read(typed, TODAY)).isNotNull();
    }
  }
}
