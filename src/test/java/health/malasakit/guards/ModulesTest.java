package health.malasakit.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import health.malasakit.Application;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Modules use what ARCHITECTURE.md lets them use, and nothing else. */
class ModulesTest {

  private static final ApplicationModules MODULES = ApplicationModules.of(Application.class);
  private static final Rows ROWS = Rows.ofPage();

  @Test
  void no_module_reaches_into_another_or_beyond_what_it_declares() {
    MODULES.verify();
  }

  @Test
  void a_module_that_reaches_into_the_inside_of_another_is_found() {
    var leaky =
        ApplicationModules.of(
            ModulesTest.class.getPackageName() + ".leaky", (ImportOption) everywhere -> true);

    assertThatThrownBy(leaky::verify)
        .isInstanceOf(Violations.class)
        .hasMessageContaining("reader")
        .hasMessageContaining("Kept");
  }

  @Test
  void every_module_stands_in_a_row_and_declares_only_what_is_below_or_to_the_left() {
    var wrong =
        names()
            .flatMap(module ->
                allowed(module).stream()
                    .filter(used -> !ROWS.mayUse(module, used))
                    .map(used -> module + " may not use " + used))
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void the_rows_say_no_upwards_and_to_the_right() {
    var rows =
        Rows.of(
            """
                row 1   audit <- access     lonely
                row 0   kernel <- ui          x12
            """);

    assertThat(rows.modules())
        .containsExactlyInAnyOrder("audit", "access", "lonely", "kernel", "ui", "x12");
    assertThat(rows.mayUse("access", "audit")).isTrue();
    assertThat(rows.mayUse("access", "x12")).isTrue();
    assertThat(rows.mayUse("audit", "access")).isFalse();
    assertThat(rows.mayUse("ui", "audit")).isFalse();
    assertThat(rows.mayUse("lonely", "audit")).isFalse();
    assertThatThrownBy(() -> rows.mayUse("new", "kernel")).hasMessageContaining("no row");
  }

  private static Stream<String> names() {
    return MODULES.stream().map(module -> module.getIdentifier().toString());
  }

  /** A module may be used through one of its parts: {@code interop :: fhir}. */
  private static String module(String declared) {
    return declared.replaceFirst("\\s*::.*", "");
  }

  private static List<String> allowed(String module) {
    try {
      var described = Class.forName("health.malasakit." + module + ".package-info");
      var declared = described.getAnnotation(ApplicationModule.class).allowedDependencies();
      return Stream.of(declared).map(ModulesTest::module).toList();
    } catch (ClassNotFoundException e) {
      throw new AssertionError("The module " + module + " has no package-info", e);
    }
  }
}
