package health.malasakit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasesTest {

  @TempDir Path directory;

  @Test
  void the_environment_names_a_database_that_an_administrator_runs() {
    DatabaseAddress there = TestDatabase.address();

    try (Databases databases = Databases.open(Home.at(directory), environment(there))) {
      assertThat(databases.embedded()).isEmpty();
      assertThat(databases.address()).isEqualTo(there);
    }
  }

  @Test
  void an_address_prints_no_password() {
    DatabaseAddress there = TestDatabase.address();

    assertThat(there.toString())
        .contains(there.owner().name())
        .doesNotContain(there.owner().password(), there.application().password());
  }

  @Test
  void a_role_above_the_rules_is_refused() throws Exception {
    DatabaseAddress there = TestDatabase.fresh();
    try (var connection = TestDatabase.superuser(there);
        var statement = connection.createStatement()) {
      statement.execute("alter role " + there.application().name() + " bypassrls");
    }
    Home home = Home.at(directory);

    assertThatThrownBy(() -> Databases.open(home, environment(there)))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("bypasses row-level security");
  }

  @Test
  void a_missing_or_wrong_password_is_named() {
    Home home = Home.at(directory);
    Map<String, String> missing = environment(TestDatabase.address());
    missing.remove("MALASAKIT_DATABASE_OWNER_PASSWORD");
    Map<String, String> wrong = environment(TestDatabase.address());
    wrong.put("MALASAKIT_DATABASE_APPLICATION_PASSWORD", "guess");

    assertThatThrownBy(() -> Databases.open(home, missing))
        .hasMessageContaining("MALASAKIT_DATABASE_OWNER_PASSWORD must be set");
    assertThatThrownBy(() -> Databases.open(home, wrong))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("No connection to the database as");
  }

  @Test
  void a_server_older_than_15_is_refused() {
    Databases.requireVersion(15);
    assertThatThrownBy(() -> Databases.requireVersion(14))
        .hasMessage("Malasakit needs PostgreSQL 15 or newer; this server is PostgreSQL 14.");
  }

  private static Map<String, String> environment(DatabaseAddress address) {
    return new HashMap<>(
        Map.of(
            "MALASAKIT_DATABASE_URL", address.url(),
            "MALASAKIT_DATABASE_OWNER", address.owner().name(),
            "MALASAKIT_DATABASE_OWNER_PASSWORD", address.owner().password(),
            "MALASAKIT_DATABASE_APPLICATION", address.application().name(),
            "MALASAKIT_DATABASE_APPLICATION_PASSWORD", address.application().password(),
            "MALASAKIT_DATABASE_BACKUP", address.backupRole()));
  }
}
