package health.malasakit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @Test
  void an_id_is_a_version_7_uuid_of_now() {
    long before = System.currentTimeMillis();
    UUID id = Ids.next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, before + 60_000);
  }

  @Test
  void each_id_sorts_after_the_one_before() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      made.add(Ids.next().toString());
    }
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void an_id_after_another_sorts_after_it_also_when_that_is_of_a_clock_ahead() {
    UUID ahead = UUID.fromString("0fffffff-ffff-7fff-bfff-ffffffffffff");
    UUID after = Ids.after(ahead);
    UUID usual = Ids.next();

    assertThat(after.toString()).isGreaterThan(ahead.toString());
    assertThat(after.version()).isEqualTo(7);
    assertThat(after.variant()).isEqualTo(2);
    assertThat(Ids.after(usual).toString())
        .isGreaterThan(usual.toString())
        .isLessThan(after.toString());
  }

  @Test
  void many_threads_never_make_the_same_id() {
    Set<UUID> made = Collections.synchronizedSet(new HashSet<>());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int thread = 0; thread < 20; thread++) {
        threads.execute(() -> {
          for (int i = 0; i < 500; i++) {
            made.add(Ids.next());
          }
        });
      }
    }
    assertThat(made).hasSize(10_000);
  }

  @Test
  void an_id_prints_its_uuid_only_and_reads_it_back() {
    PatientId patient = PatientId.next();
    assertThat(patient).hasToString(patient.value().toString());
    assertThat(PatientId.of(patient.toString())).isEqualTo(patient);
    OrganizationId clinic = OrganizationId.next();
    assertThat(OrganizationId.of(clinic.toString().toUpperCase(java.util.Locale.ROOT)))
        .isEqualTo(clinic)
        .hasToString(clinic.value().toString());
    AccountId account = AccountId.next();
    assertThat(AccountId.of(account.toString())).isEqualTo(account);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "not an id",
        "01932d3c-0000-7000-8000-00000000000",
        "01932d3c-0000-7000-8000-0000000000000",
        "{01932d3c-0000-7000-8000-000000000000}",
        "01932d3c-0000-7000-8000-00000000000g",
        " 01932d3c-0000-7000-8000-000000000000"
      })
  void text_that_is_no_id_is_refused_without_repeating_it(String text) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> PatientId.of(text))
        .satisfies(refused -> {
          assertThat(refused.code()).isEqualTo("id.malformed");
          assertThat(refused.kind().status()).isEqualTo(422);
          assertThat(refused.sentence()).doesNotContain("01932d3c");
        });
  }
}
