package health.malasakit.interop.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceReaderTest {

  @TempDir private Path folder;

  @Test
  void a_bundle_is_read_entry_by_entry_with_only_the_elements_that_are_taken() {
    var found = resources(Samples.read(Samples.of("wrong-types/patients.json")));

    assertThat(found)
        .extracting(resource -> resource.json().path("id").asString(""))
        .contains("object-name", "late-type");
    assertThat(found.getLast().json().propertyNames())
        .containsExactlyInAnyOrder("id", "name", "resourceType");
    assertThat(found.getLast().place().index()).isEqualTo(11);
  }

  @Test
  void a_broken_line_costs_that_line_alone() {
    var found = Samples.read(Samples.of("ndjson/Everything.ndjson"));

    assertThat(resources(found)).extracting(one -> one.place().index()).containsExactly(0, 3, 4);
    assertThat(broken(found)).extracting(Refusal::index).containsExactly(1, 6);
    assertThat(found).contains(new Found.Other("Observation"));
    assertThat(found).noneMatch(Found.Ended.class::isInstance);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not json at all                         | file.json
          [1, 2                                   | file.truncated
          {"resourceType":"Patient","id":"a"      | file.truncated
          {"resourceType":"Bundle","type":"history","entry":[]} | bundle.type
          {"resourceType":"Patient","id":tru}     | file.json
          """)
  void what_is_no_whole_json_is_named_with_its_rule(String text, String rule) {
    assertThat(ended(text.getBytes(UTF_8))).startsWith(rule);
  }

  @Test
  void an_empty_file_is_named_so() {
    assertThat(ended(new byte[0])).startsWith("file.empty");
  }

  @Test
  void what_came_before_the_cut_of_a_packed_file_is_read() {
    byte[] whole = Samples.packed(Samples.bytes(Samples.of("names-in-every-script/patients.json")));
    byte[] bundle =
        Samples.packed(
            ("{\"resourceType\":\"Bundle\",\"entry\":["
                    + "{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"a\"}},".repeat(5000))
                .getBytes(UTF_8));

    var cut = Samples.written(folder, "cut.json.gz", Samples.first(whole, whole.length - 9));
    var found = Samples.read(Samples.written(folder, "tail.json.gz", bundle));

    assertThat(Samples.read(cut)).hasSizeGreaterThan(15);
    assertThat(((Found.Ended) Samples.read(cut).getLast()).refusal().rule())
        .startsWith("file.truncated");
    assertThat(resources(found)).hasSize(5000);
    assertThat(found.getLast()).isInstanceOf(Found.Ended.class);
    assertThat(((Found.Ended) found.getLast()).refusal().index()).isEqualTo(5000);
  }

  @Test
  void a_damaged_packed_file_is_named_so() {
    byte[] packed = Samples.packed("x".repeat(100_000).getBytes(UTF_8));
    packed[20] ^= 0x55;
    packed[21] ^= 0x55;
    assertThat(ended(packed)).startsWith("file.");
  }

  @Test
  void gzip_is_known_by_its_bytes_and_not_by_its_name() {
    byte[] plain = "{\"resourceType\":\"Patient\",\"id\":\"a\"}".getBytes(UTF_8);

    assertThat(resources(Samples.read(Samples.written(folder, "plain.json.gz", plain)))).hasSize(1);
    assertThat(resources(Samples.read(Samples.written(folder, "p.json", Samples.packed(plain)))))
        .hasSize(1);
  }

  @Test
  void a_resource_that_is_too_large_is_refused_and_the_next_is_read() {
    String large = "{\"resourceType\":\"Patient\",\"id\":\"a\",\"name\":[{\"family\":\"%s\"}]}";
    String small = "{\"resourceType\":\"Patient\",\"id\":\"b\"}";
    String both = large.formatted("x".repeat(2_000_000)) + "\n" + small;

    var found = Samples.read(Samples.written(folder, "large.json", both.getBytes(UTF_8)));

    assertThat(broken(found))
        .extracting(Refusal::rule)
        .allMatch(r -> r.startsWith("resource.limit"));
    assertThat(resources(found)).hasSize(1);
  }

  @Test
  void a_text_without_end_and_nesting_without_end_break_the_file_off() {
    String text = "{\"resourceType\":\"Patient\",\"id\":\"" + "x".repeat(9_000_000) + "\"}";
    assertThat(ended(text.getBytes(UTF_8))).startsWith("file.limit");
    String deep = "{\"resourceType\":\"Patient\",\"name\":" + "[".repeat(5000);
    assertThat(ended(deep.getBytes(UTF_8))).startsWith("file.limit");
  }

  @Test
  void what_is_not_taken_is_passed_over_however_large_it_is() {
    String other = "{\"resourceType\":\"Binary\",\"data\":\"" + "x".repeat(20_000_000) + "\"}";
    assertThat(Samples.read(Samples.written(folder, "binary.json", other.getBytes(UTF_8))))
        .containsExactly(new Found.Other("Binary"));
  }

  private String ended(byte[] bytes) {
    var found = Samples.read(Samples.written(folder, "case.json", bytes));
    assertThat(found.getLast()).isInstanceOf(Found.Ended.class);
    return ((Found.Ended) found.getLast()).refusal().rule();
  }

  private static List<Found.Resource> resources(List<Found> found) {
    return only(found, Found.Resource.class).toList();
  }

  private static List<Refusal> broken(List<Found> found) {
    return only(found, Found.Broken.class).map(Found.Broken::refusal).toList();
  }

  private static <T> Stream<T> only(List<Found> found, Class<T> type) {
    return found.stream().filter(type::isInstance).map(type::cast);
  }
}
