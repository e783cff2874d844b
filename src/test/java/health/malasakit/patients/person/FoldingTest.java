package health.malasakit.patients.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "dela Cruz, de la Cruz",
    "Delacruz, de la Cruz",
    "O'Brien, Obrien",
    "O’Brien, OBrien",
    "Muñoz, Munoz",
    "Łukasz, Lukasz",
    "Straße, Strasse",
    "Nguyễn, Nguyen",
    "Smith-Jones, Smith Jones",
    "REYES, reyes"
  })
  void two_ways_to_write_a_name_fold_to_one(String one, String other) {
    assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other));
  }

  @ParameterizedTest
  @CsvSource({"Мария, мария", "美玲, 美玲", "محمد, محمد", "नेहा, नेहा", "がんじ, がんじ", "김민준, 김민준"})
  void other_scripts_stay_as_they_are(String name, String folded) {
    assertThat(Folding.fold(name)).isEqualTo(folded);
  }

  @Test
  void each_part_of_a_compound_name_is_a_way_to_ask_for_it() {
    assertThat(Folding.ways("de la Cruz Santos"))
        .contains("delacruzsantos", "delacruz", "santos", "cruz");
    assertThat(Folding.ways("")).isEmpty();
  }

  @Test
  void a_name_of_particles_alone_is_still_a_name() {
    assertThat(Folding.words("De La")).containsExactly("dela");
  }
}
