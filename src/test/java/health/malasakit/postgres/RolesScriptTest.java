package health.malasakit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RolesScriptTest {

  @Test
  void an_administrator_gets_every_role_and_no_password() {
    String script = new RolesScript(RoleNames.STANDARD).text();

    assertThat(script)
        .startsWith("-- Malasakit")
        .contains("create role malasakit_owner login nosuperuser nobypassrls")
        .contains("\\password malasakit_app")
        .contains("create database malasakit owner malasakit_owner")
        .contains("create extension if not exists btree_gist")
        .doesNotContain("%s")
        .doesNotContainIgnoringCase("password '");
  }

  @Test
  void a_name_that_would_need_quotes_is_refused() {
    assertThatThrownBy(() -> new RoleNames("malasakit", "Owner; drop", "a", "b"))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("Owner; drop");
  }
}
